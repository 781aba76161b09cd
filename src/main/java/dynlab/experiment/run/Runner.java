package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Correlations;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.Start;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.Search;
import dynlab.learning.ImpossibleInit;
import dynlab.learning.Initialization;
import dynlab.measure.LinearMap;
import dynlab.measure.Subject;
import dynlab.network.Network;
import dynlab.numeric.Digest;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.Modes;
import dynlab.theory.race.NeuralRaceReduction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/**
 * One run of an experiment, advanced in slices so that a worker can answer in between.
 *
 * <p>The digest of a run is {@code d1-} and 32 hexadecimal digits of {@link Digest} over the loss before every step and
 * after the last, then the final weights, edges in order, row-major, of every matrix once; then, where there are any, the
 * final biases, nodes in order, the θ of learned gates, groups in order, row-major, and the feedback matrices, in the
 * order of the file. Losses are against clean targets; with batches the loss before a step is that of the samples that it
 * looks at, times P / size, and the one after the last step that of all. A diverged run hashes its finite losses and the
 * weights of its last finite loss. {@code d1} stands for direct stepping; a {@link ShortCut} has letters of its own.
 */
public final class Runner {
    private static final int PARTIAL_RECORDS = 80;
    /** Additions and multiplications of one piece of a record: some hundredths of a second. */
    private static final double PIECE = 2e7;

    /** A search makes about twenty runs of the same length. */
    private static final double RUN_BEFORE_SEARCH = 0.05;

    private final Experiment experiment;
    private final List<Matrix> initialWeights;
    private final Network network;
    private final Stepping stepping;
    private final DoubleUnaryOperator recordedLoss;
    private final Recorder recorder;
    private final Digest digest = new Digest();
    private int step;
    private double loss;
    private Optional<String> finished = Optional.empty();
    private OptionalInt divergedAt = OptionalInt.empty();
    private Optional<NeuralRaceReduction> reduction = Optional.empty();
    private boolean reductionKnown;
    private Optional<Modes> modes = Optional.empty();
    private boolean looked;
    private Optional<Search> search = Optional.empty();
    private Optional<Result> settled = Optional.empty();

    private Runner(Experiment experiment, List<Matrix> initialWeights, Stepping stepping) {
        this.experiment = experiment;
        this.initialWeights = initialWeights;
        this.stepping = stepping;
        network = stepping.network();
        recordedLoss = stepping::recordedLoss;
        recorder = new Recorder(experiment, new Subject(network, experiment.contexts(), this::basis));
    }

    /**
     * Prepares a run.
     *
     * @throws Refused if the initial weights cannot be drawn for this graph and these data
     */
    public static Runner of(Experiment experiment) {
        List<Matrix> weights = initialWeights(experiment);
        return new Runner(experiment, weights, new DirectStepping(Trainers.of(experiment, weights, false)));
    }

    /**
     * Prepares a run by an exact short cut: the same curves and weights up to rounding, and a digest that says how they were
     * made.
     *
     * @return nothing where there is none
     * @throws Refused as {@link #of}
     */
    public static Optional<Runner> byShortCut(Experiment experiment) {
        List<Matrix> weights = initialWeights(experiment);
        return ShortCut.of(experiment, weights).map(cut -> by(cut, experiment, weights));
    }

    /** The same where the run itself would take long enough, and the short cut much less. */
    public static Optional<Runner> ahead(Experiment experiment) {
        if (!ShortCut.takesLong(experiment)) {
            return Optional.empty();
        }
        List<Matrix> weights = initialWeights(experiment);
        return ShortCut.of(experiment, weights).filter(ShortCut::worthWhile).map(cut -> by(cut, experiment, weights));
    }

    private static Runner by(ShortCut cut, Experiment experiment, List<Matrix> weights) {
        Network whole = Trainers.of(experiment, weights, false).network();
        return new Runner(experiment, weights, cut.stepping(whole));
    }

    /**
     * The initial weights of an experiment, one matrix an edge.
     *
     * @throws Refused if they cannot be drawn
     */
    public static List<Matrix> initialWeights(Experiment experiment) {
        if (experiment.start() instanceof Start.Given given) {
            return given.weights();
        } else if (experiment.start() instanceof Start.Drawn drawn) {
            try {
                return Initialization.draw(drawn.init(), experiment.architecture(), experiment.contexts());
            } catch (ImpossibleInit impossible) {
                throw new Refused("init." + impossible.place(), impossible.what());
            }
        }
        throw new AssertionError("a new kind of start");
    }

