package dynlab.cli.paper;

import dynlab.numeric.Numbers;
import java.io.PrintStream;
import java.util.Arrays;

/** A table "quantity | known | measured | ✓ or ✗", printed row by row; a dot where nothing is judged. */
public final class PaperTable {
    private final PrintStream out;
    private int judged;
    private int shown;
    private int missed;

    public PaperTable(PrintStream out) {
        this.out = out;
        out.println("| quantity | known | measured | |");
        out.println("|---|---|---|---|");
    }

    /** A number that should be near a known one. */
    public void near(String quantity, double known, double tolerance, double measured) {
        row(
                quantity,
                plain(known) + " ± " + plain(tolerance),
                plain(measured),
                Math.abs(measured - known) <= tolerance);
    }

    /** A number that should lie below a limit. */
    public void below(String quantity, double limit, double measured) {
        row(quantity, "< " + plain(limit), plain(measured), measured < limit);
    }

    /** A number that should lie above a limit. */
    public void above(String quantity, double limit, double measured) {
        row(quantity, "> " + plain(limit), plain(measured), measured > limit);
    }

    /** A number beside a known one for which no range is known, so that nothing is judged. */
    public void beside(String quantity, double known, double measured) {
        beside(quantity, plain(known) + ", no range given", plain(measured));
    }

    /** The same, in words. */
    public void beside(String quantity, String known, String measured) {
        shown++;
        out.println("| " + quantity + " | " + known + " | " + measured + " | · |");
        out.flush();
    }

    public void row(String quantity, String known, String measured, boolean holds) {
        judged++;
        missed += holds ? 0 : 1;
        out.println("| " + quantity + " | " + known + " | " + measured + " | " + (holds ? "✓" : "✗") + " |");
        out.flush();
    }

    /** A number that should lie in a range. */
    void within(String quantity, double least, double most, double measured) {
        row(quantity, plain(least) + " … " + plain(most), plain(measured), measured >= least && measured <= most);
    }

    /** The line below the table: how many rows are judged, and how many only shown. */
    public void count() {
        out.println();
        out.println(
                judged + " rows judged, " + missed + " of them outside their range; " + shown + " rows only shown.");
    }

    /** Rows that do not hold. */
    public int missed() {
        return missed;
    }

    public static String plain(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e5) {
            return Numbers.typed(value, 3);
        }
        return Numbers.plain(value, size < 1 ? 4 : size < 100 ? 3 : 1);
    }

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The standard deviation of a sample. */
    public static double deviation(double[] values) {
        double mean = mean(values);
        double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(sum / (values.length - 1));
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public static double largest(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
