package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.Files;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code conformance DIR}: the table of errors against reference files. */
public final class ConformanceCommand implements Command {
    @Override
    public String name() {
        return "conformance";
    }

    @Override
    public String usage() {
        return "conformance DIR";
    }

    @Override
    public String summary() {
        return "Runs every reference file of a directory and prints the README's table of errors.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        String directory = new Arguments(words, List.of(), List.of())
                .plain(1, 1, "one directory")
                .get(0);
        int bad = 0;
        int files = 0;
        out.println("| file | largest errors | within its tolerance |");
        out.println("|---|---|---|");
        for (String file : files(directory)) {
            if (!Conformance.isExperiment(file)) {
                continue;
            }
            files++;
            List<String> errors = new ArrayList<>();
            List<String> outside = new ArrayList<>();
            for (Conformance.Row row : Conformance.check(file)) {
                errors.add(row.quantity() + " " + plain(row.error()));
                if (!(row.error() <= row.tolerance())) {
                    outside.add(row.quantity() + " above " + plain(row.tolerance()));
                }
            }
            bad += outside.size();
            String name = Path.of(file).getFileName().toString().replace(".json", "");
            out.println("| " + name + " | " + String.join(", ", errors) + " | "
                    + (outside.isEmpty() ? "✓" : "✕ " + String.join(", ", outside)) + " |");
        }
        if (files == 0) {
            throw new Files.Failed("There is no reference file in " + directory + ".");
        }
        err.println(files + " files, " + bad + " comparisons outside their tolerance");
        return bad == 0 ? Exit.DONE : Exit.MISMATCH;
    }

    private static String plain(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }

    private static List<String> files(String directory) {
        try (Stream<Path> entries = java.nio.file.Files.list(Path.of(directory))) {
            return entries.map(Path::toString)
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Files.Failed("There is no directory " + directory + " that could be read.");
        }
    }
}
