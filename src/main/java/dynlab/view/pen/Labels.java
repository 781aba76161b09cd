package dynlab.view.pen;

/** Keeps labels in a column apart, and in their room. */
public final class Labels {
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

    /** Words as far as there is room for them, in px, with an ellipsis for the rest. */
    public static String cut(Pen pen, String words, TextStyle style, double room) {
        if (pen.width(words, style) <= room) {
            return words;
        }
        int keep = words.length() - 1;
        while (keep > 1 && pen.width(words.substring(0, keep) + "…", style) > room) {
            keep--;
        }
        return words.substring(0, keep) + "…";
    }
}
