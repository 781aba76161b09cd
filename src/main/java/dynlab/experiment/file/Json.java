package dynlab.experiment.file;

import dynlab.words.Phrase;
import java.util.List;
import java.util.Map;

/** A JSON value. Numbers stay text, because only the platform can read them to the last bit. */
public sealed interface Json {
    /** Members in file order; names are unique. */
    record Members(Map<String, Json> members) implements Json {}

    /** Elements in order. */
    record Array(List<Json> elements) implements Json {}

    /** A number as it was written. */
    record Numeral(String text) implements Json {}

    /** A string, unescaped. */
    record Text(String value) implements Json {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** What it is: "an object", "a number", … */
    default Phrase kind() {
        if (this instanceof Members) {
            return Phrase.of("file.an-object");
        } else if (this instanceof Array) {
            return Phrase.of("file.an-array");
        } else if (this instanceof Numeral) {
            return Phrase.of("file.a-number");
        } else if (this instanceof Text) {
            return Phrase.of("file.a-string");
        } else if (this instanceof Bool) {
            return Phrase.of("file.true-or-false");
        }
        return Phrase.of("file.null");
    }
}
