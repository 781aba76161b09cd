package dynlab.table;

import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * An array as a program prints it: {@code [[1, 0], [0, 1]]} of JSON and Python, {@code [[1. 0.] [0. 1.]]} and
 * {@code array([[1., 0.], [0., 1.]])} of NumPy, {@code [1 0; 0 1]} of MATLAB and Julia. A single list is one row.
 */
final class ArrayLiteral {
    private static final String[] CALLS = {"np.array(", "numpy.array(", "array(", "np.matrix(", "matrix("};

    private final String text;
    private final List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> row = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;
    private boolean nested;
    private boolean afterComma;

    private ArrayLiteral(String text) {
        this.text = text;
    }

    /** Whether a text is meant as an array rather than as lines. */
    static boolean isOne(String text) {
        String head = head(text);
        if (head.startsWith("[")) {
            return true;
        }
        for (String call : CALLS) {
            if (head.startsWith(call)) {
                return true;
            }
        }
        return false;
    }

    private static String head(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) <= ' ') {
            from++;
        }
        return text.substring(from);
    }

    /**
     * The rows of an array.
     *
     * @throws Unreadable if it is not closed, deeper than two or followed by something else
     */
    static List<List<Cell>> rows(String text) {
        return new ArrayLiteral(text).read();
    }

    private List<List<Cell>> read() {
        skipCall();
        do {
            skipSpace();
            if (at == text.length()) {
                throw Unreadable.at(line, row.size() + 1, Phrase.of("table.not-closed"));
            }
            step(text.charAt(at));
        } while (depth > 0);
        String rest = head(text.substring(at));
        boolean closed = rest.isEmpty() || rest.equals(")") || rest.equals(";");
        boolean typed = rest.startsWith(",")
                && head(rest.substring(1)).startsWith("dtype=")
                && rest.trim().endsWith(")");
        if (!closed && !typed) {
            throw Unreadable.at(line, 1, Phrase.of("table.more-arrays"));
        }
        return rows;
    }

    private void skipCall() {
        skipSpace();
        for (String call : CALLS) {
            if (text.startsWith(call, at)) {
                at += call.length();
                return;
            }
        }
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            line += text.charAt(at) == '\n' || text.charAt(at) == '\r' && !pair ? 1 : 0;
            at++;
        }
    }

    private void step(char c) {
        if (depth == 0 && c != '[') {
            throw Unreadable.at(line, 1, Phrase.of("table.no-bracket"));
        } else if (c == '[') {
            open();
        } else if (c == ']') {
            close();
        } else if (c == ',' || c == ';') {
            part(c);
        } else {
            word();
        }
    }

    private void open() {
        depth++;
        at++;
        afterComma = false;
        if (depth > 2) {
            throw Unreadable.at(line, row.size() + 1, Phrase.of("table.third-dimension"));
        }
        if (depth == 2 && !row.isEmpty()) {
            throw Unreadable.at(line, row.size() + 1, Phrase.of("table.list-among-numbers"));
        }
        nested |= depth == 2;
    }

    private void close() {
        if (depth == 2 || !nested || !row.isEmpty()) {
            endRow();
        }
        depth--;
        at++;
        afterComma = false;
    }

    private void endRow() {
        if (row.isEmpty()) {
            throw Unreadable.at(line, 1, Phrase.of("table.empty-row"));
        }
        rows.add(row);
        row = new ArrayList<>();
    }

    private void part(char c) {
        boolean betweenRows = nested && depth == 1;
        if (c == ';' && !betweenRows) {
            if (nested) {
                throw Unreadable.at(line, row.size() + 1, Phrase.of("table.semicolon"));
            }
            endRow();
        } else if (!betweenRows && (row.isEmpty() || afterComma)) {
            throw Unreadable.at(line, row.size() + 1, Phrase.of("table.empty"));
        }
        afterComma = c == ',' && !betweenRows;
        at++;
    }

    private void word() {
        if (nested && depth == 1) {
            throw Unreadable.at(line, 1, Phrase.of("table.number-among-lists"));
        }
        int from = at;
        boolean quoted = text.charAt(at) == '"' || text.charAt(at) == '\'';
        if (quoted) {
            at = Math.max(text.indexOf(text.charAt(from), from + 1), from) + 1;
        }
        while (at < text.length() && text.charAt(at) > ' ' && "[],;)".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw Unreadable.at(
                    line,
                    row.size() + 1,
                    Phrase.of("table.begins-with", Argument.name(String.valueOf(text.charAt(at)))));
        }
        String word = text.substring(from, at);
        row.add(new Cell(word, line, row.size() + 1, quoted));
        afterComma = false;
    }
}
