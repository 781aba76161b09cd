package dynlab.table;

/** A text that is no table, with one sentence that says what is wrong and where: the line and the cell, counted from 1. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unreadable(String sentence) {
        super(sentence, null, false, false);
    }

    /** What is wrong with one cell; {@code what} follows on its place, such as "is empty". */
    static Unreadable at(int line, int cell, String what) {
        return new Unreadable("line " + line + ", cell " + cell + " " + what);
    }

    /** What is wrong with the whole. */
    static Unreadable whole(String sentence) {
        return new Unreadable(sentence);
    }

    /** The sentence as it stands alone: with a capital and a full stop. */
    public String spoken() {
        String sentence = sentence();
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    /** The sentence, without a full stop. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