    /**
     * Makes at most {@code most} steps, those of a search that follows included; a piece of a record that takes long counts as
     * one.
     *
     * @return whether there is more to do
     */
    public boolean advance(int most) {
        if (finished.isPresent()) {
            return search.isPresent() && search.get().advance(most);
        }
        for (int k = 0; k < most && finished.isEmpty(); k++) {
            if (!looked && !look()) {
                break;
            }
            if (recorder.work(PIECE)) {
                continue;
            }
            looked = false;
            if (step == experiment.training().steps()) {
                finish();
            } else {
                stepping.step();
                step++;
            }
        }
        return more();
    }

    /** Takes the loss before a step, and begins to record it; returns whether it is finite. */
    private boolean look() {
        double now = step == experiment.training().steps() ? stepping.lastLoss() : stepping.loss();
        if (!Double.isFinite(now)) {
            divergedAt = OptionalInt.of(step);
            finish();
            return false;
        }
        loss = now;
        digest.add(loss);
        recorder.consider(step, loss, recordedLoss);
        looked = true;
        return true;
    }

    private boolean more() {
        return finished.isEmpty() || search.isPresent() && search.get().more();
    }

    private void finish() {
        stepping.show();
        Architecture architecture = experiment.architecture();
        for (int e = 0; e < architecture.edges().size(); e++) {
            if (architecture.owns(e)) {
                digest.add(network.liveWeights(e));
            }
        }
        for (int v = 0; v < architecture.nodes().size(); v++) {
            digest.add(network.liveBias(v));
        }
        for (int g = 0; g < network.gateGroups(); g++) {
            digest.add(network.theta(g).toArray());
        }
        for (int k = 0; k < network.feedbacks(); k++) {
            digest.add(network.liveFeedback(k));
        }
        finished = Optional.of(stepping.prefix() + digest.hex());
        if (Search.asked(experiment)) {
            search = Optional.of(new Search(experiment));
        }
    }

    /**
     * The data's singular modes, where the graph is one linear map; worked out once, when they are first asked for.
     */
    private Optional<Subject.Basis> basis() {
        Architecture architecture = experiment.architecture();
        if (modes.isEmpty()
                && LinearMap.obstacle(network, experiment.contexts()).isEmpty()) {
            Matrix sigmaYx = Correlations.of(
                            experiment.contexts(),
                            architecture.nodes().get(LinearMap.first(architecture, Role.INPUT)),
                            architecture.nodes().get(LinearMap.first(architecture, Role.OUTPUT)))
                    .sigmaYx();
            modes = Double.isFinite(sigmaYx.norm()) ? Optional.of(Modes.of(sigmaYx)) : Optional.empty();
        }
        return modes.map(m -> new Subject.Basis(m.u(), m.v()));
    }

    /** The data's singular modes, where strengths of modes are recorded. */
    Optional<Modes> modes() {
        return modes;
    }

    /** Runs to the end. */
    public Result complete() {
        while (advance(Integer.MAX_VALUE)) {
            // advance() returns only when it has nothing left to do
        }
        return result();
    }

    public Experiment experiment() {
        return experiment;
    }

    /** What share of all work is done; a search that follows is most of it. */
    public double share() {
        double steps = step / (double) Math.max(1, experiment.training().steps());
        double run = Search.asked(experiment) ? RUN_BEFORE_SEARCH : 1;
        return run * steps + (1 - run) * search.map(Search::share).orElse(0.0);
    }

    /** Steps made so far. */
    public int step() {
        return step;
    }

    /** The last finite loss. */
    public double loss() {
        return loss;
    }

    public boolean done() {
        return finished.isPresent();
    }

    /** Whether it is over because the loss did not stay finite. */
    public boolean diverged() {
        return divergedAt.isPresent();
    }

    /** The network as it is now; for reading only. */
    public Network network() {
        return network;
    }

    /**
     * What there is so far. Of an unfinished run only so many records that a page can draw it again and again beside its
     * other work, and no theory: that is made once, from the whole record, as soon as the run is over. A search that follows
     * adds its findings to it.
     */
    public Result result() {
        if (finished.isEmpty()) {
            return Result.of(recorder.trajectory(finished, divergedAt, PARTIAL_RECORDS), modes);
        }
        if (settled.isEmpty()) {
            Trajectory whole = recorder.trajectory(finished, divergedAt, Integer.MAX_VALUE);
            settled = Optional.of(ResultMaker.make(this, initialWeights, whole.ending(network.extras())));
        }
        return search.isEmpty()
                ? settled.get()
                : settled.get().finding(search.get().findings());
    }

    /**
     * The neural race reduction of this experiment, worked out once when it is first asked for; nothing where the graph has
     * too many paths or too wide layers for it.
     */
    public Optional<NeuralRaceReduction> reduction() {
        if (!reductionKnown) {
            reduction = NeuralRaceReduction.of(experiment.architecture(), experiment.contexts(), initialWeights);
            reductionKnown = true;
        }
        return reduction;
    }
}
