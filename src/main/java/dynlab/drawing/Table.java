package dynlab.drawing;

import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A matrix as text, a row a line: as a spreadsheet copies it, as CSV, or with blanks between. */
public final class Table {
    private static final int LONGEST = 1_000_000;

    private Table() {}

    /**
     * What was read.
     *
     * @param matrix if all is well
     * @param why else one sentence with the line
     */
    public record Read(Optional<Matrix> matrix, String why) {}

    /** Reads rows of numbers parted by commas, semicolons, tabs or blanks; empty lines are skipped. */
    public static Read read(String text, Decimals decimals) {
        if (text.length() > LONGEST) {
            return wrong("That is more than a million characters.");
        }
        List<double[]> rows = new ArrayList<>();
        int line = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            line++;
            List<String> words = words(text.substring(at, end));
            at = end + (pair ? 2 : 1);
            if (words.isEmpty()) {
                continue;
            }
            double[] row = new double[words.size()];
            for (int n = 0; n < row.length; n++) {
                String word = words.get(n);
                if (!isNumber(word)) {
                    String shown = word.length() > 20 ? word.substring(0, 20) + "…" : word;
                    return wrong("Line " + line + " has \"" + shown + "\" where a number is expected.");
                }
                row[n] = decimals.parse(word);
                if (!Double.isFinite(row[n])) {
                    return wrong("Line " + line + " has a number that is too large.");
                }
            }
            if (!rows.isEmpty() && rows.get(0).length != row.length) {
                return wrong("Line " + line + " has " + row.length + (row.length == 1 ? " number" : " numbers")
                        + ", the lines before have " + rows.get(0).length + ".");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            return wrong("There is no number in it.");
        }
        return new Read(Optional.of(Matrix.of(rows.toArray(new double[0][]))), "");
    }

    /** Its words, with the minus of typographers made plain. No regular expressions: their compiler is 100 kB in a browser. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if ("[],; \t\u00a0\ufeff".indexOf(c) >= 0) {
                if (word.length() > 0) {
                    words.add(word.charAt(0) == '+' ? word.substring(1) : word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c == '−' ? '-' : c);
            }
        }
        return words;
    }

    /** A decimal as every language writes it: digits, a point, an exponent. */
    static boolean isNumber(String word) {
        int i = word.startsWith("-") ? 1 : 0;
        int whole = digits(word, i);
        i += whole;
        int part = 0;
        if (i < word.length() && word.charAt(i) == '.') {
            part = digits(word, i + 1);
            i += 1 + part;
        }
        if (whole + part == 0) {
            return false;
        }
        if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
            i++;
            i += i < word.length() && (word.charAt(i) == '-' || word.charAt(i) == '+') ? 1 : 0;
            int power = digits(word, i);
            i += power;
            return power > 0 && i == word.length();
        }
        return i == word.length();
    }

    private static int digits(String word, int from) {
        int i = from;
        while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }

    private static Read wrong(String why) {
        return new Read(Optional.empty(), why);
    }

    /** The text of a matrix, which {@link #read} reads back. */
    public static String write(Matrix matrix, Decimals decimals) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < matrix.rows(); i++) {
            for (int n = 0; n < matrix.columns(); n++) {
                text.append(n == 0 ? "" : ", ").append(decimals.format(matrix.at(i, n)));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
