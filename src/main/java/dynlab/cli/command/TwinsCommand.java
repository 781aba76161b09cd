package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.paper.TwinRows;
import dynlab.cli.paper.TwinSections;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code twins [SECTION …]}: the long runs of ReLU networks and their gated twins, beside what the specification measured. */
public final class TwinsCommand implements Command {
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

    @Override
    public String name() {
        return "twins";
    }

    @Override
    public String usage() {
        return "twins [" + String.join("|", SECTIONS.keySet()) + "] …";
    }

    @Override
    public String summary() {
        return "Trains ReLU networks and their gated twins at the paper's sizes (minutes) and prints a table of checks.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        List<String> asked = new Arguments(words, List.of(), List.of()).plain(0, SECTIONS.size(), "sections");
        for (String section : asked) {
            if (!SECTIONS.containsKey(section)) {
                throw new Arguments.Misused("There is no section \"" + section + "\".");
            }
        }
        TwinRows rows = new TwinRows(out);
        for (Map.Entry<String, Consumer<TwinRows>> section : SECTIONS.entrySet()) {
            if (asked.isEmpty() || asked.contains(section.getKey())) {
                err.println(section.getKey() + " …");
                section.getValue().accept(rows);
            }
        }
        err.println(rows.bad() + " checks outside the specification");
        return rows.bad() == 0 ? Exit.DONE : Exit.MISMATCH;
    }
}
