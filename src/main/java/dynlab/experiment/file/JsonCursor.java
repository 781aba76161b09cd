package dynlab.experiment.file;

import dynlab.experiment.Refused;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import dynlab.numeric.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON value and its path: every question about it is answered with a value or with a sentence that names the path. */
public record JsonCursor(Json value, String path, Decimals decimals, String name) {
    /** A value that has no name. */
    public JsonCursor(Json value, String path, Decimals decimals) {
        this(value, path, decimals, "");
    }

    public Refused refused(String sentence) {
        return new Refused(path.isEmpty() ? "file" : path, sentence);
    }

    private Refused expected(String what) {
        return refused("expected " + what + ", found " + value.kind());
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
                throw below(value, field)
                        .refused("is not a field that is known here; known are " + String.join(", ", known));
            }
        }
    }

    public Map<String, Json> members() {
        if (value instanceof Json.Members object) {
            return object.members();
        }
        throw expected("an object");
    }

    public Optional<JsonCursor> optional(String field) {
        Json child = members().get(field);
        return child == null ? Optional.empty() : Optional.of(below(child, field));
    }

    public JsonCursor required(String field) {
        return optional(field)
                .orElseThrow(() -> new Refused(path.isEmpty() ? field : path + "." + field, "is missing"));
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
            throw expected("an array");
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
        throw expected("a string");
    }

    public boolean bool() {
        if (value instanceof Json.Bool bool) {
            return bool.value();
        }
        throw expected("true or false");
    }

    public double number() {
        if (!(value instanceof Json.Numeral number)) {
            throw expected("a number");
        }
        double result = decimals.parse(number.text());
        if (!Double.isFinite(result)) {
            throw refused("expected a finite number, found " + shortened(number.text()));
        }
        return result;
    }

    public double positive() {
        double result = number();
        if (!(result > 0)) {
            throw refused("expected a number above 0, found " + decimals.format(result));
        }
        return result;
    }

    public double atLeastZero() {
        double result = number();
        if (result < 0) {
            throw refused("expected a number of at least 0, found " + decimals.format(result));
        }
        return result;
    }

    /** A seed, a whole number 0 … 2³² − 1, as its 32 bits. */
    public int seed() {
        double result = number();
        if (result != Math.rint(result) || result < 0 || result > Seeds.MOST) {
            throw refused("expected a whole number from 0 to " + decimals.format(Seeds.MOST) + ", found "
                    + decimals.format(result));
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
        throw refused("expected one of " + String.join(", ", named)
                + (others == 0 ? "" : " or one of " + others + " other words") + ", found \""
                + (word.length() <= 40 ? word : word.substring(0, 40) + "…") + "\"");
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
            throw refused(
                    "expected a whole number from " + least + " to " + most + ", found " + decimals.format(result));
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
            throw refused("expected 1 to 64 printable characters");
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
    Matrix matrix(int rows, int columns, String shape) {
        if (!(value instanceof Json.Array array)) {
            throw expected("a matrix, an array of rows,");
        }
        int found = array.elements().size();
        if (found != rows) {
            throw refused("expected " + shape + ": " + rows + " rows, found " + found);
        }
        int width = columns;
        double[] values = new double[0];
        for (int i = 0; i < rows; i++) {
            JsonCursor row = new JsonCursor(array.elements().get(i), path + "[" + i + "]", decimals);
            if (!(row.value instanceof Json.Array cells)) {
                throw row.expected("a row, an array of numbers,");
            }
            int size = cells.elements().size();
            if (width < 0) {
                width = size;
            }
            if (size != width || size == 0) {
                throw row.refused("expected " + shape + ": " + (width <= 0 ? "at least one number" : width + " numbers")
                        + " in this row, found " + size);
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
