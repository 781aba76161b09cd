package dynlab.view.pen;

import java.util.List;

/** Keeps labels in a column apart, and in their room. */
public final class Labels {
    /** Less than this, px, is not seen. */
    private static final double SLACK = 0.25;

    private Labels() {}

    /**
     * Places as near as can be to where labels belong, no two nearer than {@code apart}. Belongs downwards: later ones
     * are lower or equal.
     *
     * @param wanted px of each label
     * @param n how many of them, from the first, are placed
     * @param low least place of the first
     * @param high greatest place of the last
     */
    public static double[] spread(double[] wanted, int n, double apart, double low, double high) {
        double[] places = new double[n];
        for (int i = 0; i < n; i++) {
            double least = i == 0 ? low : places[i - 1] + apart;
            places[i] = Math.max(wanted[i], least);
        }
        // what ran out at the bottom moves up again
        double most = high;
        for (int i = n - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], most);
            most = places[i] - apart;
        }
        return places;
    }

    /** How many of {@code n} labels, at least one, {@link #spread} can keep apart within their room. */
    public static int most(int n, double apart, double low, double high) {
        return Math.min(n, Math.max(1, (int) ((high - low) / apart) + 1));
    }

    /** Width of a column of names: that of the longest, but no more than there is room for; {@link #cut} does the rest. */
    public static double column(Pen pen, List<String> names, TextStyle style, double room) {
        double widest = 0;
        for (String name : names) {
            widest = Math.max(widest, pen.width(name, style));
        }
        return Math.min(widest, Math.max(0, room));
    }

    /** Words as far as there is room for them, in px, with an ellipsis for the rest. */
    public static String cut(Pen pen, String words, TextStyle style, double room) {
        if (pen.width(words, style) <= room + SLACK) {
            return words;
        }
        int keep = words.length() - 1;
        while (keep > 1 && pen.width(words.substring(0, keep) + "…", style) > room) {
            keep--;
        }
        return words.substring(0, keep) + "…";
    }
}
