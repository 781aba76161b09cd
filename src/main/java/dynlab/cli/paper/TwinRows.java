package dynlab.cli.paper;

import dynlab.numeric.Numbers;
import java.io.PrintStream;

/** The table of {@code twins}: a line is printed as soon as it is known. */
public final class TwinRows {
    private final PrintStream out;
    private int judged;
    private int shown;
    private int bad;

    public TwinRows(PrintStream out) {
        this.out = out;
        out.println("| quantity | known | measured | |");
        out.println("|---|---|---|---|");
    }

    /** Lines that do not hold. */
    public int bad() {
        return bad;
    }

    /** The line below the table: how many rows are judged, and how many only shown. */
    public void count() {
        out.println();
        out.println(judged + " rows judged, " + bad + " of them outside their range; " + shown + " rows only shown.");
    }

    /** A line with its own words. */
    void row(String quantity, String known, String measured, boolean holds) {
        judged++;
        bad += holds ? 0 : 1;
        out.println("| " + quantity + " | " + known + " | " + measured + " | " + (holds ? "✓" : "✗") + " |");
    }

    /** A number that must lie within an absolute tolerance. */
    public void near(String quantity, double known, double measured, double tolerance) {
        row(
                quantity,
                plain(known) + " ± " + plain(tolerance),
                plain(measured),
                Math.abs(measured - known) <= tolerance);
    }

    /** A number that must lie in a range. */
    public void within(String quantity, double least, double most, double measured) {
        row(quantity, plain(least) + " … " + plain(most), plain(measured), measured >= least && measured <= most);
    }

    /** What no number is known for: shown, not judged. */
    void beside(String quantity, String measured) {
        shown++;
        out.println("| " + quantity + " | not given | " + measured + " | |");
    }

    static String plain(double value) {
        double size = Math.abs(value);
        return size >= 1000 ? Numbers.plain(value, 0) : Numbers.typed(value, size >= 0.01 ? 4 : 3);
    }
}
