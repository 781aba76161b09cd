package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.Streams;
import dynlab.cli.paper.InitScaleFigure;
import dynlab.cli.paper.PaperTable;
import dynlab.cli.paper.ReductionSpeed;
import dynlab.cli.paper.RoutingFigure;
import dynlab.cli.paper.TransferFigure;
import dynlab.cli.paper.XorFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paper}: the long acceptance runs of the gated networks, against the numbers of an independent implementation. */
@Command(
        name = "paper",
        description =
                "Repeats the long runs behind the published figures of gated networks and prints each number beside the known one.")
public final class PaperCommand implements Callable<Integer> {
    private static final Map<String, Consumer<PaperTable>> PARTS = parts();

    private static Map<String, Consumer<PaperTable>> parts() {
        Map<String, Consumer<PaperTable>> parts = new LinkedHashMap<>();
        parts.put("xor", XorFigure::check);
        parts.put("routing", RoutingFigure::check);
        parts.put("transfer", TransferFigure::check);
        parts.put("init-scale", InitScaleFigure::check);
        parts.put("speed", ReductionSpeed::check);
        return parts;
    }

    private final Streams streams;

    @Parameters(paramLabel = "PART", description = "xor, routing, transfer, init-scale, speed; all unless named.")
    private List<String> words = new ArrayList<>();

    public PaperCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<String, Consumer<PaperTable>> chosen = Chosen.chosen("part", words, PARTS);
        PaperTable table = new PaperTable(streams.out());
        for (Map.Entry<String, Consumer<PaperTable>> part : chosen.entrySet()) {
            long start = System.nanoTime();
            part.getValue().accept(table);
            streams.err().println(part.getKey() + ": " + (System.nanoTime() - start) / 1_000_000_000L + " s");
        }
        streams.err().println(table.missed() + " rows outside their range");
        return table.missed() == 0 ? Exit.DONE : Exit.MISMATCH;
    }
}
