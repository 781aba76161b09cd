package dynlab.experiment;

import dynlab.measure.Accuracy;
import dynlab.measure.AfterRun;
import dynlab.measure.Confusion;
import dynlab.measure.ContextError;
import dynlab.measure.Distinctions;
import dynlab.measure.EdgeEigenvalues;
import dynlab.measure.EdgeSpectra;
import dynlab.measure.Form;
import dynlab.measure.HiddenMean;
import dynlab.measure.HiddenSimilarity;
import dynlab.measure.InputSimilarity;
import dynlab.measure.ItemMap;
import dynlab.measure.KernelDistance;
import dynlab.measure.LayerAlignment;
import dynlab.measure.LayerSharing;
import dynlab.measure.Likeness;
import dynlab.measure.LossOverData;
import dynlab.measure.MapSpectrum;
import dynlab.measure.Measure;
import dynlab.measure.ModeStrengths;
import dynlab.measure.Outputs;
import dynlab.measure.PathMaps;
import dynlab.measure.Projection;
import dynlab.measure.StateSimilarity;
import dynlab.measure.UnitTuning;
import dynlab.measure.Weights;
import java.util.Optional;

/**
 * The one list of what can be recorded of a run. Recorder, packets, files, command line and views go through it; a new
 * quantity is a {@link Measure} and a line here. {@link #word} is the word in an experiment file; files write quantities in
 * this order.
 */
public enum Quantity {
    LOSS(new LossOverData()),
    CONTEXT_ERROR(new ContextError()),
    ACCURACY(new Accuracy()),
    CONFUSION(new Confusion()),
    MODE_STRENGTH(new ModeStrengths()),
    MAP_SINGULAR_VALUES(new MapSpectrum()),
    SINGULAR_VALUES(new EdgeSpectra()),
    WEIGHTS(new Weights()),
    SIMILARITY(new HiddenSimilarity(Likeness.INNER_PRODUCT)),
    EUCLIDEAN_DISTANCE(new HiddenSimilarity(Likeness.EUCLIDEAN)),
    CORRELATION_DISTANCE(new HiddenSimilarity(Likeness.CORRELATION)),
    HIDDEN_MEAN(new HiddenMean()),
    INPUT_SIMILARITY(new InputSimilarity()),
    PATH_MAPS(new PathMaps()),
    TUNING(new UnitTuning()),
    SHARING(new LayerSharing()),
    OUTPUTS(new Outputs()),
    MAP(new ItemMap()),
    TYPICALITY(new Distinctions(false)),
    PROTOTYPE(new Distinctions(true)),
    PROJECTION(new Projection()),
    KERNEL_DISTANCE(new KernelDistance()),
    ALIGNMENT(new LayerAlignment()),
    EIGENVALUES(new EdgeEigenvalues()),
    STATE_SIMILARITY(new StateSimilarity()),
    /** A search for gates that stay. */
    DISCOVERY(new AfterRun("discovery")),
    /** The same search among three kinds of gates only. */
    GATE_FITS(new AfterRun("gate_fits"));

    private final Measure measure;

    Quantity(Measure measure) {
        this.measure = measure;
    }

    public Measure measure() {
        return measure;
    }

    public String word() {
        return measure.id();
    }

    /** Whether it is found once the run is over; then no series is recorded of it. */
    public boolean afterwards() {
        return measure.form().value() == Form.Value.AFTERWARDS;
    }

    public static Optional<Quantity> of(String word) {
        for (Quantity quantity : values()) {
            if (quantity.word().equals(word)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }
}
