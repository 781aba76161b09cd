package dynlab.cli;

/** A file that could not be read or written, in one sentence. */
public final class FileFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileFailed(String sentence) {
        super(sentence);
    }
}
