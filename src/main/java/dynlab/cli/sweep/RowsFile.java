package dynlab.cli.sweep;

import dynlab.sweep.Column;
import dynlab.sweep.Row;
import java.nio.file.Path;
import java.util.List;

/** A form of file for rows that this program cannot write by itself. */
public interface RowsFile {
    /** Its word, which is how its files end. */
    String word();

    /** Writes all rows to a file that is not there yet. */
    void write(Path file, List<Column> columns, List<Row> rows);
}
