package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.cli.paper.Effort;
import dynlab.cli.paper.Figure3;
import dynlab.cli.paper.Figure4;
import dynlab.cli.paper.Figure5;
import dynlab.cli.paper.Figure6;
import dynlab.cli.paper.Sheet;
import dynlab.cli.paper.SourceFigure;
import dynlab.view.pen.Palette;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paper-figures}: the figures of the paper on gated networks, computed and drawn anew. */
@Command(
        name = "paper-figures",
        description =
                "Computes figures 3 to 6 of The Neural Race Reduction anew and draws them with the source's panels and axes.")
public final class PaperFiguresCommand implements Callable<Integer> {
    /** Every figure, in the order of the source. */
    public static final List<SourceFigure> FIGURES =
            List.of(new Figure3(), new Figure4(), new Figure5(), new Figure6());

    private static final int MOST_SEEDS = 100;

    private final Streams streams;

    @Parameters(paramLabel = "FIGURE", description = "3, 4, 5, 6; all unless named.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--dir", paramLabel = "DIR", description = "The directory to write to; docs/figures unless named.")
    private Path directory = Path.of("docs/figures");

    @Option(names = "--palette", paramLabel = "NAME", description = "light (which is usual), dark, projector or paper.")
    private String paletteWord = "light";

    @Option(names = "--seeds", paramLabel = "N", description = "Random starts; as many as a figure takes unless named.")
    private Optional<String> seedsWord = Optional.empty();

    public PaperFiguresCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<SourceFigure> chosen = chosen(words);
        Palette palette = palette(paletteWord);
        OptionalInt seeds = seedsWord.isPresent()
                ? OptionalInt.of(Chosen.whole("--seeds", seedsWord.get(), 2, MOST_SEEDS))
                : OptionalInt.empty();
        OutputFile.directory(directory);
        for (SourceFigure figure : chosen) {
            long start = System.nanoTime();
            String where = "figure " + figure.number() + ": ";
            String svg = sheet(
                            figure,
                            palette,
                            new Effort(seeds, 1),
                            1,
                            said -> streams.err().println(where + said))
                    .svg();
            String file =
                    directory.resolve("neural-race-" + figure.number() + ".svg").toString();
            OutputFile.write(file, svg, streams.out());
            streams.out().println(file);
            streams.err().println(where + (System.nanoTime() - start) / 1_000_000_000L + " s");
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
        Map<String, SourceFigure> all = new LinkedHashMap<>();
        for (SourceFigure figure : FIGURES) {
            all.put(figure.number(), figure);
        }
        return List.copyOf(Chosen.chosen("figure", numbers, all).values());
    }

    private static Palette palette(String word) {
        return Chosen.one("palette", word, Chosen.words(Palette.values()));
    }
}
