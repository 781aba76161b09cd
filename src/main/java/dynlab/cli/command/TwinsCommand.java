package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.Streams;
import dynlab.cli.paper.TwinRows;
import dynlab.cli.paper.TwinSections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code twins [SECTION …]}: the long runs of ReLU networks and their gated twins, beside what an independent implementation measured. */
@Command(
        name = "twins",
        description =
                "Trains ReLU networks and their gated twins at the paper's sizes (minutes) and prints a table of checks.")
public final class TwinsCommand implements Callable<Integer> {
    private static final Map<String, Consumer<TwinRows>> SECTIONS = sections();

    private static Map<String, Consumer<TwinRows>> sections() {
        Map<String, Consumer<TwinRows>> sections = new LinkedHashMap<>();
        sections.put("paper", TwinSections::paper);
        sections.put("race", TwinSections::race);
        sections.put("contexts", TwinSections::contexts);
        sections.put("gates", TwinSections::gates);
        sections.put("depth", TwinSections::depth);
        sections.put("discovery", TwinSections::discovery);
        sections.put("mixed", TwinSections::mixed);
        sections.put("limits", TwinSections::limits);
        return sections;
    }

    private final Streams streams;

    @Parameters(
            paramLabel = "SECTION",
            description = "paper, race, contexts, gates, depth, discovery, mixed, limits; all unless named.")
    private List<String> words = new ArrayList<>();

    public TwinsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<String, Consumer<TwinRows>> chosen = Chosen.chosen("section", words, SECTIONS);
        TwinRows rows = new TwinRows(streams.out());
        for (Map.Entry<String, Consumer<TwinRows>> section : chosen.entrySet()) {
            streams.err().println(section.getKey() + " …");
            section.getValue().accept(rows);
        }
        rows.count();
        return rows.bad() == 0 ? Exit.DONE : Exit.MISMATCH;
    }
}
