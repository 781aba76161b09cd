package dynlab.cli.paper;

import java.io.PrintStream;
import java.util.Locale;

/** The table of {@code twins}: a line is printed as soon as it is known. */
public final class TwinRows {
    private final PrintStream out;
    private int bad;

    public TwinRows(PrintStream out) {
        this.out = out;
        out.println("| quantity | specification | measured | |");
        out.println("|---|---|---|---|");
    }

    /** Lines that do not hold. */
    public int bad() {
        return bad;
    }

    /** A line with its own words. */
    void row(String quantity, String specification, String measured, boolean holds) {
        bad += holds ? 0 : 1;
        out.println("| " + quantity + " | " + specification + " | " + measured + " | " + (holds ? "✓" : "✗") + " |");
    }

    /** A number that must lie within an absolute tolerance. */
    public void near(String quantity, double specification, double measured, double tolerance) {
        row(
                quantity,
                plain(specification) + " ± " + plain(tolerance),
                plain(measured),
                Math.abs(measured - specification) <= tolerance);
    }

    /** A number that must lie in a range. */
    public void within(String quantity, double least, double most, double measured) {
        row(quantity, plain(least) + " … " + plain(most), plain(measured), measured >= least && measured <= most);
    }

    /** What the specification gives no number for: shown, not judged. */
    void beside(String quantity, String measured) {
        out.println("| " + quantity + " | not given | " + measured + " | |");
    }

    static String plain(double value) {
        double size = Math.abs(value);
        String format = size == 0 ? "%.0f" : size >= 1000 ? "%.0f" : size >= 0.01 ? "%.4g" : "%.2e";
        return String.format(Locale.ROOT, format, value);
    }
}
