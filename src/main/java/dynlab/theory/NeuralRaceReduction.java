package dynlab.theory;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.PathCorrelations;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The neural race reduction of any gated deep linear network: whether its gated correlations are diagonal in common frames
 * within each interaction class, whether the initial weights are too, and if so the exact reduced dynamics.
 *
 * <p>Source: Saxe, Sodhani and Lewallen, ICML 2022; interaction classes and the residual are derived in README §Theory.
 */
public final class NeuralRaceReduction {
    /** Below this residual a reduction is exact. */
    public static final double EXACT = 1e-6;
    /** Below this residual it is approximate, with an error of about its square; above, it does not apply. */
    public static final double APPROXIMATE = 0.03;

    private static final int WIDEST = 400;

    private final Architecture architecture;
    private final List<Context> contexts;
    private final List<Matrix> initialWeights;
    private final PathCorrelations correlations;
    private final InteractionClasses classes;
    private final double residual;
    private final double jointResidual;

    private NeuralRaceReduction(
            Architecture architecture,
            List<Context> contexts,
            List<Matrix> initialWeights,
            PathCorrelations correlations) {
        this.architecture = architecture;
        this.contexts = contexts;
        this.initialWeights = initialWeights;
        this.correlations = correlations;
        classes = new InteractionClasses(correlations);
        double worst = 0;
        for (int c = 0; c < classes.count(); c++) {
            worst = Math.max(
                    worst, new CommonFrames(architecture, correlations, members(c), Optional.empty()).residual());
        }
        residual = worst;
        List<Integer> all = new ArrayList<>();
        for (int p = 0; p < correlations.paths().size(); p++) {
            all.add(p);
        }
        jointResidual = classes.count() <= 1
                ? residual
                : new CommonFrames(architecture, correlations, all, Optional.empty()).residual();
    }

    /**
     * Looks at a graph, its gates, its data and its start.
     *
     * @param initialWeights one matrix an edge, in edge order
     * @return nothing where there are too many paths to list or a layer of inputs or outputs is wider than 400 units
     */
    public static Optional<NeuralRaceReduction> of(
            Architecture architecture, List<Context> contexts, List<Matrix> initialWeights) {
        for (Node node : architecture.nodes()) {
            if (node.role() != Role.HIDDEN && node.width() > WIDEST) {
                return Optional.empty();
            }
        }
        return PathCorrelations.of(architecture, contexts)
                .map(correlations -> new NeuralRaceReduction(architecture, contexts, initialWeights, correlations));
    }

    /** Largest departure from common diagonal frames within one interaction class, 0 to 1. */
    public double residual() {
        return residual;
    }

    /** The departure if every node has to have one frame for all classes. */
    public double jointResidual() {
        return jointResidual;
    }

    /** Number of interaction classes. */
    public int interactionClasses() {
        return classes.count();
    }

    private List<Integer> members(int number) {
        List<Integer> members = new ArrayList<>();
        for (int p = 0; p < correlations.paths().size(); p++) {
            if (classes.of(p) == number) {
                members.add(p);
            }
        }
        return members;
    }

    /**
     * The prediction at the recorded steps: the exact discrete map where every assumption holds, no curves elsewhere.
     *
     * @param dt time of one step, &gt; 0
     * @param tau time constant, &gt; 0
     * @param steps recorded steps, ascending
     */
    public Prediction predict(double dt, double tau, int[] steps) {
        int bent = 0;
        int widest = 0;
        for (Node node : architecture.nodes()) {
            bent += node.activation() == Activation.LINEAR ? 0 : 1;
            widest = Math.max(widest, node.width());
        }
        List<Assumption> assumptions = new ArrayList<>();
        assumptions.add(new Assumption(
                "linear inside each context", bent == 0, bent, "nodes that are not linear; expected none"));
        assumptions.add(
                new Assumption(
                        "mutually diagonalisable correlations",
                        residual < EXACT,
                        residual,
                        "residual of the best common frames within each interaction class; exact below 1e-6, approximate below 0.03"));
        if (bent > 0 || residual >= EXACT || widest > WIDEST) {
            return Curves.nothing(residual, assumptions);
        }
        List<CommonFrames> frames = new ArrayList<>();
        double misaligned = 0;
        for (int c = 0; c < classes.count(); c++) {
            CommonFrames common = new CommonFrames(architecture, correlations, members(c), Optional.of(initialWeights));
            misaligned = Math.max(misaligned, common.residual());
            frames.add(common);
        }
        assumptions.add(new Assumption(
                "aligned start",
                misaligned < EXACT,
                misaligned,
                "residual of the best common frames of data and initial weights; expected below 1e-6"));
        if (misaligned >= EXACT) {
            return Curves.nothing(residual, assumptions);
        }
        return integrate(frames, dt / tau, steps, assumptions);
    }

