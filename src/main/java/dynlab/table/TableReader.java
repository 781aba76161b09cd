package dynlab.table;

import dynlab.numeric.Decimals;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table of numbers out of a text: what a spreadsheet copies or saves (tabs, semicolons with decimal commas, commas,
 * quotes, a byte-order mark, {@code sep=;}), columns parted by blanks, or an array as JSON, NumPy or MATLAB print it. A first
 * line and a first column of names are kept as such. Nothing is guessed and nothing moves: an empty cell, a word where a
 * number is expected, a line that is too short or a number with two readings is refused with its line and cell.
 */
public final class TableReader {
    private static final int LONGEST = 16 * 1024 * 1024;

    private TableReader() {}

    /**
     * Reads a table.
     *
     * @throws Unreadable with what is wrong, the line and the cell
     */
    public static Table read(String text, Decimals decimals) {
        return cells(text).table(decimals, Preparation.Comma.AS_SHOWN);
    }

    /** The cells of a text, none of them read as a number yet, and the names beside them. */
    static NamedCells cells(String text) {
        if (text.length() > LONGEST) {
            throw Unreadable.whole(Phrase.of("table.too-long"));
        }
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (ArrayLiteral.isOne(bare)) {
            List<List<Cell>> rows = ArrayLiteral.rows(bare);
            even(rows);
            return new NamedCells(Optional.empty(), Optional.empty(), rows, false);
        }
        List<List<Cell>> rows = DelimitedText.rows(bare);
        if (rows.isEmpty()) {
            throw Unreadable.whole(Phrase.of("table.no-number"));
        }
        return named(rows);
    }

    private static NamedCells named(List<List<Cell>> rows) {
        List<Cell> first = rows.get(0);
        boolean noCorner = noCorner(rows);
        boolean blankCorner = first.size() > 1 && first.get(0).blank() && allNames(first, 1);
        boolean namedRows = noCorner || blankCorner || firstColumnIsNames(rows);
        int from = namedRows ? 1 : 0;
        boolean header = noCorner || allNames(first, from) && first.size() > from;
        List<List<Cell>> body = header ? rows.subList(1, rows.size()) : rows;
        if (body.isEmpty()) {
            throw Unreadable.whole(Phrase.of("table.no-line"));
        }
        even(noCorner ? body : rows);
        Optional<List<String>> columnNames =
                header ? Optional.of(texts(noCorner ? first : first.subList(from, first.size()))) : Optional.empty();
        Optional<List<String>> rowNames = namedRows
                ? Optional.of(texts(body.stream().map(cells -> cells.get(0)).toList()))
                : Optional.empty();
        List<List<Cell>> cells = new ArrayList<>();
        for (List<Cell> row : body) {
            cells.add(row.subList(from, row.size()));
        }
        if (cells.get(0).isEmpty()) {
            throw body.get(0)
                    .get(0)
                    .wrong(Phrase.of(
                            "table.no-number-beside", body.get(0).get(0).shown()));
        }
        return new NamedCells(rowNames, columnNames, cells, true);
    }

    /** Whether a line of names stands over lines that begin with one cell more, a name of their own, as R writes tables. */
    private static boolean noCorner(List<List<Cell>> rows) {
        boolean names = rows.size() > 1 && allNames(rows.get(0), 0);
        for (int r = 1; r < rows.size() && names; r++) {
            Cell name = rows.get(r).get(0);
            names = rows.get(r).size() == rows.get(0).size() + 1 && !name.blank() && (name.quoted() || !name.numeric());
        }
        return names;
    }

    /** Whether the cells from {@code from} on are all words. */
    private static boolean allNames(List<Cell> cells, int from) {
        for (int k = from; k < cells.size(); k++) {
            if (cells.get(k).blank() || cells.get(k).numeric()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether names stand before the numbers: in most lines a word comes first and is followed by something. What begins
     * like a number and is none, such as 50%, is rather a slip than a name.
     */
    private static boolean firstColumnIsNames(List<List<Cell>> rows) {
        int names = 0;
        int below = 0;
        for (int r = allNames(rows.get(0), 1) ? 1 : 0; r < rows.size(); r++) {
            Cell first = rows.get(r).get(0);
            names += first.name() && rows.get(r).size() > 1 ? 1 : 0;
            below++;
        }
        return 2 * names > below;
    }

    private static List<String> texts(List<Cell> cells) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.blank()) {
                throw cell.wrong(Phrase.of("table.no-name"));
            }
            texts.add(cell.text());
        }
        return texts;
    }

    private static void even(List<List<Cell>> rows) {
        int width = rows.get(0).size();
        int firstLine = rows.get(0).get(0).line();
        for (List<Cell> row : rows) {
            int line = row.get(0).line();
            Argument first = Argument.count(firstLine);
            Argument cells = Argument.count(width);
            if (row.size() < width) {
                throw Unreadable.at(line, row.size() + 1, Phrase.of("table.missing", first, cells));
            } else if (row.size() > width) {
                throw Unreadable.at(row.get(width).line(), width + 1, Phrase.of("table.too-many", first, cells));
            }
        }
    }
}
