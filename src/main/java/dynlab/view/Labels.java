package dynlab.view;

/** Keeps labels in a column apart. */
final class Labels {
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
    static double[] spread(double[] wanted, int n, double apart, double low, double high) {
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
}
