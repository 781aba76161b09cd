package dynlab.experiment;

import dynlab.words.Argument;
import dynlab.words.Phrase;
import dynlab.words.Words;

/** An input that was refused: where in it, and what was expected. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Argument place;
    private final transient Phrase what;

    private Refused(Argument place, Phrase what) {
        this.place = place;
        this.what = what;
    }

    /**
     * @param place JSON path such as {@code contexts[2].x.eye}, or the name of a file
     * @param what what was expected there
     */
    public Refused(String place, Phrase what) {
        this(Argument.name(place), what);
    }

    /** The same of those who speak themselves: {@code sentence} is in the language that is spoken. */
    public Refused(String place, String sentence) {
        this(place, Phrase.of("refused.said", Argument.name(sentence)));
    }

    /** A text that cannot be read from some place on. */
    public static Refused at(int line, int column, Phrase what) {
        Phrase place = Phrase.of("refused.line", Argument.count(line), Argument.count(column));
        return new Refused(Argument.of(place), what);
    }

    public String place() {
        return place.words();
    }

    /** Whether a place is a field, or lies in it. */
    public static boolean within(String place, String field) {
        return place.equals(field) || place.startsWith(field + ".") || place.startsWith(field + "[");
    }

    /** What was expected, without the place. */
    public Phrase what() {
        return what;
    }

    /** Place and what was expected there. */
    public Phrase phrase() {
        return place().isEmpty() ? what : Phrase.of("refused.at", place, Argument.of(what));
    }

    /** The same in words. */
    public String line() {
        return Words.say(phrase());
    }

    @Override
    public String getMessage() {
        return line();
    }
}
