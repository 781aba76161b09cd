package dynlab.experiment.run;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.DataRange;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.search.Search;
import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A smaller run with the same losses and weights, up to rounding: narrow hidden layers, few samples, or both. What is
 * recorded is read from the whole network, whose weights are made from the small ones at every record.
 *
 * <p>For plain descent only. The digest begins with the letters of its kinds, {@code h1-}, {@code c1-} or {@code hc1-}; only
 * direct stepping makes one that begins with {@code d1-}. Where a run stands on a saddle, rounding decides when it leaves, and
 * the short cut has a rounding of its own.
 */
public final class ShortCut {
    /** First letter where hidden layers are wider than what flows in and out. */
    private static final String HIDDEN = "h";

    /** Letter where there are more samples than input units: steps on the correlations of a linear network. */
    private static final String CORRELATIONS = "c";

    /** What follows the letters in a digest. */
    private static final String VERSION = "1-";

    /** A run that takes less is shown as it is, seconds. */
    private static final double BRIEF = 0.1;
    /** How many times less work makes it worth while: the run itself follows. */
    private static final double WORTH = 3;

    private final Experiment experiment;
    private final Experiment small;
    private final NarrowLayers layers;
    private final double rest;
    private final String letters;

    private ShortCut(Experiment experiment, NarrowLayers layers, List<Context> few, double rest, boolean fewer) {
        this.experiment = experiment;
        this.layers = layers;
        this.rest = rest;
        small = new Experiment(
                experiment.name(),
                experiment.description(),
                layers.architecture(),
                few,
                experiment.start(),
                experiment.training(),
                experiment.record(),
                false,
                experiment.extras());
        letters = (layers.any() ? HIDDEN : "") + (fewer ? CORRELATIONS : "");
    }

    /**
     * The short cut of a run, if there is one.
     *
     * @param weights its first ones, in edge order
     */
    public static Optional<ShortCut> of(Experiment experiment, List<Matrix> weights) {
        if (!experiment.plain() || Search.asked(experiment) || !DataRange.plain(experiment.contexts())) {
            return Optional.empty();
        }
        boolean linear = true;
        for (Node node : experiment.architecture().nodes()) {
            linear &= node.activation() == Activation.LINEAR;
        }
        List<Context> few = new ArrayList<>();
        double rest = 0;
        boolean fewer = false;
        for (Context context : experiment.contexts()) {
            if (context.train()) {
                Optional<FewerSamples> found = linear ? FewerSamples.of(context) : Optional.empty();
                few.add(found.map(FewerSamples::context).orElse(context));
                rest += found.map(FewerSamples::rest).orElse(0.0);
                fewer |= found.isPresent();
            }
        }
        ShortCut cut = new ShortCut(experiment, new NarrowLayers(experiment.architecture(), weights), few, rest, fewer);
        return cut.letters.isEmpty() ? Optional.empty() : Optional.of(cut);
    }

    /** Whether it is much less work than the run itself. */
    boolean worthWhile() {
        double shorter = Work.seconds(small) + records() * Work.products(layers.multiplications());
        return WORTH * shorter <= Work.seconds(experiment);
    }

    /** How often the whole network's weights are made, at most. */
    private double records() {
        int steps = experiment.training().steps();
        RecordPlan.When when = experiment.record().when();
        if (when instanceof RecordPlan.When.Every every) {
            return 1 + steps / every.n();
        } else if (when instanceof RecordPlan.When.At listed) {
            return listed.steps().size();
        }
        return Math.min(1 + steps, RecordPlan.When.Adaptive.MOST);
    }

    /** Whether a run is long enough to look for a short cut. */
    static boolean takesLong(Experiment experiment) {
        return Work.seconds(experiment) > BRIEF;
    }

    /** Whether a digest is that of a run by a short cut, and not by direct stepping; an empty one is of neither. */
    public static boolean made(String digest) {
        return !digest.isEmpty() && !digest.startsWith(Stepping.DIRECT);
    }

    /** Whether a digest of a short cut says that hidden layers were made narrow. */
    public static boolean narrow(String digest) {
        return digest.startsWith(HIDDEN);
    }

    /** Whether a digest of a short cut says that it stepped on correlations. */
    public static boolean onCorrelations(String digest) {
        return digest.startsWith(CORRELATIONS) || digest.startsWith(HIDDEN + CORRELATIONS);
    }

    /** The graph that is stepped. */
    Architecture architecture() {
        return small.architecture();
    }

    /** Steps by it, that bring weights into a network. */
    Stepping stepping(Network whole) {
        List<Matrix> narrow = layers.weights();
        Trainer trainer = Trainers.of(small, narrow, false);
        return new Stepping() {
            @Override
            public double loss() {
                return trainer.loss() + rest;
            }

            @Override
            public double lastLoss() {
                return trainer.lastLoss() + rest;
            }

            @Override
            public double recordedLoss(double loss) {
                show();
                return loss;
            }

            @Override
            public void step() {
                trainer.step();
            }

            @Override
            public Network network() {
                return whole;
            }

            @Override
            public void show() {
                for (int e = 0; e < narrow.size(); e++) {
                    layers.wide(e, trainer.network().weight(e)).copyInto(whole.liveWeights(e), 0);
                }
            }

            @Override
            public String prefix() {
                return letters + VERSION;
            }
        };
    }
}
