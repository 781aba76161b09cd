package dynlab.cli.sweep;

import dynlab.sweep.Row;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What computes the rows of a sweep: threads here, or machines elsewhere. */
public interface Engine {
    /** Its word on the command line. */
    String word();

    /**
     * Computes rows, in any order.
     *
     * @param job the plan
     * @param rows their numbers
     * @param where how many threads, or the address of a cluster; empty for as many as there are
     * @param done takes each row once, as soon as it is there; may be called from any thread
     * @param stopped once it says yes no more rows are begun, and those begun may be given up
     */
    void run(Job job, int[] rows, String where, Consumer<Row> done, BooleanSupplier stopped);
}
