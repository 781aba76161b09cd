package dynlab.theory.modes;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import dynlab.theory.Assumption;
import dynlab.theory.Assumptions;
import dynlab.theory.Badge;
import dynlab.theory.Prediction;
import dynlab.theory.PredictionCurves;
import dynlab.theory.Reach;
import dynlab.theory.SignTrap;
import dynlab.theory.race.NeuralRaceReduction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which theory of one deep linear chain applies to an experiment, and what it predicts.
 *
 * <p>The first that applies:
 *
 * <ul>
 *   <li>{@code reduction}: data and initial weights are diagonal in common frames. Every mode is then a scalar chain of its
 *       own, and its gradient descent is exact step by step.
 *   <li>{@code shallow}: one layer, any start. Exact in the eigenvectors of Σ^xx.
 *   <li>{@code riccati}: two layers, white inputs, λ-balanced start. The exact gradient flow.
 *   <li>{@code two-layer}: two layers otherwise. Strengths from a Gram–Schmidt of the start, then the exact map of a
 *       balanced mode; not exact.
 *   <li>{@code none}: nothing; the assumption that fails is named.
 * </ul>
 *
 * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019 for the modes; the discrete maps and the test of alignment are
 * derived in docs/theory.md §2.1.
 */
public final class DeepLinearTheory {
    private final List<String> edges;
    private final List<Matrix> weights;
    private final LinearProblem problem;
    private final AlignedFrame frame;
    private final Modes modes;
    private final double dt;
    private final double tau;
    private final int[] steps;
    private final int widest;
    private final List<Assumption> structure;

    private DeepLinearTheory(
            Architecture architecture,
            int[] chain,
            List<Context> contexts,
            Map<String, Matrix> initialWeights,
            double dt,
            double tau,
            int[] steps) {
        edges = new ArrayList<>();
        weights = new ArrayList<>();
        int width = architecture.columns(chain[0]);
        for (int e : chain) {
            String id = architecture.edges().get(e).id();
            Matrix weight = initialWeights.get(id);
            if (weight == null) {
                throw new IllegalArgumentException("edge " + id + " has no initial weights");
            }
            edges.add(id);
            weights.add(weight);
            width = Math.max(width, architecture.rows(e));
        }
        widest = width;
        Node input = architecture.nodes().get(architecture.source(chain[0]));
        Node output = architecture.nodes().get(architecture.target(chain[chain.length - 1]));
        problem = LinearProblem.of(contexts, input, output);
        frame = new AlignedFrame(weights, problem.sigmaYx(), problem.sigmaXx());
        modes = Modes.of(problem.sigmaYx());
        this.dt = dt;
        this.tau = tau;
        this.steps = steps.clone();
        structure = List.of(Assumptions.oneChain(true), Assumptions.openGates(contexts));
    }

    /**
     * The prediction for one run.
     *
     * @param architecture any graph; anything but one linear chain gives kind {@code none}
     * @param contexts all contexts; the trained ones count
     * @param initialWeights initial weights by edge id, width(target) × width(source)
     * @param dt time of one step, &gt; 0
     * @param tau time constant, &gt; 0
     * @param steps recorded steps, ascending
     * @return the prediction at the recorded steps; strengths and maps are left out where they would fill more than
     *     2,000,000 numbers. Where the predicted run diverges, its curves end at the last finite
     *     step. {@code exact} is about the data and the start: an unstable or long step is flagged among the assumptions,
     *     but an exact discrete map stays exact, and a flow is the exact flow.
     */
    public static Prediction predict(
            Architecture architecture,
            List<Context> contexts,
            Map<String, Matrix> initialWeights,
            double dt,
            double tau,
            int[] steps) {
        Optional<int[]> chain = architecture.linearChain();
        Assumption openGates = Assumptions.openGates(contexts);
        if (chain.isEmpty() || !openGates.holds()) {
            return PredictionCurves.nothing(0, List.of(Assumptions.oneChain(chain.isPresent()), openGates));
        }
        return new DeepLinearTheory(architecture, chain.get(), contexts, initialWeights, dt, tau, steps).choose();
    }

