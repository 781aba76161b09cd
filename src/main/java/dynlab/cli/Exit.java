package dynlab.cli;

/** Exit codes of the command line. */
final class Exit {
    static final int DONE = 0;
    static final int INTERNAL = 1;
    static final int REFUSED = 2;
    static final int DIVERGED = 3;
    static final int MISMATCH = 4;
    static final int USAGE = 64;
    static final int FILE = 74;

    private Exit() {}
}
