package dynlab.cli.sweep;

import dynlab.numeric.Numbers;
import dynlab.sweep.Row;
import java.io.PrintStream;

/** Says on standard error how far a sweep is: rows, rows a second, time left. */
final class Pace {
    private static final long QUIET_NANOS = 2_000_000_000L;

    private final PrintStream err;
    private final int rows;
    private final int before;
    private final long start = System.nanoTime();
    private long last = start;
    private int done;
    private int bad;

    /**
     * @param rows of the whole sweep
     * @param before how many of them were there already
     */
    Pace(PrintStream err, int rows, int before) {
        this.err = err;
        this.rows = rows;
        this.before = before;
    }

    synchronized void add(Row row) {
        done++;
        bad += row.status() == Row.Status.DONE ? 0 : 1;
        long now = System.nanoTime();
        if (now - last > QUIET_NANOS) {
            last = now;
            double rate = done / ((now - start) / 1e9);
            int left = seconds((rows - before - done) / rate);
            err.println("row " + (before + done) + " of " + rows + ", " + Numbers.brief(rate) + " a second, "
                    + time(left) + " left" + (bad == 0 ? "" : ", " + bad + " not done"));
        }
    }

    private static int seconds(double time) {
        return (int) Math.ceil(time);
    }

    private static String time(int seconds) {
        if (seconds < 100) {
            return seconds + " s";
        }
        return seconds < 6000 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
