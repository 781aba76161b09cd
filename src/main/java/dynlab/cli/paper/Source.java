package dynlab.cli.paper;

/**
 * Whose settings and whose numbers: the text and figures of Saxe, Sodhani and Lewallen, ICML 2022, or the notebooks that the
 * authors released with it, where the two differ. Numbers of the paper that are read off a figure are good to 2 % of its axis.
 */
public enum Source {
    PAPER,
    NOTEBOOK;

    /** What a reading off an axis of this length may be off by. */
    static double reading(double axis) {
        return 0.02 * axis;
    }
}