    private Prediction choose() {
        Assumption common = Assumptions.commonFrame(frame);
        Assumption aligned = Assumptions.alignedStart(frame);
        if (common.holds() && aligned.holds()) {
            return reduction(common, aligned);
        }
        if (weights.size() == 1) {
            return shallow();
        }
        if (weights.size() > 2) {
            List<Assumption> failed = new ArrayList<>(structure);
            failed.add(common);
            failed.add(aligned);
            failed.add(Assumptions.balancedStart(weights, 0));
            return PredictionCurves.nothing(frame.dataResidual(), failed).reaching(reach(aligned, new double[0]));
        }
        Assumption white = Assumptions.whiteInputs(problem);
        double lambda = Assumptions.lambda(weights.get(0), weights.get(1));
        Assumption balanced = Assumptions.balancedStart(weights, lambda);
        return white.holds() && balanced.holds() ? riccati(lambda, white, balanced) : twoLayer(white, common, aligned);
    }

    /** Every mode a scalar chain: {@code B_e ← B_e + η (Π_{j≠e} B_j)(s − d Π_j B_j)}. */
    private Prediction reduction(Assumption common, Assumption aligned) {
        int depth = weights.size();
        int count = frame.count();
        double[] b = frame.strengths();
        double[] others = new double[depth];
        double[] initial = products(b);
        double[] product = new double[steps.length * count];
        boolean kept = (double) steps.length * widest * depth <= PredictionCurves.MOST_KEPT;
        double[][] perEdge = new double[depth][kept ? steps.length * widest : 0];
        int step = 0;
        for (int i = 0; i < steps.length; i++) {
            for (; step < steps[i]; step++) {
                for (int k = 0; k < count; k++) {
                    DeepChain.step(frame.s(k), frame.d(k), b, k, count, depth, dt / tau, others);
                }
            }
            System.arraycopy(products(b), 0, product, i * count, count);
            for (int e = 0; e < depth && kept; e++) {
                System.arraycopy(b, e * count, perEdge[e], i * widest, Math.min(count, widest));
            }
        }
        Map<String, Matrix> strength = new LinkedHashMap<>();
        for (int e = 0; e < depth && kept; e++) {
            addIdle(perEdge[e], e);
            strength.put(edges.get(e), Matrix.of(steps.length, widest, perEdge[e]));
        }
        List<Assumption> assumptions = new ArrayList<>(structure);
        assumptions.add(common);
        assumptions.add(aligned);
        assumptions.add(Assumptions.stableStep(depth, frame, dt / tau));
        assumptions.add(Assumptions.noSignTrap(frame, initial));
        Matrix alongFrame = Matrix.of(steps.length, count, product);
        return new PredictionCurves(problem, modes)
                .prediction(
                        "reduction",
                        true,
                        frame.dataResidual(),
                        assumptions,
                        frameLoss(alongFrame),
                        toModes(alongFrame),
                        strength,
                        List.of(),
                        flows(initial))
                .reaching(reach(aligned, initial));
    }

    /**
     * How far the reduction reaches: one chain is one path in one interaction class.
     *
     * @param initial products of the modes at the start; empty where it is not aligned
     */
    private Reach reach(Assumption aligned, double[] initial) {
        List<SignTrap> traps = new ArrayList<>();
        for (int k = 0; k < initial.length; k++) {
            if (initial[k] < 0 && frame.s(k) > 0) {
                traps.add(new SignTrap(edges, k, frame.d(k) > 0 ? frame.s(k) / frame.d(k) : frame.s(k), initial[k]));
            }
        }
        Badge badge = Badge.ofData(0, frame.dataResidual()).from(aligned.holds(), aligned.measure(), traps.size());
        String unsearched = initial.length > 0
                ? ""
                : NeuralRaceReduction.UNSEARCHED
                        + (badge.grade() == Badge.Grade.NONE
                                ? "the reduction does not apply."
                                : "the start is not aligned, so no mode has a sign yet.");
        return new Reach(badge, 1, frame.dataResidual(), frame.dataResidual(), traps, unsearched);
    }

