package dynlab.cli;

/** A file that could not be read or written, in one sentence. */
final class FileFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileFailed(String sentence) {
        super(sentence);
    }
}
