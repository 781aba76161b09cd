package dynlab.cli;

/** A command that was called wrongly, in one sentence. */
public final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Misused(String sentence) {
        super(sentence);
    }
}
