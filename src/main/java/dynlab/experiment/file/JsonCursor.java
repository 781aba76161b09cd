package dynlab.experiment.file;

import dynlab.experiment.Refused;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import dynlab.numeric.Seeds;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON value and its path: every question about it is answered with a value or with a refusal that names the path. */
public record JsonCursor(Json value, String path, Decimals decimals, String name) {
    /** A value that has no name. */
    public JsonCursor(Json value, String path, Decimals decimals) {
        this(value, path, decimals, "");
    }

    public Refused refused(Phrase what) {
        return new Refused(place(), what);
    }

    /** The same of those who speak themselves. */
    public Refused refused(String sentence) {
        return new Refused(place(), sentence);
    }

    private String place() {
        return path.isEmpty() ? "file" : path;
    }

    private Refused expected(Phrase what) {
        return refused(Phrase.of("file.expected", Argument.of(what), Argument.of(value.kind())));
    }

    /** Another number than was expected. */
    private Refused expected(Phrase what, double found) {
        return refused(Phrase.of("file.expected", Argument.of(what), Argument.name(decimals.format(found))));
    }

    private JsonCursor below(Json child, String childName) {
        return new JsonCursor(child, path.isEmpty() ? childName : path + "." + childName, decimals, childName);
    }

    /** Refuses anything but an object whose names are all among {@code known}. */
    public void fields(String... known) {
        for (String field : members().keySet()) {
            boolean found = false;
            for (String word : known) {
                found |= word.equals(field);
            }
            if (!found) {
                throw below(value, field).refused(Phrase.of("file.unknown-field", listed(List.of(known))));
            }
        }
    }

    public Map<String, Json> members() {
        if (value instanceof Json.Members object) {
            return object.members();
        }
        throw expected(Phrase.of("file.an-object"));
    }

    public Optional<JsonCursor> optional(String field) {
        Json child = members().get(field);
        return child == null ? Optional.empty() : Optional.of(below(child, field));
    }

    public JsonCursor required(String field) {
        return optional(field)
                .orElseThrow(() -> new Refused(path.isEmpty() ? field : path + "." + field, Phrase.of("file.missing")));
    }

    /** All members of an object, each with its own path. */
    public List<JsonCursor> entries() {
        List<JsonCursor> entries = new ArrayList<>();
        for (Map.Entry<String, Json> member : members().entrySet()) {
            entries.add(below(member.getValue(), member.getKey()));
        }
        return entries;
    }

