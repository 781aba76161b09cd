package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.Files;
import dynlab.cli.paper.Effort;
import dynlab.cli.paper.Figure3;
import dynlab.cli.paper.Figure4;
import dynlab.cli.paper.Figure5;
import dynlab.cli.paper.Figure6;
import dynlab.cli.paper.Sheet;
import dynlab.cli.paper.SourceFigure;
import dynlab.view.pen.Palette;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** {@code paper-figures}: the figures of the paper on gated networks, computed and drawn anew. */
public final class PaperFiguresCommand implements Command {
    /** Every figure, in the order of the source. */
    public static final List<SourceFigure> FIGURES =
            List.of(new Figure3(), new Figure4(), new Figure5(), new Figure6());

    private static final int MOST_SEEDS = 100;

    @Override
    public String name() {
        return "paper-figures";
    }

    @Override
    public String usage() {
        return "paper-figures [--dir DIR] [--palette light|dark|projector|paper] [--seeds N] [3] [4] [5] [6]";
    }

    @Override
    public String summary() {
        return "Computes figures 3 to 6 of The Neural Race Reduction anew and draws them with the source's panels and axes,"
                + " into docs/figures if not told otherwise.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--dir", "--palette", "--seeds"), List.of());
        List<SourceFigure> chosen = chosen(arguments.plain(0, FIGURES.size(), "numbers of figures"));
        Palette palette = palette(arguments.option("--palette").orElse("light"));
        OptionalInt seeds = arguments.option("--seeds").isPresent()
                ? OptionalInt.of(arguments.whole("--seeds", 2, MOST_SEEDS, 2))
                : OptionalInt.empty();
        Path directory = Path.of(arguments.option("--dir").orElse("docs/figures"));
        try {
            java.nio.file.Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Files.Failed("There can be no directory " + directory + ".");
        }
        for (SourceFigure figure : chosen) {
            long start = System.nanoTime();
            String where = "figure " + figure.number() + ": ";
            String svg = sheet(figure, palette, new Effort(seeds, 1), 1, said -> err.println(where + said))
                    .svg();
            String file =
                    directory.resolve("neural-race-" + figure.number() + ".svg").toString();
            Files.write(file, svg, out);
            out.println(file);
            err.println(where + (System.nanoTime() - start) / 1_000_000_000L + " s");
        }
        return Exit.DONE;
    }

    /** One figure, computed and drawn. */
    public static Sheet sheet(
            SourceFigure figure, Palette palette, Effort effort, double wider, Consumer<String> progress) {
        Sheet sheet = new Sheet(palette, wider);
        figure.draw(sheet, effort, progress);
        return sheet;
    }

    private static List<SourceFigure> chosen(List<String> numbers) {
        if (numbers.isEmpty()) {
            return FIGURES;
        }
        List<SourceFigure> chosen = new ArrayList<>();
        for (String number : numbers) {
            chosen.add(FIGURES.stream()
                    .filter(figure -> figure.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new Arguments.Misused("There is no figure " + number + " here.")));
        }
        return chosen;
    }

    private static Palette palette(String name) {
        for (Palette palette : Palette.values()) {
            if (palette.name().toLowerCase(Locale.ROOT).equals(name)) {
                return palette;
            }
        }
        throw new Arguments.Misused("There is no palette " + name + ".");
    }
}
