package dynlab.cli.paper;

import java.util.Set;

/** A part of the command {@code paper}: the runs behind one figure. */
public interface FigurePart {
    /** Computes, and prints a row for every number that the given sources have of it. */
    void check(PaperTable table, Set<Source> sources);
}
