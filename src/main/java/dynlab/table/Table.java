package dynlab.table;

import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * A table of numbers with the names that stood beside it.
 *
 * @param rowNames one a row, if the first column holds names
 * @param columnNames one a column, if the first line holds names
 * @param values the numbers, rows as in the text
 */
public record Table(Optional<List<String>> rowNames, Optional<List<String>> columnNames, Matrix values) {
    public Table {
        rowNames = rowNames.map(List::copyOf);
        columnNames = columnNames.map(List::copyOf);
    }
}
