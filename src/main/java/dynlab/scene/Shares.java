package dynlab.scene;

import dynlab.numeric.Numbers;
import dynlab.words.Words;

/** A share in a narrator's sentence. */
final class Shares {
    private Shares() {}

    /** "51 %", "under 1 %", "over 1000 %". */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return Words.say("scene.shares.under", Numbers.percent(0.01));
        }
        return share > 10 ? Words.say("scene.shares.over", Numbers.percent(10)) : Numbers.percent(share);
    }
}
