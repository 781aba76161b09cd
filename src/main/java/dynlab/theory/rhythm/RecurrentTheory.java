package dynlab.theory.rhythm;

import static dynlab.numeric.Vectors.addOuter;
import static dynlab.numeric.Vectors.dot;
import static dynlab.numeric.Vectors.norm;
import static dynlab.numeric.Vectors.scaled;
import static dynlab.numeric.Vectors.times;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.Vectors;
import dynlab.theory.Assumption;
import dynlab.theory.Assumptions;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.Judge;
import dynlab.theory.Prediction;
import dynlab.theory.PredictionCurves;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.theory.modes.LinearProblem;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A linear recurrent network whose start is aligned with the responses that it learns: every mode follows the map of
 * {@link RecurrentMode}, step by step. Derived in docs/theory.md §13.5.
 */
public final class RecurrentTheory {
    /** What an answer counts for in finding the frames, against the one before it: early ones have the first say. */
    private static final double LATER = 0.5;

    private static final Phrase NO_SEARCH = Phrase.of("claim.unsearched.recurrent");

    private final Architecture graph;
    private final Unrolled network;
    private final List<Matrix> wanted = new ArrayList<>();
    private final List<Assumption> measured;
    private final double power;
    private final double[][] left;
    private final double[][] right;
    private final double[][] states;
    private final List<RecurrentMode> modes = new ArrayList<>();
    private double crooked;
    private double misaligned;

    private RecurrentTheory(Architecture graph, Unrolled network, List<Context> contexts, List<Matrix> weights) {
        this.graph = graph;
        this.network = network;
        Node input = graph.nodes().get(graph.source(network.in()));
        double all = 0;
        double colour = 0;
        Matrix sum = Matrix.zero(graph.rows(network.out()), input.width());
        double weight = 1;
        for (int output : network.outputs()) {
            LinearProblem problem =
                    LinearProblem.of(contexts, input, graph.nodes().get(output));
            all += problem.correlations().powerY();
            colour = Math.max(problem.colour(), Math.abs(problem.meanVariance() - 1));
            Matrix yx = problem.correlations().sigmaYx();
            wanted.add(yx);
            sum = sum.plus(yx.scaled(weight));
            weight *= LATER;
        }
        power = all;
        Svd svd = Svd.thin(sum);
        left = Vectors.columns(svd.u());
        right = Vectors.columns(svd.v());
        states = new double[right.length][];
        for (Matrix yx : wanted) {
            crooked = Math.max(crooked, rest(yx, left, diagonal(yx, left, right), right));
        }
        align(weights);
        int stuck = 0;
        for (int k = 0; k < modes.size(); k++) {
            boolean still = modes.get(k).in() == 0 && modes.get(k).out() == 0;
            stuck += still && norm(target(k)) > 0 ? 1 : 0;
        }
        measured = List.of(
                Assumptions.openGates(contexts),
                Assumption.measured(Premise.WHITE_INPUTS, colour),
                Assumption.measured(Premise.COMMON_FRAME, crooked),
                Assumption.measured(Premise.ALIGNED_START, misaligned),
                Assumption.measured(Premise.NO_SADDLE, stuck));
    }

    /**
     * The prediction at the recorded steps.
     *
     * @param weights one matrix an edge; of an edge that is tied it is not looked at
     * @param rate learning rate η of plain descent
     * @param steps recorded steps, ascending
     * @return nothing where the graph is no unrolled linear network; kind {@code none} where its data or start do not fit
     */
    public static Optional<Prediction> predict(
            Architecture graph, List<Context> contexts, List<Matrix> weights, double rate, int[] steps) {
        return Unrolled.of(graph)
                .map(network -> new RecurrentTheory(graph, network, contexts, weights).predict(rate, steps));
    }

