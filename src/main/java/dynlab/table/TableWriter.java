package dynlab.table;

import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;

/** Writes a matrix as text, a row a line, the numbers parted by commas. */
public final class TableWriter {
    private TableWriter() {}

    /** The text of a matrix, which {@link TableReader} reads back to the last bit. */
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
