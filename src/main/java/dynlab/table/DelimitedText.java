package dynlab.table;

import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells: quotes hold separators, line ends and doubled quotes; a line ends with a line feed, a carriage return or
 * both; empty lines are skipped. One separator at the end of every line parts nothing.
 */
final class DelimitedText {
    private final String text;
    private final Separator separator;
    private final List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> row = new ArrayList<>();
    private int at;
    private int line;

    private DelimitedText(String text, int firstLine, Separator separator) {
        this.text = text;
        this.separator = separator;
        this.line = firstLine;
    }

    /**
     * The rows of a text.
     *
     * @throws Unreadable if a quote does not end
     */
    static List<List<Cell>> rows(String text) {
        int body = endOfStatement(text);
        if (body > 0) {
            char sign = text.charAt(4);
            for (Separator separator : Separator.values()) {
                if (separator.sign() == sign) {
                    return new DelimitedText(text.substring(body), 2, separator).read();
                }
            }
            throw Unreadable.at(1, 1, Phrase.of("table.separator"));
        }
        return new DelimitedText(text, 1, Separator.of(text)).read();
    }

    /** Where the line {@code sep=X} ends, with its line end; 0 if the text does not begin with one. */
    private static int endOfStatement(String text) {
        if (text.length() < 5 || !text.substring(0, 4).equalsIgnoreCase("sep=")) {
            return 0;
        }
        int end = 5;
        if (end < text.length() && text.charAt(end) == '\r') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\n') {
            end++;
        }
        return end > 5 || end == text.length() ? end : 0;
    }

    private List<List<Cell>> read() {
        while (at < text.length()) {
            readCell();
        }
        endRow();
        withoutEmptyEnds();
        if (separator == Separator.COMMA) {
            Thousands.refuse(rows);
        }
        return rows;
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void passLineEnd() {
        if (at < text.length()) {
            boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            at += both ? 2 : 1;
            line++;
        }
    }

    /** Reads up to and with the next separator or line end. */
    private void readCell() {
        skipBlanks();
        int cell = row.size() + 1;
        int begins = line;
        if (at < text.length() && text.charAt(at) == '"') {
            row.add(new Cell(quoted(cell), begins, cell, true));
            skipBlanks();
            if (at < text.length()
                    && !lineEnd(text.charAt(at))
                    && !parts(text.charAt(at))
                    && separator != Separator.BLANKS) {
                throw Unreadable.at(begins, cell, Phrase.of("table.after-quote"));
            }
        } else {
            int from = at;
            while (at < text.length() && !lineEnd(text.charAt(at)) && !parts(text.charAt(at))) {
                at++;
            }
            String written = trimmed(text.substring(from, at));
            boolean nothing = separator == Separator.BLANKS && written.isEmpty();
            if (!nothing) {
                row.add(new Cell(written, begins, cell, false));
            }
        }
        if (at < text.length() && parts(text.charAt(at))) {
            at++;
            if (separator != Separator.BLANKS && (at == text.length() || lineEnd(text.charAt(at)))) {
                row.add(new Cell("", line, row.size() + 1, false));
            }
        }
        if (at < text.length() && lineEnd(text.charAt(at))) {
            endRow();
            passLineEnd();
        }
    }

    private boolean parts(char c) {
        return separator == Separator.BLANKS ? c == ' ' : c == separator.sign();
    }

    private void skipBlanks() {
        while (at < text.length() && blank(text.charAt(at)) && !parts(text.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\ufeff';
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private String quoted(int cell) {
        int begins = line;
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    return trimmed(content.toString());
                }
                content.append('"');
                at++;
            } else if (lineEnd(c)) {
                content.append(' ');
                passLineEnd();
            } else {
                content.append(c);
                at++;
            }
        }
        throw Unreadable.at(begins, cell, Phrase.of("table.open-quote"));
    }

    private void endRow() {
        boolean lone = row.size() == 1 && row.get(0).blank();
        if (!row.isEmpty() && !lone) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    /** Lines of nothing but separators at the end, and one separator at the end of every line, as spreadsheets leave them. */
    private void withoutEmptyEnds() {
        while (!rows.isEmpty() && rows.get(rows.size() - 1).stream().allMatch(Cell::blank)) {
            rows.remove(rows.size() - 1);
        }
        boolean every = !rows.isEmpty()
                && rows.stream()
                        .allMatch(cells ->
                                cells.size() > 1 && cells.get(cells.size() - 1).blank());
        if (every) {
            for (List<Cell> cells : rows) {
                cells.remove(cells.size() - 1);
            }
        }
    }
}
