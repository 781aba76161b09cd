package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.experiment.Result;
import dynlab.view.Frame;

/** What a page adds to the figures of a state; a page without one has no program for it. */
interface FigureOverlay {
    /** Hears what the worker has computed. */
    void arrived(int request, int run, Result result);

    /** The frame that is drawn of a state. */
    Frame drawn(LabState state, Frame frame);
}
