package dynlab.table;

import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person decides of a table of their own before it is learned: a row an item, a column a property.
 *
 * @param turned whether the text has a column an item instead
 * @param blanks what becomes of an empty cell
 * @param oneHot whether a column of words becomes a column for each word
 * @param comma what a comma inside a number means
 * @param scale what is done with each property
 */
public record Preparation(boolean turned, Blanks blanks, boolean oneHot, Comma comma, Scale scale) {
    /** Nothing is done, and nothing guessed. */
    public static final Preparation NONE =
            new Preparation(false, Blanks.REFUSED, false, Comma.AS_SHOWN, Scale.AS_IT_IS);

    /** What becomes of an empty cell. */
    public enum Blanks {
        /** The table is refused, with the line and the cell. */
        REFUSED,
        /** It is 0. */
        ZERO,
        /** It is the mean of the other cells of its property. */
        MEAN,
        /** The line is left out. */
        SKIPPED
    }

    /** What a comma inside a number means. */
    public enum Comma {
        /** What the table itself shows; if it has two readings it is refused. */
        AS_SHOWN,
        DECIMAL,
        THOUSANDS;

        boolean open() {
            return this == AS_SHOWN;
        }
    }

    /** What is done with each property. */
    public enum Scale {
        AS_IT_IS,
        /** Its mean is taken away. */
        CENTRED,
        /** Its mean is taken away, and it is divided by its standard deviation; one that never changes becomes 0. */
        STANDARD
    }

    /**
     * Reads a text as {@link TableReader} does, prepared: rows are items, columns are properties.
     *
     * @throws Unreadable with what is wrong, the line and the cell
     */
    public Table read(String text, Decimals decimals) {
        NamedCells cells = TableReader.cells(text);
        if (oneHot) {
            cells = cells.oneHot();
        }
        if (blanks == Blanks.SKIPPED) {
            cells = cells.skipping();
            if (cells.cells().isEmpty()) {
                throw Unreadable.whole(Phrase.of("table.all-skipped"));
            }
        }
        boolean fills = blanks == Blanks.ZERO || blanks == Blanks.MEAN;
        Table table = (fills ? cells.filled() : cells).table(decimals, comma);
        Matrix values = turned ? table.values().transpose() : table.values();
        double[] all = values.toArray();
        boolean[] empty = new boolean[all.length];
        for (int i = 0; i < values.rows() && blanks == Blanks.MEAN; i++) {
            for (int k = 0; k < values.columns(); k++) {
                empty[i * values.columns() + k] = (turned
                                ? cells.cells().get(k).get(i)
                                : cells.cells().get(i).get(k))
                        .blank();
            }
        }
        for (int k = 0; k < values.columns(); k++) {
            column(all, empty, values.columns(), k);
        }
        Matrix prepared = Matrix.of(values.rows(), values.columns(), all);
        return turned
                ? new Table(table.columnNames(), table.rowNames(), prepared)
                : new Table(table.rowNames(), table.columnNames(), prepared);
    }

    /** Fills and scales one property. */
    private void column(double[] all, boolean[] empty, int columns, int k) {
        double sum = 0;
        int known = 0;
        for (int i = k; i < all.length; i += columns) {
            sum += empty[i] ? 0 : all[i];
            known += empty[i] ? 0 : 1;
        }
        double mean = known == 0 ? 0 : sum / known;
        double squares = 0;
        for (int i = k; i < all.length; i += columns) {
            all[i] = empty[i] ? mean : all[i];
            double off = all[i] - mean;
            squares += off * off;
        }
        if (scale != Scale.AS_IT_IS) {
            double deviation = Math.sqrt(squares * columns / all.length);
            for (int i = k; i < all.length; i += columns) {
                double centred = all[i] - mean;
                all[i] = scale == Scale.CENTRED ? centred : deviation > 1e-12 ? centred / deviation : 0;
            }
        }
    }

    /** Names for those that have none: 1, 2, … */
    public static List<String> names(Optional<List<String>> known, String before, int count) {
        List<String> names = new ArrayList<>(known.orElse(List.of()));
        while (names.size() < count) {
            names.add(before + (names.size() + 1));
        }
        return names;
    }
}
