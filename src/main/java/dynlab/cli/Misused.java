package dynlab.cli;

/** A command that was called wrongly, in one sentence. */
final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misused(String sentence) {
        super(sentence);
    }
}
