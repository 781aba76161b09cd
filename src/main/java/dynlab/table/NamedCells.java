package dynlab.table;

import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cells of a table before they are numbers, with the names beside them.
 *
 * @param cells equally long rows
 * @param commas whether commas can stand inside a number
 */
record NamedCells(
        Optional<List<String>> rowNames, Optional<List<String>> columnNames, List<List<Cell>> cells, boolean commas) {

    Table table(Decimals decimals, Preparation.Comma comma) {
        return new Table(rowNames, columnNames, new NumberCells(cells, commas).matrix(decimals, comma));
    }

    /** The same without the rows that have an empty cell. */
    NamedCells skipping() {
        List<List<Cell>> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int r = 0; r < cells.size(); r++) {
            if (cells.get(r).stream().noneMatch(Cell::blank)) {
                kept.add(cells.get(r));
                if (rowNames.isPresent()) {
                    names.add(rowNames.get().get(r));
                }
            }
        }
        return new NamedCells(rowNames.map(all -> names), columnNames, kept, commas);
    }

    /** The same with a zero in every empty cell. */
    NamedCells filled() {
        List<List<Cell>> full = new ArrayList<>();
        for (List<Cell> row : cells) {
            List<Cell> next = new ArrayList<>();
            for (Cell cell : row) {
                next.add(cell.blank() ? new Cell("0", cell.line(), cell.at(), false) : cell);
            }
            full.add(next);
        }
        return new NamedCells(rowNames, columnNames, full, commas);
    }

    /** The same with a column for each word of a column that holds nothing but words: 1 where it stands, else 0. */
    NamedCells oneHot() {
        int columns = cells.isEmpty() ? 0 : cells.get(0).size();
        List<String> names = new ArrayList<>();
        List<List<Cell>> wide = new ArrayList<>();
        cells.forEach(row -> wide.add(new ArrayList<>()));
        boolean any = false;
        for (int k = 0; k < columns; k++) {
            String name = columnNames.isPresent() ? columnNames.get().get(k) : Integer.toString(k + 1);
            Set<String> words = words(k);
            any |= !words.isEmpty();
            if (words.isEmpty()) {
                names.add(name);
            }
            for (String word : words) {
                names.add(name + " " + word);
            }
            for (int r = 0; r < cells.size(); r++) {
                Cell cell = cells.get(r).get(k);
                if (words.isEmpty()) {
                    wide.get(r).add(cell);
                }
                for (String word : words) {
                    wide.get(r).add(new Cell(cell.text().equals(word) ? "1" : "0", cell.line(), cell.at(), false));
                }
            }
        }
        return any ? new NamedCells(rowNames, Optional.of(names), wide, commas) : this;
    }

    /** The words of a column, in the order in which they come; none if anything else stands in it. */
    private Set<String> words(int column) {
        Set<String> words = new LinkedHashSet<>();
        for (List<Cell> row : cells) {
            if (!row.get(column).name()) {
                return Set.of();
            }
            words.add(row.get(column).text());
        }
        return words;
    }
}
