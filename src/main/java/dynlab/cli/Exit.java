package dynlab.cli;

/** Exit codes of the command line. */
public final class Exit {
    public static final int DONE = 0;
    public static final int INTERNAL = 1;
    public static final int REFUSED = 2;
    public static final int DIVERGED = 3;
    public static final int MISMATCH = 4;
    public static final int USAGE = 64;
    public static final int FILE = 74;

    private Exit() {}
}
