package dynlab.theory.modes;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Correlations;
import dynlab.architecture.Node;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.Vectors;
import dynlab.theory.Assumption;
import dynlab.theory.Assumptions;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.Curvature;
import dynlab.theory.Judge;
import dynlab.theory.Prediction;
import dynlab.theory.PredictionCurves;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.theory.Saddle;
import dynlab.theory.SignTrap;
import dynlab.theory.StepRule;
import dynlab.theory.race.PathRace;
import dynlab.theory.race.Rounding;
import dynlab.theory.race.Saddles;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

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
 *   <li>{@code planes}: two layers, white inputs, modes with hidden planes of their own. The exact gradient flow.
 *   <li>{@code two-layer}: two layers otherwise. Strengths from a Gram–Schmidt of the start, then the exact map of a
 *       balanced mode; not exact.
 *   <li>{@code none}: nothing; the assumption that fails is named.
 * </ul>
 *
 * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019 for the modes; the discrete maps and the test of alignment are
 * derived in docs/theory.md §2.1.
 */
public final class DeepLinearTheory {
    /** Singular values of the target below this share of the largest are rounding. */
    private static final double NO_MODE = 1e-9;
    /** Inputs that are white up to this share still have the Riccati flow, off by about as much. */
    private static final double NEARLY_WHITE = 1e-6;
    /** The curvature of curves that blow up. */
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final List<String> edges;
    private final List<Matrix> weights;
    private final LinearProblem problem;
    private final AlignedFrame frame;
    private final Modes modes;
    private final double dt;
    private final double tau;
    private final int[] steps;
    private final int widest;
    private final Node narrowest;
    private final StepRule rule;
    private final List<Assumption> structure;

