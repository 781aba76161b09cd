package dynlab.theory.race;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.ContextGroups;
import dynlab.architecture.DataFrames;
import dynlab.architecture.DataRange;
import dynlab.architecture.InteractionClasses;
import dynlab.architecture.Node;
import dynlab.architecture.PathCorrelations;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.Judge;
import dynlab.theory.Power;
import dynlab.theory.Prediction;
import dynlab.theory.PredictionCurves;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.theory.Saddle;
import dynlab.theory.SignTrap;
import dynlab.theory.StepRule;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The neural race reduction of any gated deep linear network: whether its gated correlations are diagonal in common frames
 * within each interaction class, whether the initial weights are too, and if so the exact reduced dynamics, as the discrete
 * map of gradient descent or as its flow.
 *
 * <p>Source: Saxe, Sodhani and Lewallen, ICML 2022; interaction classes, the residual and merging are derived in README
 * §Theory.
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
    private final Optional<PathCorrelations> paths;
    private final DataFrames frames;
    private final double residual;
    private final double jointResidual;
    /** Worked out once, when they are first asked for: an unfinished run asks again and again. */
    private Optional<Start> start = Optional.empty();

    private Optional<Reach> reach = Optional.empty();

    private NeuralRaceReduction(
            Architecture architecture,
            List<Context> contexts,
            List<Matrix> initialWeights,
            Optional<PathCorrelations> paths,
            InteractionClasses classes) {
        this.architecture = architecture;
        this.contexts = contexts;
        this.initialWeights = initialWeights;
        this.paths = paths;
        frames = DataFrames.of(architecture, classes);
        residual = frames.residual();
        jointResidual = frames.jointResidual();
    }

    /**
     * Looks at a graph, its gates, its data and its start.
     *
     * @param initialWeights one matrix an edge, in edge order
     * @return nothing where there are too many paths to list and too many contexts to look at, or where a layer of inputs or
     *     outputs is wider than 400 units
     */
    public static Optional<NeuralRaceReduction> of(
            Architecture architecture, List<Context> contexts, List<Matrix> initialWeights) {
        for (Node node : architecture.nodes()) {
            if (node.role() != Role.HIDDEN && node.width() > WIDEST) {
                return Optional.empty();
            }
        }
        List<Context> plain = DataRange.scaled(contexts);
        Optional<PathCorrelations> paths = PathCorrelations.of(architecture, plain);
        Optional<InteractionClasses> classes = paths.map(listed -> InteractionClasses.of(architecture, listed))
                .or(() -> ContextGroups.of(architecture, plain)
                        .map(groups -> InteractionClasses.of(architecture, groups)));
        return classes.map(found -> new NeuralRaceReduction(architecture, contexts, initialWeights, paths, found));
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
        return frames.classes().count();
    }

    /** Whether every open path is listed and in an interaction class of its own. */
    public boolean separate() {
        return paths.isPresent() && paths.get().paths().size() == interactionClasses();
    }

    /** Nodes on open paths that are not linear: what is gated off in every trained context does nothing. */
    private int bentNodes() {
        int bent = 0;
        for (int v = 0; v < architecture.nodes().size(); v++) {
            boolean linear = architecture.nodes().get(v).activation() == Activation.LINEAR;
            bent += linear || !onOpenPath(v) ? 0 : 1;
        }
        return bent;
    }

    private boolean onOpenPath(int node) {
        for (int e = 0; e < architecture.edges().size(); e++) {
            boolean ends = architecture.source(e) == node || architecture.target(e) == node;
            if (ends && frames.classes().of(e) != InteractionClasses.NONE) {
                return true;
            }
        }
        return false;
    }

    /** How far the data let the reduction reach, whatever the start. */
    public Badge badge() {
        return Badge.ofData(bentNodes(), residual);
    }

    /**
     * Whether the initial weights are diagonal in the frames of the data, as far as it was looked.
     *
     * @param assumptions what was measured, in the order in which it is looked at
     * @param frames the common frames, where all hold
     * @param misaligned the last departure that was measured
     */
    private record Start(List<Assumption> assumptions, Optional<DataFrames> frames, double misaligned) {}

    private Start start() {
        if (start.isEmpty()) {
            start = Optional.of(lookAtStart());
        }
        return start.get();
    }

    private Start lookAtStart() {
        List<Assumption> assumptions = new ArrayList<>();
        int widest = 0;
        for (Node node : architecture.nodes()) {
            widest = Math.max(widest, node.width());
        }
        int bent = bentNodes();
        assumptions.add(Assumption.measured(Premise.LINEAR_NODES, bent));
        assumptions.add(Assumption.measured(Premise.DIAGONALISABLE, residual));
        boolean plain = DataRange.plain(contexts);
        if (!plain) {
            assumptions.add(Assumption.fact(Premise.FINITE_DATA, false));
        }
        if (bent > 0 || residual >= EXACT || widest > WIDEST || !plain) {
            return new Start(assumptions, Optional.empty(), residual);
        }
        double asymmetry = paths.map(listed -> Alignment.ofPaths(listed, initialWeights))
                .orElseGet(() -> ContextGroups.of(architecture, contexts)
                        .map(groups -> Alignment.ofContexts(architecture, groups, initialWeights))
                        .orElse(0.0));
        if (asymmetry > Alignment.DECIDED) {
            assumptions.add(Assumption.below(Premise.ALIGNED_START, asymmetry, EXACT));
            return new Start(assumptions, Optional.empty(), asymmetry);
        }
        DataFrames common = frames.with(initialWeights);
        double misaligned = common.residual();
        assumptions.add(Assumption.below(Premise.ALIGNED_START, misaligned, EXACT));
        return new Start(assumptions, misaligned < EXACT ? Optional.of(common) : Optional.empty(), misaligned);
    }

    /** How far the reduction reaches on this very run: with its data, its start and its sign traps. */
    public Reach reach() {
        if (bentNodes() > 0) {
            return Reach.of(badge(), Phrase.of("claim.unsearched.does-not-apply"));
        }
        if (!DataRange.plain(contexts)) {
            Badge none = new Badge(Badge.Grade.NONE, Phrase.of("claim.badge.extreme-data"), 1);
            return Reach.of(none, Phrase.of("claim.unsearched.does-not-apply"));
        }
        if (reach.isEmpty()) {
            List<SignTrap> traps = signTraps();
            Badge run = badge().from(start().frames().isPresent(), start().misaligned(), traps.size());
            reach = Optional.of(new Reach(run, interactionClasses(), residual, jointResidual, traps, unsearched()));
        }
        return reach.get();
    }

    /** Why sign traps were not looked for everywhere; absent where they were. */
    private Optional<Phrase> unsearched() {
        if (badge().grade() == Badge.Grade.NONE) {
            return Optional.of(Phrase.of("claim.unsearched.does-not-apply"));
        }
        if (paths.isEmpty()) {
            return Optional.of(Phrase.of("claim.unsearched.many-paths"));
        }
        if (start().frames().isEmpty()) {
            return Optional.of(Phrase.of("claim.unsearched.no-sign-yet"));
        }
        int[] sizes = new int[interactionClasses()];
        int most = 0;
        for (PathCorrelations.Path path : paths.get().paths()) {
            most = Math.max(most, ++sizes[classOf(frames, path)]);
        }
        return most > Saddles.MOST ? Optional.of(Phrase.of("claim.unsearched.many-interact")) : Optional.empty();
    }

    /** What is to be said of a run of a graph that {@link #of} has no reduction for. */
    public static Reach beyond(Architecture architecture) {
        int widest = 0;
        for (Node node : architecture.nodes()) {
            widest = Math.max(widest, node.role() == Role.HIDDEN ? 0 : node.width());
        }
        Phrase reason =
                widest > WIDEST ? Phrase.of("claim.badge.too-wide") : Phrase.of("claim.badge.too-many-contexts");
        return Reach.of(new Badge(Badge.Grade.NONE, reason, widest), Phrase.of("claim.unsearched.no-correlations"));
    }

    /** B of every edge in given frames; zeros for an edge on no open path. */
    private double[][] strengthsIn(DataFrames common) {
        double[][] b = zeros();
        for (int e = 0; e < b.length; e++) {
            int number = common.classes().of(e);
            if (number != InteractionClasses.NONE) {
                b[e] = common.frames(number)
                        .diagonal(initialWeights.get(e), architecture.target(e), architecture.source(e));
            }
        }
        return b;
    }

    /** The largest part of a matrix that is not diagonal in given frames. */
    private double outside(DataFrames common) {
        double largest = 0;
        for (int e = 0; e < initialWeights.size(); e++) {
            int number = common.classes().of(e);
            if (number != InteractionClasses.NONE) {
                double part = common.frames(number)
                        .outside(initialWeights.get(e), architecture.target(e), architecture.source(e));
                largest = Math.max(largest, part);
            }
        }
        return largest;
    }

    private double[][] zeros() {
        double[][] b = new double[architecture.edges().size()][];
        for (int e = 0; e < b.length; e++) {
            b[e] = new double[Math.min(architecture.rows(e), architecture.columns(e))];
        }
        return b;
    }

    /** The dynamics from the initial weights, where they are diagonal in the data's frames. */
    public Optional<ReducedDynamics> aligned() {
        return start().frames().flatMap(common -> dynamics(common, strengthsIn(common)));
    }

    /**
     * The dynamics from one strength everywhere: the theory of a decoupled start, and an approximation of a small random
     * one. In frames of the data alone, diagonal or not; what is off the diagonal is left out.
     *
     * @param b0 B of every edge and mode at the start
     */
    public Optional<ReducedDynamics> decoupled(double b0) {
        double[][] b = everywhere(b0);
        Optional<ReducedDynamics> merged = merged(b).map(race -> race);
        return merged.or(() -> DataRange.plain(contexts) ? dynamics(frames, b) : Optional.empty());
    }

    private double[][] everywhere(double b0) {
        double[][] b = zeros();
        for (double[] row : b) {
            Arrays.fill(row, b0);
        }
        return b;
    }

    private Optional<ReducedDynamics> dynamics(DataFrames common, double[][] b) {
        return paths.isPresent()
                ? Optional.of(pathRace(paths.get(), common, b))
                : ContextGroups.of(architecture, contexts)
                        .map(groups -> new MergedRace(architecture, groups, common, b, Power.of(contexts)));
    }

    /** The dynamics with edges that do not decay; merged dynamics know one rule for all. */
    private Optional<ReducedDynamics> sparing(ReducedDynamics race, double decay, int decaying) {
        if (decay == 0 || decaying >= architecture.edges().size()) {
            return Optional.of(race);
        }
        return race instanceof PathRace path ? Optional.of(path.sparing(decay, decaying)) : Optional.empty();
    }

    /** The merged dynamics from one strength everywhere, where whole contexts are diagonal in common frames. */
    public Optional<MergedRace> merged(double b0) {
        return merged(everywhere(b0));
    }

    private Optional<MergedRace> merged(double[][] b) {
        Optional<ContextGroups> groups = ContextGroups.of(architecture, contexts);
        if (groups.isEmpty() || !DataRange.plain(contexts)) {
            return Optional.empty();
        }
        DataFrames common = paths.isEmpty()
                ? frames
                : DataFrames.of(architecture, InteractionClasses.of(architecture, groups.get()));
        return common.residual() < EXACT
                ? Optional.of(new MergedRace(architecture, groups.get(), common, b, Power.of(contexts)))
                : Optional.empty();
    }

    private PathRace pathRace(PathCorrelations listed, DataFrames common, double[][] b) {
        return new PathRace(listed, pathS(listed, common), pairD(listed, common), b, Power.of(contexts));
    }

    private int classOf(DataFrames common, PathCorrelations.Path path) {
        return common.classes().of(path.edges().get(0));
    }

    private double[][] pathS(PathCorrelations listed, DataFrames common) {
        double[][] s = new double[listed.paths().size()][];
        for (int p = 0; p < s.length; p++) {
            PathCorrelations.Path path = listed.paths().get(p);
            double[] diagonal =
                    common.frames(classOf(common, path)).diagonal(path.sigmaYx(), path.output(), path.input());
            s[p] = Arrays.copyOf(diagonal, modes(path));
        }
        return s;
    }

    private double[][] pairD(PathCorrelations listed, DataFrames common) {
        double[][] d = new double[listed.pairs().size()][];
        for (int i = 0; i < d.length; i++) {
            PathCorrelations.Pair pair = listed.pairs().get(i);
            PathCorrelations.Path j = listed.paths().get(pair.j());
            PathCorrelations.Path p = listed.paths().get(pair.p());
            d[i] = common.frames(classOf(common, p)).diagonal(pair.sigmaX(), j.input(), p.input());
        }
        return d;
    }

    private BetweenModes betweenModes(PathCorrelations listed, DataFrames common, PathRace race) {
        Matrix[] s = new Matrix[listed.paths().size()];
        for (int p = 0; p < s.length; p++) {
            PathCorrelations.Path path = listed.paths().get(p);
            s[p] = common.frames(classOf(common, path)).turned(path.sigmaYx(), path.output(), path.input());
        }
        Matrix[] d = new Matrix[listed.pairs().size()];
        for (int i = 0; i < d.length; i++) {
            PathCorrelations.Pair pair = listed.pairs().get(i);
            PathCorrelations.Path j = listed.paths().get(pair.j());
            PathCorrelations.Path p = listed.paths().get(pair.p());
            d[i] = common.frames(classOf(common, p)).turned(pair.sigmaX(), j.input(), p.input());
        }
        Matrix[] weights = new Matrix[architecture.edges().size()];
        int[] classes = new int[weights.length];
        for (int e = 0; e < weights.length; e++) {
            classes[e] = common.classes().of(e);
            weights[e] = classes[e] == InteractionClasses.NONE
                    ? Matrix.zero(0, 0)
                    : common.frames(classes[e])
                            .turned(initialWeights.get(e), architecture.target(e), architecture.source(e));
        }
        return new BetweenModes(race, weights, s, d, classes);
    }

    /** Modes that fit through every node of a path. */
    private int modes(PathCorrelations.Path path) {
        int modes = Integer.MAX_VALUE;
        for (int e : path.edges()) {
            modes = Math.min(modes, Math.min(architecture.rows(e), architecture.columns(e)));
        }
        return modes;
    }

    /**
     * The modes that start with the wrong sign, from the initial weights; empty where these are not aligned, and where there
     * are too many paths to list.
     */
    public List<SignTrap> signTraps() {
        return start().frames()
                .map(common -> signTraps(common, strengthsIn(common)))
                .orElse(List.of());
    }

    /** The modes that start with the wrong sign, from one strength everywhere. */
    public List<SignTrap> signTraps(double b0) {
        return signTraps(frames, everywhere(b0));
    }

    private List<SignTrap> signTraps(DataFrames common, double[][] b) {
        return SignTrap.among(stuck(common, b, 1, 0, b.length).saddles());
    }

    /**
     * The modes that cannot move.
     *
     * @param b the start where what stands on a saddle up to rounding stands on it
     */
    private record Stuck(List<Saddle> saddles, double[][] b) {}

    /** Class by class; those of classes with too many paths are left out. */
    private Stuck stuck(DataFrames common, double[][] start, double rate, double decay, int decaying) {
        List<Saddle> found = new ArrayList<>();
        if (paths.isEmpty()) {
            return new Stuck(found, start);
        }
        double[][] b = start;
        PathCorrelations listed = paths.get();
        double[][] s = pathS(listed, common);
        double[][] d = pairD(listed, common);
        int[] sources = new int[architecture.edges().size()];
        int[] targets = new int[sources.length];
        for (int e = 0; e < sources.length; e++) {
            sources[e] = architecture.source(e);
            targets[e] = architecture.target(e);
        }
        for (int c = 0; c < interactionClasses(); c++) {
            List<Integer> own = new ArrayList<>();
            for (int p = 0; p < s.length; p++) {
                if (classOf(common, listed.paths().get(p)) == c) {
                    own.add(p);
                }
            }
            if (own.size() <= Saddles.MOST) {
                double[][] missing =
                        own.stream().map(p -> missing(listed, common, p)).toArray(double[][]::new);
                List<List<String>> ids = own.stream().map(p -> ids(listed, p)).toList();
                PathRace alone = PathRace.of(listed, own, s, d, b).sparing(decay, decaying);
                Saddles search = new Saddles(alone, ids, sources, targets, missing, rate, decay);
                List<Saddle> saddles = search.find();
                b = search.snapped(saddles);
                found.addAll(saddles);
            }
        }
        return new Stuck(found, b);
    }

    /** The modes that no path of a merged race moves: rounding frees them no sooner than it decides anything. */
    private List<Saddle> held(MergedRace merged, double until) {
        double escape = until >= 0 ? until : Double.POSITIVE_INFINITY;
        return merged.heldModes().entrySet().stream()
                .map(held -> {
                    List<String> path = held.getValue().stream()
                            .map(e -> architecture.edges().get(e).id())
                            .toList();
                    return new Saddle(Saddle.Cause.ZERO, path, held.getKey(), Double.NaN, 0, escape);
                })
                .toList();
    }

    /** Whether the foretold curve itself has passed a saddle. */
    private boolean passed(Saddle saddle, PathCorrelations listed, double[][] products) {
        for (int p = 0; p < products.length; p++) {
            if (ids(listed, p).equals(saddle.path()) && saddle.mode() < products[p].length) {
                return saddle.passedBy(products[p][saddle.mode()]);
            }
        }
        return false;
    }

    private List<String> ids(PathCorrelations listed, int p) {
        return listed.paths().get(p).edges().stream()
                .map(e -> architecture.edges().get(e).id())
                .toList();
    }

    /** S(p) of the modes for which some node of a path has no room; 0 of the others. */
    private double[] missing(PathCorrelations listed, DataFrames common, int p) {
        PathCorrelations.Path path = listed.paths().get(p);
        double[] missing = common.frames(classOf(common, path)).diagonal(path.sigmaYx(), path.output(), path.input());
        Arrays.fill(missing, 0, Math.min(missing.length, modes(path)), 0);
        for (int k = 0; k < missing.length; k++) {
            missing[k] = Math.abs(missing[k]) > EXACT * path.sigmaYx().norm() ? missing[k] : 0;
        }
        return missing;
    }

    /**
     * The prediction at the recorded steps: the exact discrete map where every assumption holds, no curves elsewhere.
     *
     * @param dt time of one step, &gt; 0
     * @param tau time constant, &gt; 0
     * @param steps recorded steps, ascending
     */
    public Prediction predict(double dt, double tau, int[] steps) {
        return predict(StepRule.DESCENT, dt, tau, steps);
    }

    /** The same for any rule of stepping: it does to strengths what it does to weights. */
    public Prediction predict(StepRule rule, double dt, double tau, int[] steps) {
        return predict(rule, architecture.edges().size(), dt, tau, steps);
    }

    /**
     * The same where some edges do not decay.
     *
     * @param decaying the edges before this one decay, the others, which stand for biases, do not
     */
    public Prediction predict(StepRule rule, int decaying, double dt, double tau, int[] steps) {
        List<Assumption> assumptions = new ArrayList<>(start().assumptions());
        Optional<DataFrames> common = start().frames();
        double rate = dt / tau;
        Optional<Stuck> stuck = common.map(found -> stuck(found, strengthsIn(found), rate, rule.decay(), decaying));
        Optional<ReducedDynamics> race = common.flatMap(
                        found -> dynamics(found, stuck.orElseThrow().b()))
                .flatMap(found -> sparing(found, rule.decay(), decaying));
        if (common.isEmpty() || race.isEmpty()) {
            return PredictionCurves.nothing(residual, assumptions).reaching(reach());
        }
        int last = steps[steps.length - 1];
        ToDoubleFunction<double[]> curvature =
                race.get() instanceof PathRace path ? path::curvature : ((MergedRace) race.get())::curvature;
        ReducedRun run = ReducedRun.descent(race.get(), rule, rate, steps, curvature, Math.max(1, last));
        Judge judge = new Judge(assumptions);
        if (race.get() instanceof PathRace path) {
            PathCorrelations listed = paths.orElseThrow();
            double[] left = new double[listed.paths().size()];
            for (int p = 0; p < left.length; p++) {
                for (double s : missing(listed, common.get(), p)) {
                    left[p] = Math.max(left[p], Math.abs(s));
                }
            }
            judge.saddles(stuck.orElseThrow().saddles().stream()
                    .filter(saddle -> !passed(saddle, listed, path.products(run.last())))
                    .toList());
            Rounding rounding =
                    new Rounding(path, left, rate, rule).beside(betweenModes(listed, common.get(), path), last);
            judge.rounding(rounding.until(last, outside(common.get())));
        } else if (race.get() instanceof MergedRace merged) {
            double until = Shaken.until(merged, rule, rate, last, outside(common.get()), merged);
            judge.saddles(held(merged, until)).rounding(until);
        }
        judge.stability(rate, run.largest(), rule, last);
        return prediction(run, judge.claim("reduction", Claim.Of.STEPS)).reaching(reach());
    }

    /**
     * The discrete map of gradient descent from one strength everywhere, at the recorded steps.
     *
     * @param b0 B of every edge and mode at the start
     * @param dt time of one step, &gt; 0
     * @param tau time constant, &gt; 0
     * @param steps recorded steps, ascending
     */
    public Prediction descent(double b0, double dt, double tau, int[] steps) {
        return decoupled(b0)
                .map(race -> prediction(ReducedRun.descent(race, dt / tau, steps), standIn(Claim.Of.STEPS)))
                .orElse(PredictionCurves.nothing(residual, List.of()));
    }

    /**
     * The gradient flow from one strength everywhere.
     *
     * @param b0 B of every edge and mode at the start
     * @param tau time constant, &gt; 0
     * @param times ascending, ≥ 0, same unit as tau
     * @param tolerance largest estimated error of a step of the integrator, relative to 1 + |B|
     */
    public Prediction flow(double b0, double tau, double[] times, double tolerance) {
        return decoupled(b0)
                .map(race -> prediction(ReducedRun.flow(race, tau, times, tolerance), standIn(Claim.Of.FLOW)))
                .orElse(PredictionCurves.nothing(residual, List.of()));
    }

    /** What curves from one strength everywhere claim. */
    private static Claim standIn(Claim.Of of) {
        return new Judge(List.of(Assumption.fact(Premise.ACTUAL_START, false))).claim("reduction", of);
    }

    private Prediction prediction(ReducedRun run, Claim claim) {
        int width = 0;
        for (Node node : architecture.nodes()) {
            width = Math.max(width, node.width());
        }
        Map<String, Matrix> strength = new LinkedHashMap<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            double[] rows = new double[run.count() * width];
            for (int i = 0; i < run.count(); i++) {
                double[] b = run.strengths(i, e);
                System.arraycopy(b, 0, rows, i * width, b.length);
            }
            strength.put(architecture.edges().get(e).id(), Matrix.of(run.count(), width, rows));
        }
        return new Prediction(claim, residual, run.loss(), Optional.empty(), strength, List.of(), List.of());
    }
}
