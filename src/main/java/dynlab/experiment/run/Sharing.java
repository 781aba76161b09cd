package dynlab.experiment.run;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.measure.LayerSharing;
import dynlab.measure.MixedSelectivity;

/**
 * How one hidden layer shares its work among contexts at a recorded time, read from {@link Quantity#SHARING}. The numbers
 * are those of {@link MixedSelectivity}.
 */
public final class Sharing {
    private static final int ON_IN = LayerSharing.column("on_in");
    private static final int WITHIN = LayerSharing.column("within");

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

    private double number(String field) {
        return series.at(record, 0, LayerSharing.column(field));
    }

    public int contexts() {
        return series.columns() - ON_IN - 1;
    }

    /** In how many contexts a unit is active, in effect: 1 for a modular one. */
    public double participation() {
        return number("participation");
    }

    /** Share of units that are on for some but not all objects of some context. */
    public double graded() {
        return number("graded");
    }

    /** Share of all samples for which a unit is on. */
    public double occupancy() {
        return number("occupancy");
    }

    /** Mean cosine: 0 of different objects in one context, 1 of one object across contexts, 2 of neither. */
    public double similarity(int kind) {
        return series.at(record, 0, WITHIN + kind);
    }

    /** Share of used units whose on-sets in different contexts contain one another. */
    public double nested() {
        return number("nested");
    }

    /** Share of contribution of the units that are on for most objects in {@code contexts} contexts. */
    public double onIn(int contexts) {
        return series.at(record, 0, ON_IN + contexts);
    }
}