    /** An exact solution that is not the reduction. */
    private Reach reach(Badge.Grade grade, String reason) {
        double residual = frame.dataResidual();
        String unsearched = NeuralRaceReduction.UNSEARCHED + "the solution holds from any sign.";
        return new Reach(new Badge(grade, reason, residual), 1, residual, residual, List.of(), unsearched);
    }

    /** Idle singular values, unchanged by learning, fill the places that no mode of this layer takes. */
    private void addIdle(double[] perEdge, int e) {
        double[] idle = frame.idle(e);
        int next = 0;
        for (int k = 0; k < widest && next < idle.length; k++) {
            boolean taken = false;
            for (int i = 0; i < steps.length; i++) {
                taken |= perEdge[i * widest + k] != 0;
            }
            if (!taken) {
                for (int i = 0; i < steps.length; i++) {
                    perEdge[i * widest + k] = idle[next];
                }
                next++;
            }
        }
    }

    private double[] products(double[] b) {
        int count = frame.count();
        double[] products = new double[count];
        for (int k = 0; k < count; k++) {
            double product = 1;
            for (int e = 0; e < weights.size(); e++) {
                product *= b[e * count + k];
            }
            products[k] = product;
        }
        return products;
    }

    /** The flow of the same start, where its closed form applies. */
    private List<Prediction> flows(double[] initial) {
        int depth = weights.size();
        Assumption balanced = Assumptions.balancedStart(weights, 0);
        Assumption free = Assumptions.noSignTrap(frame, initial);
        if (depth > 1 && !(balanced.holds() && free.holds())) {
            return List.of();
        }
        int count = frame.count();
        double[] values = new double[steps.length * count];
        for (int k = 0; k < count; k++) {
            double d = frame.d(k);
            for (int i = 0; i < steps.length; i++) {
                double t = steps[i] * dt;
                values[i * count + k] = switch (depth) {
                    case 1 -> ShallowModes.strength(frame.s(k), d, initial[k], t, tau);
                    case 2 -> TwoLayerModes.strength(frame.s(k), d, initial[k], t, tau);
                    default -> d == 0 ? initial[k] : DeepChain.strength(depth, frame.s(k) / d, initial[k], d * t, tau);
                };
            }
        }
        List<Assumption> assumptions = new ArrayList<>(structure);
        assumptions.add(Assumptions.commonFrame(frame));
        assumptions.add(Assumptions.alignedStart(frame));
        if (depth > 1) {
            assumptions.add(balanced);
            assumptions.add(free);
        }
        assumptions.add(Assumptions.smallSteps(problem, modes.s(), dt / tau));
        Matrix alongFrame = Matrix.of(steps.length, count, values);
        String kind = depth == 1 ? "shallow" : depth == 2 ? "logistic" : "chain";
        return List.of(new PredictionCurves(problem, modes)
                .prediction(kind, true, frame.dataResidual(), assumptions, frameLoss(alongFrame), toModes(alongFrame)));
    }

    /** {@code floor + ½ Σ d (s/d − a)²}. */
    private double[] frameLoss(Matrix alongFrame) {
        double[] s = new double[frame.count()];
        double[] d = new double[frame.count()];
        for (int k = 0; k < s.length; k++) {
            s[k] = frame.s(k);
            d[k] = frame.d(k);
        }
        return PredictionCurves.loss(problem.floor(), s, d, alongFrame);
    }

