package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.paper.InitScaleFigure;
import dynlab.cli.paper.PaperTable;
import dynlab.cli.paper.ReductionSpeed;
import dynlab.cli.paper.RoutingFigure;
import dynlab.cli.paper.TransferFigure;
import dynlab.cli.paper.XorFigure;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code paper}: the long acceptance runs of the gated networks, against the numbers of an independent implementation. */
public final class PaperCommand implements Command {
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

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public String usage() {
        return "paper [" + String.join(" | ", PARTS.keySet()) + "]";
    }

    @Override
    public String summary() {
        return "Repeats the long runs behind the published figures of gated networks and prints each number beside the"
                + " specification's.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        List<String> chosen = new Arguments(words, List.of(), List.of()).plain(0, PARTS.size(), "parts");
        for (String part : chosen) {
            if (!PARTS.containsKey(part)) {
                throw new Arguments.Misused("There is no part " + part + ".");
            }
        }
        PaperTable table = new PaperTable(out);
        for (Map.Entry<String, Consumer<PaperTable>> part : PARTS.entrySet()) {
            if (chosen.isEmpty() || chosen.contains(part.getKey())) {
                long start = System.nanoTime();
                part.getValue().accept(table);
                err.println(part.getKey() + ": " + (System.nanoTime() - start) / 1_000_000_000L + " s");
            }
        }
        err.println(table.missed() + " rows outside their range");
        return table.missed() == 0 ? Exit.DONE : Exit.MISMATCH;
    }
}
