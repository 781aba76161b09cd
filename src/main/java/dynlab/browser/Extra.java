package dynlab.browser;

import dynlab.experiment.Result;

/** A part of the page that not every page has, such as the editor of the world. */
interface Extra {
    /** Follows what is shown: another scene, or other settings of it. */
    void show(Runs runs);

    /** Hears of a finished run. */
    default void finished(Runs runs, Result result) {}
}
