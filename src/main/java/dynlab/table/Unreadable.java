package dynlab.table;

import dynlab.words.Argument;
import dynlab.words.Phrase;

/** A text that is no table, and what is wrong where: the line and the cell, counted from 1. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Phrase phrase;

    private Unreadable(Phrase phrase) {
        super(phrase.key(), null, false, false);
        this.phrase = phrase;
    }

    /** What is wrong with one cell; {@code what} is said of it, such as "is empty". */
    static Unreadable at(int line, int cell, Phrase what) {
        return whole(Phrase.of("table.at", Argument.count(line), Argument.count(cell), Argument.of(what)));
    }

    /** What is wrong with the whole. */
    static Unreadable whole(Phrase phrase) {
        return new Unreadable(phrase);
    }

    /** What is wrong and where, as a sentence without its full stop. */
    public Phrase phrase() {
        return phrase;
    }
}
