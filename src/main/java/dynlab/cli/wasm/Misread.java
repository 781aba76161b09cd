package dynlab.cli.wasm;

/** What is wrong with a text, and in which line. */
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misread(int line, String sentence) {
        super("line " + line + ": " + sentence);
    }
}
