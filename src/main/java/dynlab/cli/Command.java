package dynlab.cli;

import java.io.PrintStream;
import java.util.List;

/** One word of the command line. */
public interface Command {
    String name();

    /** How it is called, in one line. */
    String usage();

    /** What it does, in one sentence. */
    String summary();

    /**
     * Runs it.
     *
     * @return one of {@link Exit}
     */
    int run(List<String> words, PrintStream out, PrintStream err);
}
