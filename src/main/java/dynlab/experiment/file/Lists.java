package dynlab.experiment.file;

import java.util.List;

/** Lists with a limit, and lists of names. */
final class Lists {
    private Lists() {}

    static List<String> names(JsonCursor cursor, int count, String of) {
        List<JsonCursor> elements = cursor.elements();
        if (elements.size() != count) {
            throw cursor.refused("expected one name for each of " + count + " " + of + ", found " + elements.size());
        }
        return elements.stream().map(JsonCursor::text).toList();
    }

    static List<JsonCursor> atMost(JsonCursor cursor, int most, String what) {
        List<JsonCursor> elements = cursor.elements();
        if (elements.size() > most) {
            throw cursor.refused("has " + elements.size() + " " + what + ", at most " + most + " are run");
        }
        return elements;
    }

    static String plain(double value) {
        return value < 2e9 ? Integer.toString((int) value) : "over two thousand million";
    }

    static void writeNames(JsonWriter json, String field, List<String> names) {
        if (!names.isEmpty()) {
            json.name(field).open('[');
            names.forEach(json::text);
            json.close(']');
        }
    }
}
