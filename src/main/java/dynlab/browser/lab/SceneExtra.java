package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.app.RunSet;

/** A part of the page that not every page has, such as the editor of the world. */
interface SceneExtra {
    /** Follows the settings and the runs that were asked for. */
    void show(LabState state);

    /** Hears that the scene's own run is over. */
    default void finished(RunSet runs) {}
}
