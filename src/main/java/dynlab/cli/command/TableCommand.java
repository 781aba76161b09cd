package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.InputFile;
import dynlab.cli.Streams;
import dynlab.experiment.Refused;
import dynlab.experiment.file.JsonWriter;
import dynlab.numeric.ExactDecimals;
import dynlab.table.Table;
import dynlab.table.TableReader;
import dynlab.table.Unreadable;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code table FILE}: how a table of numbers is read, as JSON. */
@Command(
        name = "table",
        description =
                "Prints how a table is read: names of rows and columns, and the numbers; or says what is wrong where.")
public final class TableCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "CSV, a spreadsheet's copy, columns parted by blanks, or an array as JSON or NumPy print it.")
    private String file = "";

    public TableCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Table table;
        try {
            table = TableReader.read(InputFile.read(file), new ExactDecimals());
        } catch (Unreadable unreadable) {
            throw new Refused(file, Words.say(unreadable.phrase()));
        }
        JsonWriter json = new JsonWriter(new ExactDecimals());
        json.open('{');
        names(json.name("row_names"), table.rowNames());
        names(json.name("column_names"), table.columnNames());
        json.name("values")
                .matrix(
                        table.values().toArray(),
                        0,
                        table.values().rows(),
                        table.values().columns());
        json.close('}');
        streams.out().println(json);
        return Exit.DONE;
    }

    private static void names(JsonWriter json, Optional<List<String>> names) {
        if (names.isEmpty()) {
            json.literal("null");
            return;
        }
        json.open('[');
        names.get().forEach(json::text);
        json.close(']');
    }
}