    /** From strengths along this theory's frame to {@code u_αᵀ W v_α} in the modes that everything else uses. */
    private Matrix toModes(Matrix alongFrame) {
        int count = frame.count();
        double[] mix = new double[count * count];
        Matrix u = modes.u().transpose();
        Matrix v = modes.v().transpose();
        for (int k = 0; k < count; k++) {
            double[] left = Vectors.times(u, frame.u(k));
            double[] right = Vectors.times(v, frame.v(k));
            for (int a = 0; a < count; a++) {
                mix[k * count + a] = left[a] * right[a];
            }
        }
        return alongFrame.times(Matrix.of(count, count, mix));
    }

    private Prediction shallow() {
        List<Assumption> assumptions = new ArrayList<>(structure);
        assumptions.add(Assumptions.stableStep(1, frame, dt / tau));
        IntFunction<Matrix> maps = ShallowModes.maps(problem, weights.get(0), dt / tau);
        return new PredictionCurves(problem, modes)
                .ofMaps("shallow", frame.dataResidual(), assumptions, steps.length, i -> maps.apply(steps[i]), false)
                .reaching(reach(Badge.Grade.EXACT, "One layer of weights has an exact solution from any start."));
    }

    private Prediction riccati(double lambda, Assumption white, Assumption balanced) {
        double c = problem.meanVariance();
        Riccati flow = new Riccati(problem.sigmaYx().scaled(1 / c), lambda, weights.get(0), weights.get(1));
        List<Assumption> assumptions = new ArrayList<>(structure);
        assumptions.add(white);
        assumptions.add(balanced);
        assumptions.add(Assumptions.smallSteps(problem, modes.s(), dt / tau));
        return new PredictionCurves(problem, modes)
                .ofMaps(
                        "riccati",
                        frame.dataResidual(),
                        assumptions,
                        steps.length,
                        i -> flow.mapAt(c * steps[i] * dt / tau),
                        true)
                .reaching(
                        reach(
                                Badge.Grade.APPROXIMATE,
                                "Two layers, white inputs and a balanced start have an exact flow; steps of finite size leave it."));
    }

    private Prediction twoLayer(Assumption white, Assumption common, Assumption aligned) {
        TwoLayerStart start = TwoLayerStart.of(weights.get(0), weights.get(1), modes);
        double[] s = modes.s();
        double[] d = new double[s.length];
        for (int k = 0; k < d.length; k++) {
            double[] v = modes.v().column(k);
            d[k] = Vectors.dot(v, Vectors.times(problem.sigmaXx(), v));
        }
        double[] a0 = start.strength();
        List<Assumption> assumptions = new ArrayList<>(structure);
        assumptions.add(white);
        assumptions.add(common);
        assumptions.add(aligned);
        assumptions.add(Assumptions.smallStart(weights, s));
        assumptions.add(Assumptions.distinctModes(modes, a0));
        assumptions.add(Assumptions.stableStep(2, frame, dt / tau));
        PredictionCurves curves = new PredictionCurves(problem, modes);
        Matrix descent = start.toModes(TwoLayerModes.descent(s, d, a0, dt / tau, steps));
        double floor = common.holds() ? problem.floor() : curves.floorOfModes(d);
        double[] values = new double[steps.length * s.length];
        for (int i = 0; i < steps.length; i++) {
            for (int k = 0; k < s.length; k++) {
                values[i * s.length + k] = TwoLayerModes.strength(s[k], d[k], a0[k], steps[i] * dt, tau);
            }
        }
        Matrix flow = start.toModes(Matrix.of(steps.length, s.length, values));
        Prediction logistic = curves.prediction(
                "logistic", false, frame.dataResidual(), assumptions, PredictionCurves.loss(floor, s, d, flow), flow);
        return curves.prediction(
                        "two-layer",
                        false,
                        frame.dataResidual(),
                        assumptions,
                        PredictionCurves.loss(floor, s, d, descent),
                        descent,
                        Map.of(),
                        List.of(),
                        List.of(logistic))
                .reaching(reach(aligned, new double[0]));
    }
}