    /** The strengths and the hidden directions of the modes, and how far the start is from having no more than these. */
    private void align(List<Matrix> weights) {
        Matrix in = weights.get(network.in());
        Matrix memory = weights.get(network.memory());
        Matrix out = weights.get(network.out());
        Matrix back = out.transpose();
        for (int k = 0; k < right.length; k++) {
            double[] image = times(in, right[k]);
            double[] walked = norm(image) > 0 ? image : times(back, left[k]);
            double length = norm(walked);
            states[k] = length > 0 ? scaled(walked, 1 / length) : walked;
            modes.add(new RecurrentMode(
                    dot(states[k], image),
                    dot(states[k], times(memory, states[k])),
                    dot(left[k], times(out, states[k]))));
        }
        double[] u = new double[modes.size()];
        double[] w = new double[modes.size()];
        double[] c = new double[modes.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = modes.get(k).in();
            w[k] = modes.get(k).memory();
            c[k] = modes.get(k).out();
            for (int j = 0; j < k; j++) {
                misaligned = Math.max(misaligned, Math.abs(dot(states[j], states[k])));
            }
        }
        double others = Math.max(rest(in, states, u, right), rest(out, left, c, states));
        misaligned = Math.max(misaligned, Math.max(others, rest(taught(memory), states, w, states)));
    }

    /** W without what it does away from the modes: no gradient reaches that. */
    private Matrix taught(Matrix memory) {
        double[] away = memory.toArray();
        int n = memory.rows();
        for (double[] state : states) {
            addOuter(away, -1, times(Matrix.of(n, n, away), state), state);
        }
        for (double[] state : states) {
            double[] seen = times(Matrix.of(n, n, away).transpose(), state);
            addOuter(away, -1, state, seen);
        }
        return memory.minus(Matrix.of(n, n, away));
    }

    private static double[] diagonal(Matrix matrix, double[][] left, double[][] right) {
        double[] entries = new double[right.length];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = dot(left[k], times(matrix, right[k]));
        }
        return entries;
    }

    /** The share of a matrix that is not {@code Σ_k b_k l_k r_kᵀ}. */
    private static double rest(Matrix matrix, double[][] left, double[] b, double[][] right) {
        double[] entries = matrix.toArray();
        double norm = matrix.norm();
        for (int k = 0; k < b.length; k++) {
            addOuter(entries, -b[k], left[k], right[k]);
        }
        return norm == 0 ? 0 : norm(entries) / norm;
    }

    /** What mode k is to answer at each time. */
    private double[] target(int k) {
        double[] target = new double[wanted.size()];
        for (int t = 0; t < target.length; t++) {
            target[t] = dot(left[k], times(wanted.get(t), right[k]));
        }
        return target;
    }

    private Prediction predict(double rate, int[] steps) {
        if (!measured.stream().allMatch(Assumption::holds)) {
            Badge none = new Badge(Badge.Grade.NONE, Phrase.of("claim.badge.recurrent"), misaligned);
            return PredictionCurves.nothing(crooked, measured).reaching(Reach.of(none, NO_SEARCH));
        }
        int count = modes.size();
        double[] loss = new double[steps.length];
        double[] u = new double[steps.length * count];
        double[] w = new double[u.length];
        double[] c = new double[u.length];
        double floor = power;
        for (int k = 0; k < count; k++) {
            double[] target = target(k);
            floor -= dot(target, target);
        }
        Arrays.fill(loss, 0.5 * Math.max(0, floor));
        for (int k = 0; k < count; k++) {
            double[] target = target(k);
            RecurrentMode mode = modes.get(k);
            int at = 0;
            for (int i = 0; i < steps.length; i++) {
                mode = mode.descended(target, rate, steps[i] - at);
                at = steps[i];
                loss[i] += mode.loss(target);
                u[i * count + k] = mode.in();
                w[i * count + k] = mode.memory();
                c[i * count + k] = mode.out();
            }
        }
        int finite = 0;
        while (finite < loss.length && Double.isFinite(loss[finite])) {
            finite++;
        }
        Map<String, Matrix> strength = new LinkedHashMap<>();
        for (int e = 0; e < graph.edges().size(); e++) {
            int owner = graph.owner(e);
            double[] rows = owner == network.in() ? u : owner == network.memory() ? w : c;
            strength.put(graph.edges().get(e).id(), Matrix.of(finite, count, Arrays.copyOf(rows, finite * count)));
        }
        Badge data = Badge.ofData(0, crooked);
        return new Prediction(
                        new Judge(measured).claim("reduction", Claim.Of.STEPS),
                        crooked,
                        Arrays.copyOf(loss, finite),
                        Optional.empty(),
                        strength,
                        List.of(),
                        List.of())
                .reaching(new Reach(
                        data.from(true, misaligned, 0), 1, crooked, crooked, List.of(), Optional.of(NO_SEARCH)));
    }
}
