package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.Streams;
import dynlab.cli.paper.FigurePart;
import dynlab.cli.paper.InitScaleFigure;
import dynlab.cli.paper.PaperTable;
import dynlab.cli.paper.RaceFigure;
import dynlab.cli.paper.ReductionSpeed;
import dynlab.cli.paper.RoutingFigure;
import dynlab.cli.paper.Source;
import dynlab.cli.paper.TransferFigure;
import dynlab.cli.paper.XorFigure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paper}: the long acceptance runs of the gated networks, against the numbers of an independent implementation. */
@Command(
        name = "paper",
        description =
                "Repeats the long runs behind the published figures of gated networks and prints each number beside the known one.")
public final class PaperCommand implements Callable<Integer> {
    private static final Map<String, FigurePart> PARTS = parts();

    private static Map<String, FigurePart> parts() {
        Map<String, FigurePart> parts = new LinkedHashMap<>();
        parts.put("xor", XorFigure::check);
        parts.put("routing", RoutingFigure::check);
        parts.put("race", RaceFigure::check);
        parts.put("transfer", TransferFigure::check);
        parts.put("init-scale", InitScaleFigure::check);
        parts.put("speed", ReductionSpeed::check);
        return parts;
    }

    private final Streams streams;

    @Parameters(paramLabel = "PART", description = "xor, routing, race, transfer, init-scale, speed; all unless named.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "paper or notebook: whose settings and numbers where these differ; both unless named.")
    private Optional<String> sourceWord = Optional.empty();

    public PaperCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<String, FigurePart> chosen = Chosen.chosen("part", words, PARTS);
        Set<Source> sources = sourceWord.isPresent()
                ? EnumSet.of(Chosen.one("source", sourceWord.get(), Chosen.words(Source.values())))
                : EnumSet.allOf(Source.class);
        PaperTable table = new PaperTable(streams.out());
        for (Map.Entry<String, FigurePart> part : chosen.entrySet()) {
            long start = System.nanoTime();
            part.getValue().check(table, sources);
            streams.err().println(part.getKey() + ": " + (System.nanoTime() - start) / 1_000_000_000L + " s");
        }
        table.count();
        return table.missed() == 0 ? Exit.DONE : Exit.MISMATCH;
    }
}
