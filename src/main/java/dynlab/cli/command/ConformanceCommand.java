package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.FileFailed;
import dynlab.cli.Streams;
import dynlab.numeric.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code conformance DIR}: the table of errors against reference files. */
@Command(
        name = "conformance",
        description = "Runs every reference file of a directory and prints the table of errors in docs/acceptance.md.")
public final class ConformanceCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "A directory of reference files.")
    private String directory = "";

    public ConformanceCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int bad = 0;
        int checked = 0;
        for (String file : files(directory)) {
            List<Conformance.Row> rows = Conformance.check(file);
            if (rows.isEmpty()) {
                continue;
            }
            if (checked++ == 0) {
                streams.out().println("| file | largest errors | within its tolerance |");
                streams.out().println("|---|---|---|");
            }
            List<String> errors = new ArrayList<>();
            List<String> outside = new ArrayList<>();
            for (Conformance.Row row : rows) {
                errors.add(row.quantity() + " " + Numbers.typed(row.error(), 2));
                if (!(row.error() <= row.tolerance())) {
                    outside.add(row.quantity() + " above " + Numbers.typed(row.tolerance(), 2));
                }
            }
            bad += outside.size();
            String name = Path.of(file).getFileName().toString().replace(".json", "");
            streams.out()
                    .println("| " + name + " | " + String.join(", ", errors) + " | "
                            + (outside.isEmpty() ? "✓" : "✕ " + String.join(", ", outside)) + " |");
        }
        if (checked == 0) {
            throw new FileFailed("There is no reference file in " + directory + ".");
        }
        streams.err().println(checked + " files, " + bad + " comparisons outside their tolerance");
        return bad == 0 ? Exit.DONE : Exit.MISMATCH;
    }

    private static List<String> files(String directory) {
        try (Stream<Path> entries = java.nio.file.Files.list(Path.of(directory))) {
            return entries.map(Path::toString)
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new FileFailed("There is no directory " + directory + " that could be read.");
        }
    }
}
