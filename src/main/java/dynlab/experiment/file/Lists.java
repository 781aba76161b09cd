package dynlab.experiment.file;

import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;

/** Lists with a limit, and lists of names. */
final class Lists {
    private Lists() {}

    static List<String> names(JsonCursor cursor, int count, Phrase otherwise) {
        List<JsonCursor> elements = cursor.elements();
        if (elements.size() != count) {
            throw cursor.refused(otherwise);
        }
        return elements.stream().map(JsonCursor::text).toList();
    }

    static List<JsonCursor> atMost(JsonCursor cursor, int most, Phrase otherwise) {
        List<JsonCursor> elements = cursor.elements();
        if (elements.size() > most) {
            throw cursor.refused(otherwise);
        }
        return elements;
    }

    /** How many elements a list has. */
    static Argument size(JsonCursor cursor) {
        return Argument.count(cursor.elements().size());
    }

    /** A count that may be beyond all that is listed. */
    static Argument plain(double value) {
        return value < 2e9 ? Argument.count((int) value) : Argument.of(Phrase.of("file.thousand-million"));
    }

    static void writeNames(JsonWriter json, String field, List<String> names) {
        if (!names.isEmpty()) {
            json.name(field).open('[');
            names.forEach(json::text);
            json.close(']');
        }
    }
}
