package dynlab.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code conformance DIR}: the table of errors against reference files. */
final class ConformanceCommand implements Command {
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
        return "Runs every reference file of a directory and prints a Markdown table of errors beside tolerances.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        String directory = new Arguments(words, List.of(), List.of())
                .plain(1, 1, "one directory")
                .get(0);
        int bad = 0;
        int files = 0;
        out.println("| file | quantity | largest error | tolerance | |");
        out.println("|---|---|---:|---:|---|");
        for (String file : files(directory)) {
            if (!Conformance.isExperiment(file)) {
                continue;
            }
            files++;
            String label = Path.of(file).getFileName().toString().replace(".json", "");
            for (Conformance.Row row : Conformance.check(file)) {
                boolean good = row.error() <= row.tolerance();
                bad += good ? 0 : 1;
                out.println("| " + label + " | " + row.quantity() + " | " + plain(row.error()) + " | "
                        + plain(row.tolerance()) + " | " + (good ? "✓" : "✕") + " |");
                label = "";
            }
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