    private DeepLinearTheory(
            Architecture architecture,
            int[] chain,
            List<Context> contexts,
            Map<String, Matrix> initialWeights,
            double dt,
            double tau,
            int[] steps,
            StepRule rule) {
        this.rule = rule;
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
        Node least = architecture.nodes().get(architecture.source(chain[0]));
        for (int e : chain) {
            Node node = architecture.nodes().get(architecture.target(e));
            least = node.width() < least.width() ? node : least;
        }
        narrowest = least;
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
     *     step.
     */
    public static Prediction predict(
            Architecture architecture,
            List<Context> contexts,
            Map<String, Matrix> initialWeights,
            double dt,
            double tau,
            int[] steps) {
        return predict(architecture, contexts, initialWeights, StepRule.DESCENT, dt, tau, steps);
    }

    /**
     * The same for any rule of stepping. What it does to weights it does to strengths, so that the reduction stays exact; of
     * other starts there is no theory then.
     */
    public static Prediction predict(
            Architecture architecture,
            List<Context> contexts,
            Map<String, Matrix> initialWeights,
            StepRule rule,
            double dt,
            double tau,
            int[] steps) {
        Optional<int[]> chain = architecture.linearChain();
        Assumption openGates = Assumptions.openGates(contexts);
        if (chain.isEmpty() || !openGates.holds()) {
            return PredictionCurves.nothing(0, List.of(Assumptions.oneChain(chain.isPresent()), openGates));
        }
        if (!finite(architecture, chain.get(), contexts)) {
            return PredictionCurves.nothing(
                    0, List.of(Assumptions.oneChain(true), openGates, Assumption.fact(Premise.FINITE_DATA, false)));
        }
        return new DeepLinearTheory(architecture, chain.get(), contexts, initialWeights, dt, tau, steps, rule).choose();
    }

    /** Whether the correlations are numbers at all; their squares have to be, too. */
    private static boolean finite(Architecture architecture, int[] chain, List<Context> contexts) {
        Node input = architecture.nodes().get(architecture.source(chain[0]));
        Node output = architecture.nodes().get(architecture.target(chain[chain.length - 1]));
        Correlations data = Correlations.of(contexts, input, output);
        double yx = data.sigmaYx().norm();
        double xx = data.sigmaXx().norm();
        return Double.isFinite(yx) && Double.isFinite(xx) && Double.isFinite(data.powerY());
    }

    private Prediction choose() {
        Assumption common = Assumptions.commonFrame(frame);
        Assumption aligned = Assumptions.alignedStart(frame);
        if (common.holds() && aligned.holds()) {
            return reduction(common, aligned);
        }
        if (!rule.plain()) {
            List<Assumption> failed = new ArrayList<>(structure);
            failed.add(common);
            failed.add(aligned);
            failed.add(Assumption.fact(Premise.PLAIN_TRAINING, false));
            return PredictionCurves.nothing(frame.dataResidual(), failed).reaching(reach(aligned, List.of()));
        }
        if (weights.size() == 1) {
            return shallow();
        }
        if (weights.size() > 2) {
            List<Assumption> failed = new ArrayList<>(structure);
            failed.add(common);
            failed.add(aligned);
            failed.add(Assumptions.balancedStart(weights, 0));
            return PredictionCurves.nothing(frame.dataResidual(), failed).reaching(reach(aligned, List.of()));
        }
        Assumption white = Assumptions.whiteInputs(problem);
        boolean nearlyWhite = problem.colour() < NEARLY_WHITE;
        double lambda = Assumptions.lambda(weights.get(0), weights.get(1));
        Assumption balanced = Assumptions.balancedStart(weights, lambda);
        if (nearlyWhite && balanced.holds()) {
            return riccati(lambda, white, balanced);
        }
        HiddenPlanes planes = HiddenPlanes.of(modes, weights.get(0), weights.get(1), problem.meanVariance());
        Assumption apart = Assumption.measured(Premise.HIDDEN_PLANES, planes.departure());
        boolean solved = nearlyWhite && apart.holds() && planes.grows();
        return solved ? planes(planes, white, apart) : twoLayer(white, common, aligned);
    }

    /** Every mode a scalar chain: {@code B_e ← B_e + η (Π_{j≠e} B_j)(s − d Π_j B_j)}. */
    private Prediction reduction(Assumption common, Assumption aligned) {
        int depth = weights.size();
        int count = frame.count();
        Saddles search = search(race(frame.strengths()));
        List<Saddle> saddles = depth == 1 ? List.of() : search.find();
        double[] b = flat(search.snapped(saddles));
        PathRace race = race(b);
        double[] change = new double[b.length];
        double[] velocity = new double[b.length];
        double[] others = new double[depth];
        double[] initial = products(b);
        double[] product = new double[steps.length * count];
        boolean kept = (double) steps.length * widest * depth <= PredictionCurves.MOST_KEPT;
        double[][] perEdge = new double[depth][kept ? steps.length * widest : 0];
        int step = 0;
        for (int i = 0; i < steps.length; i++) {
            for (; step < steps[i]; step++) {
                for (int k = 0; k < count && rule.plain(); k++) {
                    DeepChain.step(frame.s(k), frame.d(k), b, k, count, depth, dt / tau, others);
                }
                if (!rule.plain()) {
                    race.descent(b, change);
                    rule.move(b, change, velocity, dt / tau);
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
        Judge judge = new Judge(structure).assume(common).assume(aligned);
        if (depth > 1) {
            judge.assume(rank(k -> initial[k] != 0));
        }
        double[] end = products(b);
        List<Saddle> lasting = saddles.stream()
                .filter(saddle -> !saddle.passedBy(end[saddle.mode()]))
                .toList();
        judge.saddles(lasting);
        int last = steps.length == 0 ? 0 : steps[steps.length - 1];
        judge.rounding(
                new Rounding(race, new double[] {largest(missing())}, dt / tau, rule).until(last, frame.outside()));
        judge.stability(dt / tau, finite(b) ? Math.max(startCurvature(), endCurvature(saddles)) : INFINITE, rule, last);
        Matrix alongFrame = Matrix.of(steps.length, count, product);
        return new PredictionCurves(problem, modes)
                .prediction(
                        judge.claim("reduction", Claim.Of.STEPS),
                        frame.dataResidual(),
                        frameLoss(alongFrame),
                        toModes(alongFrame),
                        strength,
                        List.of(),
                        rule.plain() ? flows(initial, saddles) : List.of())
                .reaching(reach(aligned, SignTrap.among(lasting)));
    }

    /** The chain as scalar networks on one path. */
    private PathRace race(double[] flat) {
        int depth = weights.size();
        int count = frame.count();
        double[][] b = new double[depth][];
        int[] path = new int[depth];
        for (int e = 0; e < depth; e++) {
            b[e] = Arrays.copyOfRange(flat, e * count, (e + 1) * count);
            path[e] = e;
        }
        double[] s = new double[count];
        double[] d = new double[count];
        for (int k = 0; k < count; k++) {
            s[k] = frame.s(k);
            d[k] = frame.d(k);
        }
        double power = problem.correlations().powerY();
        return new PathRace(
                        new int[][] {path}, new int[1], new int[1], new double[][] {s}, new double[][] {d}, b, power)
                .besideIdle(idleSizes());
    }

    /** s of the modes for which some layer has no unit, {@link Saddles#NO_UNIT} if that is rounding; 0 of those that fit. */
    private double[] missing() {
        double[] missing = new double[frame.count()];
        for (int k = 0; k < missing.length; k++) {
            double lost = frame.s(k) <= NO_MODE * frame.s(0) ? Saddles.NO_UNIT : frame.s(k);
            missing[k] = frame.hasRoom(k) ? 0 : lost;
        }
        return missing;
    }

    private Saddles search(PathRace race) {
        int depth = weights.size();
        int[] sources = new int[depth];
        int[] targets = new int[depth];
        for (int e = 0; e < depth; e++) {
            sources[e] = e;
            targets[e] = e + 1;
        }
        return new Saddles(race, List.of(edges), sources, targets, new double[][] {missing()}, dt / tau, rule.decay());
    }

    private static double[] flat(double[][] rows) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int e = 0; e < rows.length; e++) {
            System.arraycopy(rows[e], 0, flat, e * rows[e].length, rows[e].length);
        }
        return flat;
    }

    /** How many modes are learned, of those that the target has. */
    private Assumption rank(IntPredicate learned) {
        int target = 0;
        int known = 0;
        double[] s = modes.s();
        for (int k = 0; k < s.length; k++) {
            if (s[k] > NO_MODE * s[0]) {
                target++;
                known += learned.test(k) ? 1 : 0;
            }
        }
        return Assumptions.rank(known, target, narrowest.width(), narrowest.id());
    }

    private double startCurvature() {
        return Curvature.ofChain(weights, problem.largestVariance());
    }

    private static boolean finite(double[] b) {
        for (double one : b) {
            if (!Double.isFinite(one)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The curvature where every mode has been learned by weights whose squares differ as they did at the start: those that fit
     * and those that will take a unit from a weaker one.
     */
    private double endCurvature(List<Saddle> saddles) {
        int depth = weights.size();
        int count = frame.count();
        double[] b = frame.strengths();
        double[] sizes = idleSizes();
        for (int k = 0; k < count; k++) {
            double[] start = new double[depth];
            for (int e = 0; e < depth; e++) {
                start[e] = b[e * count + k];
            }
            int mode = k;
            boolean learned = frame.hasRoom(k) || saddles.stream().anyMatch(saddle -> saddle.mode() == mode);
            double[] end = Curvature.end(start, frame.d(k) > 0 && learned ? frame.s(k) / frame.d(k) : 0);
            for (int e = 0; e < depth; e++) {
                sizes[e] = Math.max(sizes[e], end[e]);
            }
        }
        return Curvature.ofSizes(sizes, problem.largestVariance());
    }

    /** Of every layer, the largest singular value in the directions that no mode uses. */
    private double[] idleSizes() {
        double[] sizes = new double[weights.size()];
        for (int e = 0; e < sizes.length; e++) {
            sizes[e] = largest(frame.idle(e));
        }
        return sizes;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** How far the reduction reaches: one chain is one path in one interaction class. */
    private Reach reach(Assumption aligned, List<SignTrap> traps) {
        Badge badge = Badge.ofData(0, frame.dataResidual()).from(aligned.holds(), aligned.measure(), traps.size());
        Optional<Phrase> unsearched = aligned.holds() && badge.grade() != Badge.Grade.NONE
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        badge.grade() == Badge.Grade.NONE
                                ? "claim.unsearched.does-not-apply"
                                : "claim.unsearched.no-sign-yet"));
        return new Reach(badge, 1, frame.dataResidual(), frame.dataResidual(), traps, unsearched);
    }

    /** An exact solution that is not the reduction. */
    private Reach reach(Badge.Grade grade, Phrase reason) {
        double residual = frame.dataResidual();
        Optional<Phrase> unsearched = Optional.of(Phrase.of("claim.unsearched.any-sign"));
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
    private List<Prediction> flows(double[] initial, List<Saddle> saddles) {
        int depth = weights.size();
        Assumption balanced = Assumptions.balancedStart(weights, 0);
        boolean signed = true;
        for (int k = 0; k < initial.length; k++) {
            signed &= initial[k] >= 0 || frame.s(k) == 0;
        }
        if (depth > 1 && !(balanced.holds() && signed)) {
            return List.of();
        }
        int count = frame.count();
        double[] values = new double[steps.length * count];
        for (int k = 0; k < count; k++) {
            double d = frame.d(k);
            double[] times = new double[steps.length];
            for (int i = 0; i < steps.length; i++) {
                times[i] = steps[i] * dt;
                values[i * count + k] = switch (depth) {
                    case 1 -> ShallowModes.strength(frame.s(k), d, initial[k], times[i], tau);
                    case 2 -> TwoLayerModes.strength(frame.s(k), d, initial[k], times[i], tau);
                    default -> initial[k];
                };
                times[i] *= d;
            }
            if (depth > 2 && d != 0) {
                double[] products = DeepChain.strengths(depth, frame.s(k) / d, initial[k], times, tau);
                for (int i = 0; i < steps.length; i++) {
                    values[i * count + k] = products[i];
                }
            }
        }
        Judge judge =
                new Judge(structure).assume(Assumptions.commonFrame(frame)).assume(Assumptions.alignedStart(frame));
        if (depth > 1) {
            judge.assume(balanced).saddles(saddles);
        }
        judge.assume(Assumptions.smallSteps(problem, modes.s(), weights, dt / tau));
        Matrix alongFrame = Matrix.of(steps.length, count, values);
        String kind = depth == 1 ? "shallow" : depth == 2 ? "logistic" : "chain";
        return List.of(new PredictionCurves(problem, modes)
                .prediction(
                        judge.claim(kind, Claim.Of.FLOW),
                        frame.dataResidual(),
                        frameLoss(alongFrame),
                        toModes(alongFrame)));
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
        double curvature = problem.largestVariance();
        Judge judge = new Judge(structure).stability(dt / tau, curvature, rule);
        judge.rounding(dt / tau * curvature < 2 ? Double.POSITIVE_INFINITY : Double.NaN);
        IntFunction<Matrix> maps = ShallowModes.maps(problem, weights.get(0), dt / tau);
        return new PredictionCurves(problem, modes)
                .ofMaps(
                        judge.claim("shallow", Claim.Of.STEPS),
                        frame.dataResidual(),
                        steps.length,
                        i -> maps.apply(steps[i]),
                        false)
                .reaching(reach(Badge.Grade.EXACT, Phrase.of("claim.badge.one-layer")));
    }

    private Prediction riccati(double lambda, Assumption white, Assumption balanced) {
        double c = problem.meanVariance();
        Riccati flow = new Riccati(problem.sigmaYx().scaled(1 / c), lambda, weights.get(0), weights.get(1));
        List<Saddle> saddles = new LowRank(weights, modes, lambda, c, edges).saddles(dt / tau);
        Judge judge = new Judge(structure)
                .assume(white)
                .assume(balanced)
                .assume(rank(k -> k < narrowest.width() && saddles.stream().noneMatch(saddle -> saddle.mode() == k)))
                .saddles(saddles)
                .assume(Assumptions.smallSteps(problem, modes.s(), weights, dt / tau));
        return new PredictionCurves(problem, modes)
                .ofMaps(
                        judge.claim("riccati", Claim.Of.FLOW),
                        frame.dataResidual(),
                        steps.length,
                        i -> flow.mapAt(c * steps[i] * dt / tau),
                        true)
                .reaching(reach(Badge.Grade.APPROXIMATE, Phrase.of("claim.badge.balanced-flow")));
    }

    private Prediction planes(HiddenPlanes flow, Assumption white, Assumption apart) {
        double c = problem.meanVariance();
        int count = modes.count();
        double[] values = new double[steps.length * count];
        double[] d = new double[count];
        Arrays.fill(d, c);
        for (int i = 0; i < steps.length; i++) {
            System.arraycopy(flow.strengthsAt(c * steps[i] * dt / tau), 0, values, i * count, count);
        }
        Matrix strengths = Matrix.of(steps.length, count, values);
        Judge judge = new Judge(structure)
                .assume(white)
                .assume(apart)
                .saddles(List.of())
                .assume(Assumptions.smallSteps(problem, modes.s(), weights, dt / tau));
        return new PredictionCurves(problem, modes)
                .prediction(
                        judge.claim("planes", Claim.Of.FLOW),
                        frame.dataResidual(),
                        PredictionCurves.loss(problem.floor(), modes.s(), d, strengths),
                        strengths)
                .reaching(reach(Badge.Grade.APPROXIMATE, Phrase.of("claim.badge.planes-flow")));
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
        double curvature =
                Math.max(startCurvature(), 2 * Svd.singularValues(problem.best())[0] * problem.largestVariance());
        List<Saddle> saddles = new LowRank(weights, modes, 0, problem.meanVariance(), edges).saddles(dt / tau);
        Claim claim = new Judge(structure)
                .assume(white)
                .assume(common)
                .assume(aligned)
                .assume(rank(k -> a0[k] > 0))
                .assume(Assumptions.smallStart(weights, s))
                .assume(Assumptions.distinctModes(modes, a0))
                .saddles(saddles)
                .stability(dt / tau, curvature, rule)
                .claim("two-layer", Claim.Of.STEPS);
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
        Claim ofFlow = new Judge(claim.assumptions()).claim("logistic", Claim.Of.FLOW);
        Prediction logistic =
                curves.prediction(ofFlow, frame.dataResidual(), PredictionCurves.loss(floor, s, d, flow), flow);
        return curves.prediction(
                        claim,
                        frame.dataResidual(),
                        PredictionCurves.loss(floor, s, d, descent),
                        descent,
                        Map.of(),
                        List.of(),
                        List.of(logistic))
                .reaching(reach(aligned, List.of()));
    }
}
