package dynlab.experiment.run;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.measure.MixedSelectivity;

/**
 * How one hidden layer shares its work among contexts at a recorded time, read from {@link Quantity#SHARING}. The numbers
 * are those of {@link MixedSelectivity}.
 */
public final class Sharing {
    private static final int PLAIN = 8;

    private final Series series;
    private final int record;

    /**
     * @param series of {@link Quantity#SHARING}
     * @param record index of the recorded time
     */
    public Sharing(Series series, int record) {
        this.series = series;
        this.record = record;
    }

    static int numbers(int contexts) {
        return PLAIN + contexts + 1;
    }

    static double[] pack(MixedSelectivity m) {
        double[] onIn = m.onIn();
        double[] plain = {
            m.participation(),
            m.reuse(),
            m.graded(),
            m.occupancy(),
            m.within(),
            m.sameAcross(),
            m.differentAcross(),
            m.nested()
        };
        double[] all = new double[PLAIN + onIn.length];
        System.arraycopy(plain, 0, all, 0, PLAIN);
        System.arraycopy(onIn, 0, all, PLAIN, onIn.length);
        return all;
    }

    public int contexts() {
        return series.columns() - PLAIN - 1;
    }

    /** In how many contexts a unit is active, in effect: 1 for a modular one. */
    public double participation() {
        return series.at(record, 0, 0);
    }

    /** Share of units that are on for some but not all objects of some context. */
    public double graded() {
        return series.at(record, 0, 2);
    }

    /** Share of all samples for which a unit is on. */
    public double occupancy() {
        return series.at(record, 0, 3);
    }

    /** Mean cosine: 0 of different objects in one context, 1 of one object across contexts, 2 of neither. */
    public double similarity(int kind) {
        return series.at(record, 0, 4 + kind);
    }

    /** Share of used units whose on-sets in different contexts contain one another. */
    public double nested() {
        return series.at(record, 0, 7);
    }

    /** Share of contribution of the units that are on for most objects in {@code contexts} contexts. */
    public double onIn(int contexts) {
        return series.at(record, 0, PLAIN + contexts);
    }
}