    public List<JsonCursor> elements() {
        if (!(value instanceof Json.Array array)) {
            throw expected(Phrase.of("file.an-array"));
        }
        List<JsonCursor> cursors = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            cursors.add(new JsonCursor(array.elements().get(i), path + "[" + i + "]", decimals));
        }
        return cursors;
    }

    public String text() {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw expected(Phrase.of("file.a-string"));
    }

    public boolean bool() {
        if (value instanceof Json.Bool bool) {
            return bool.value();
        }
        throw expected(Phrase.of("file.true-or-false"));
    }

    public double number() {
        if (!(value instanceof Json.Numeral number)) {
            throw expected(Phrase.of("file.a-number"));
        }
        double result = decimals.parse(number.text());
        if (!Double.isFinite(result)) {
            throw refused(Phrase.of("file.not-finite", Argument.name(shortened(number.text()))));
        }
        return result;
    }

    public double positive() {
        double result = number();
        if (!(result > 0)) {
            throw expected(Phrase.of("file.above-zero"), result);
        }
        return result;
    }

    public double atLeastZero() {
        double result = number();
        if (result < 0) {
            throw expected(Phrase.of("file.at-least-zero"), result);
        }
        return result;
    }

    /** A seed, a whole number 0 … 2³² − 1, as its 32 bits. */
    public int seed() {
        double result = number();
        if (result != Math.rint(result) || result < 0 || result > Seeds.MOST) {
            throw expected(Phrase.of("file.whole", Argument.count(0), new Argument.Whole(Seeds.MOST)), result);
        }
        return Seeds.bits(result);
    }

    /** Of more words than these a refusal names only those that begin most alike. */
    private static final int MOST_NAMED = 20;

    /** One of a few words. */
    public <T> T word(T[] values, Function<T, String> wordOf) {
        String word = text();
        List<String> all = new ArrayList<>();
        for (T candidate : values) {
            if (wordOf.apply(candidate).equals(word)) {
                return candidate;
            }
            all.add(wordOf.apply(candidate));
        }
        List<String> named = all.size() <= MOST_NAMED ? all : alike(all, word);
        int others = all.size() - named.size();
        Argument found = Argument.name(word.length() <= 40 ? word : word.substring(0, 40) + "…");
        throw refused(
                others == 0
                        ? Phrase.of("file.one-of", listed(named), found)
                        : Phrase.of("file.one-of-many", listed(named), Argument.count(others), found));
    }

    private static Argument listed(List<String> words) {
        List<Argument> all = new ArrayList<>();
        for (String word : words) {
            all.add(Argument.name(word));
        }
        return new Argument.Listed(all);
    }

    /** The words that have most letters at their begin in common with another. */
    private static List<String> alike(List<String> words, String with) {
        List<String> found = new ArrayList<>();
        int most = 0;
        for (String word : words) {
            int common = 0;
            while (common < Math.min(word.length(), with.length()) && word.charAt(common) == with.charAt(common)) {
                common++;
            }
            if (common > most) {
                found.clear();
                most = common;
            }
            if (common == most && found.size() < MOST_NAMED) {
                found.add(word);
            }
        }
        return found.size() > MOST_NAMED / 2 ? found.subList(0, MOST_NAMED / 2) : found;
    }

    public int whole(int least, int most) {
        double result = number();
        if (result != Math.rint(result) || result < least || result > most) {
            throw expected(Phrase.of("file.whole", Argument.count(least), Argument.count(most)), result);
        }
        return (int) result;
    }

    /** An identifier: 1 to 64 printable characters. */
    String id() {
        String id = text();
        boolean good = !id.isEmpty() && id.length() <= 64;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            good &= c >= ' ' && !(c >= 0x7f && c < 0xa0) && !Character.isSurrogate(c);
        }
        if (!good) {
            throw refused(Phrase.of("file.printable"));
        }
        return id;
    }

    double[] numbers() {
        List<JsonCursor> elements = elements();
        double[] result = new double[elements.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = elements.get(i).number();
        }
        return result;
    }

    /** A matrix as an array of equally long rows; {@code columns} below 0 stands for any positive number. */
    Matrix matrix(int rows, int columns, Phrase shape) {
        if (!(value instanceof Json.Array array)) {
            throw expected(Phrase.of("file.a-matrix"));
        }
        int found = array.elements().size();
        if (found != rows) {
            throw refused(Phrase.of("file.rows", Argument.of(shape), Argument.count(rows), Argument.count(found)));
        }
        int width = columns;
        double[] values = new double[0];
        for (int i = 0; i < rows; i++) {
            JsonCursor row = new JsonCursor(array.elements().get(i), path + "[" + i + "]", decimals);
            if (!(row.value instanceof Json.Array cells)) {
                throw row.expected(Phrase.of("file.a-row"));
            }
            int size = cells.elements().size();
            if (width < 0) {
                width = size;
            }
            if (size != width || size == 0) {
                throw row.refused(
                        width <= 0
                                ? Phrase.of("file.empty-row", Argument.of(shape), Argument.count(size))
                                : Phrase.of(
                                        "file.columns",
                                        Argument.of(shape),
                                        Argument.count(width),
                                        Argument.count(size)));
            }
            if (i == 0) {
                values = new double[rows * width];
            }
            for (int j = 0; j < width; j++) {
                values[i * width + j] =
                        new JsonCursor(cells.elements().get(j), row.path + "[" + j + "]", decimals).number();
            }
        }
        return Matrix.of(rows, width, values);
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 24) + "…";
    }
}