    private Prediction integrate(
            List<CommonFrames> frames, double learningRate, int[] steps, List<Assumption> assumptions) {
        int paths = correlations.paths().size();
        double[][] s = new double[paths][];
        for (int p = 0; p < paths; p++) {
            s[p] = Arrays.copyOf(frames.get(classes.of(p)).s(p), modes(p));
        }
        double[][] d = new double[correlations.pairs().size()][];
        for (int i = 0; i < d.length; i++) {
            PathCorrelations.Pair pair = correlations.pairs().get(i);
            d[i] = frames.get(classes.of(pair.p())).d(pair);
        }
        double[][] b = new double[architecture.edges().size()][];
        for (int e = 0; e < b.length; e++) {
            b[e] = new double[Math.min(architecture.rows(e), architecture.columns(e))];
        }
        for (int p = 0; p < paths; p++) {
            for (int e : correlations.paths().get(p).edges()) {
                b[e] = frames.get(classes.of(p)).b(e, initialWeights.get(e));
            }
        }
        ReducedRace race = new ReducedRace(correlations, s, d, b, power());
        return run(race, learningRate, steps, assumptions);
    }

    /** Modes that fit through every node of a path. */
    private int modes(int p) {
        int modes = Integer.MAX_VALUE;
        for (int e : correlations.paths().get(p).edges()) {
            modes = Math.min(modes, Math.min(architecture.rows(e), architecture.columns(e)));
        }
        return modes;
    }

    private double power() {
        double power = 0;
        for (Context context : contexts) {
            double[] w = context.weights();
            for (Matrix y : context.y().values()) {
                for (int i = 0; context.train() && i < y.rows(); i++) {
                    for (int n = 0; n < w.length; n++) {
                        double weighted = w[n] * y.at(i, n);
                        power += weighted * y.at(i, n);
                    }
                }
            }
        }
        return power;
    }

    private Prediction run(ReducedRace race, double learningRate, int[] steps, List<Assumption> assumptions) {
        int width = 0;
        for (Node node : architecture.nodes()) {
            width = Math.max(width, node.width());
        }
        int edges = architecture.edges().size();
        double[][] rows = new double[edges][steps.length * width];
        double[] loss = new double[steps.length];
        int recorded = 0;
        for (int step = 0; recorded < steps.length; step++) {
            double now = race.loss();
            if (!Double.isFinite(now)) {
                break;
            }
            if (steps[recorded] == step) {
                loss[recorded] = now;
                for (int e = 0; e < edges; e++) {
                    double[] strengths = race.strengths(e);
                    System.arraycopy(strengths, 0, rows[e], recorded * width, strengths.length);
                }
                recorded++;
            }
            race.step(learningRate);
        }
        Map<String, Matrix> strength = new LinkedHashMap<>();
        for (int e = 0; e < edges; e++) {
            strength.put(
                    architecture.edges().get(e).id(),
                    Matrix.of(recorded, width, Arrays.copyOf(rows[e], recorded * width)));
        }
        return new Prediction(
                "reduction",
                true,
                residual,
                assumptions,
                Arrays.copyOf(loss, recorded),
                Optional.empty(),
                strength,
                List.of(),
                List.of());
    }
}
