package dynlab.scene;

import dynlab.numeric.Numbers;

/** A share in a narrator's sentence. */
final class Shares {
    private Shares() {}

    /** "51 %", "under 1 %", "over 1000 %". */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "under " + Numbers.percent(0.01);
        }
        return share > 10 ? "over " + Numbers.percent(10) : Numbers.percent(share);
    }
}
