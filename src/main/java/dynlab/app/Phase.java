package dynlab.app;

/** How far the runs of the settings are. */
public enum Phase {
    /** Nothing has been asked for yet: a recorded run may come. */
    OPENING,
    /** The runs are being computed, and what there is of them is shown. */
    RUNNING,
    /** A recorded run, or one by an exact short cut, is shown, and the same is stepped behind it. */
    VERIFYING,
    /** All that was asked for is there. */
    READY,
    /** The run would take so long that it waits for a word. */
    ASKED,
    /** A person stopped it. */
    STOPPED,
    /** It was refused, or the worker is gone. */
    FAILED
}
