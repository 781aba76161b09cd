package dynlab.theory.modes;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Assumptions;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.Judge;
import dynlab.theory.Prediction;
import dynlab.theory.PredictionCurves;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.theory.Saddle;
import dynlab.theory.SignTrap;
import dynlab.theory.StepRule;
import dynlab.theory.race.PathRace;
import dynlab.theory.race.ReducedRun;
import dynlab.theory.race.Rounding;
import dynlab.words.Phrase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A linear chain some of whose layers use one matrix: by mode a scalar chain some of whose weights are one number.
 *
 * <pre>b_o ← b_o + η Σ_{e uses o} (Π_{j≠e} b_j)(σ s − d Π_j b_j)</pre>
 *
 * with σ = ±1 where the frames of two uses differ by a sign. Derived in docs/theory.md §10.5.
 */
public final class TiedChain {
    private TiedChain() {}

    /**
     * The prediction at the recorded steps.
     *
     * @param graph one linear chain with open gates
     * @param weights one matrix an edge; of an edge that is tied it is not looked at
     * @param rule how a step is made
     * @param dt time of one step, &gt; 0
     * @param tau time constant, &gt; 0
     * @param steps recorded steps, ascending
     * @return kind {@code none} where the start or the frames do not fit
     */
    public static Prediction predict(
            Architecture graph,
            List<Context> contexts,
            List<Matrix> weights,
            StepRule rule,
            double dt,
            double tau,
            int[] steps) {
        int[] chain = graph.linearChain().orElseThrow();
        TiedFrames ties = TiedFrames.of(graph, chain);
        Node input = graph.nodes().get(graph.source(chain[0]));
        Node output = graph.nodes().get(graph.target(chain[chain.length - 1]));
        LinearProblem problem = LinearProblem.of(contexts, input, output);
        Matrix yx = problem.sigmaYx();
        Matrix taught = ties.palindrome() ? yx.plus(yx.transpose()).scaled(0.5) : yx;
        AlignedFrame frame = new AlignedFrame(TiedFrames.used(graph, chain, weights), taught, problem.sigmaXx());
        TiedFrames.Fit fit = ties.fit(frame);
        List<Assumption> measured = List.of(
                Assumptions.oneChain(true),
                Assumptions.openGates(contexts),
                Assumptions.commonFrame(frame),
                Assumptions.alignedStart(frame),
                Assumption.measured(Premise.TIED_FRAMES, fit.distance()));
        Badge data = Badge.ofData(0, frame.dataResidual());
        if (!measured.stream().allMatch(Assumption::holds)) {
            Badge none = new Badge(Badge.Grade.NONE, Phrase.of("claim.badge.ties"), frame.residual());
            return PredictionCurves.nothing(frame.dataResidual(), measured)
                    .reaching(Reach.of(none, Phrase.of("claim.unsearched.not-aligned")));
        }
        List<String> ids = edgeIds(graph, chain);
        Scalars scalars = Scalars.of(frame, ties, fit);
        double rate = dt / tau;
        List<Saddle> found =
                new TiedSaddles(ties, ids, rate, rule.decay()).find(scalars.b, scalars.s, scalars.d, scalars.room);
        double[] idle = new double[ties.count()];
        for (int e = 0; e < ids.size(); e++) {
            idle[ties.owners()[e]] = Math.max(idle[ties.owners()[e]], idle(frame, e));
        }
        PathRace race = new PathRace(
                        new int[][] {ties.owners()},
                        new int[1],
                        new int[1],
                        new double[][] {scalars.s},
                        new double[][] {scalars.d},
                        scalars.b,
                        problem.correlations().powerY())
                .besideIdle(idle);
        double variance = problem.largestVariance();
        int last = steps.length == 0 ? 0 : steps[steps.length - 1];
        ReducedRun run = ReducedRun.descent(
                race, rule, rate, steps, state -> curvature(race, state, ties, frame, variance), Math.max(1, last));
        double until = new Rounding(race, new double[] {scalars.missing()}, rate, rule).until(last, frame.outside());
        double[] end = race.products(run.last())[0];
        List<Saddle> saddles = found.stream()
                .filter(saddle -> !saddle.passedBy(end[saddle.mode()]))
                .map(saddle -> freedBy(saddle, until))
                .toList();
        Judge judge = new Judge(measured).saddles(saddles).rounding(until);
        judge.stability(rate, run.largest(), rule, last);
        List<SignTrap> traps = SignTrap.among(saddles);
        double residual = frame.dataResidual();
        return new Prediction(
                        judge.claim("reduction", Claim.Of.STEPS),
                        residual,
                        run.loss(),
                        Optional.empty(),
                        strengths(run, ties, fit, ids),
                        List.of(),
                        List.of())
                .reaching(new Reach(
                        data.from(true, frame.residual(), traps.size()),
                        1,
                        residual,
                        residual,
                        traps,
                        Optional.empty()));
    }

    /**
     * What holds a mode holds it among matrices that keep the frames. Between modes a tied matrix has more ways to go, as the
     * square of a rotation is negative and that of a symmetric matrix is not; so what rounding between modes frees is free.
     */
    private static Saddle freedBy(Saddle saddle, double until) {
        double escape = until < saddle.escape() ? until : saddle.escape();
        return new Saddle(saddle.cause(), saddle.path(), saddle.mode(), saddle.required(), saddle.initial(), escape);
    }

    private static List<String> edgeIds(Architecture graph, int[] chain) {
        return Arrays.stream(chain).mapToObj(e -> graph.edges().get(e).id()).toList();
    }

    /**
     * The scalar chains.
     *
     * @param b of every matrix and mode
     * @param s σ s of every mode
     */
    private record Scalars(double[][] b, double[] s, double[] d, boolean[] room) {
        static Scalars of(AlignedFrame frame, TiedFrames ties, TiedFrames.Fit fit) {
            int count = frame.count();
            double[] strengths = frame.strengths();
            double[][] b = new double[ties.count()][count];
            for (int o = 0; o < b.length; o++) {
                System.arraycopy(strengths, ties.first(o) * count, b[o], 0, count);
            }
            double[] s = new double[count];
            double[] d = new double[count];
            boolean[] room = new boolean[count];
            for (int k = 0; k < count; k++) {
                s[k] = frame.s(k);
                for (double[] sign : fit.sign()) {
                    s[k] *= sign[k];
                }
                d[k] = frame.d(k);
                room[k] = frame.hasRoom(k);
            }
            return new Scalars(b, s, d, room);
        }

        /** The largest |s| of a mode that some layer has no unit for. */
        double missing() {
            double missing = 0;
            for (int k = 0; k < s.length; k++) {
                missing = room[k] ? missing : Math.max(missing, Math.abs(s[k]));
            }
            return missing;
        }
    }

    /** The largest singular value of a layer in the directions that no mode uses. */
    private static double idle(AlignedFrame frame, int layer) {
        double largest = 0;
        for (double value : frame.idle(layer)) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** {@code λ Σ_o (Σ_{e uses o} Π_{j≠e} σ_j)²} at a state, idle directions included. */
    private static double curvature(
            PathRace race, double[] state, TiedFrames ties, AlignedFrame frame, double variance) {
        int depth = ties.owners().length;
        double[] sizes = new double[depth];
        for (int e = 0; e < depth; e++) {
            sizes[e] = idle(frame, e);
            for (double b : race.strengths(state, ties.owners()[e])) {
                sizes[e] = Math.max(sizes[e], Math.abs(b));
            }
        }
        double[] slope = new double[ties.count()];
        for (int e = 0; e < depth; e++) {
            double others = 1;
            for (int j = 0; j < depth; j++) {
                others *= j == e ? 1 : sizes[j];
            }
            slope[ties.owners()[e]] += others;
        }
        double sum = 0;
        for (double one : slope) {
            sum += one * one;
        }
        return variance * sum;
    }

    /** B of every layer, signs of its own frames put back. */
    private static Map<String, Matrix> strengths(
            ReducedRun run, TiedFrames ties, TiedFrames.Fit fit, List<String> ids) {
        Map<String, Matrix> strength = new LinkedHashMap<>();
        for (int e = 0; e < ids.size(); e++) {
            double[] sign = fit.sign()[e];
            double[] rows = new double[run.count() * sign.length];
            for (int i = 0; i < run.count(); i++) {
                double[] b = run.strengths(i, ties.owners()[e]);
                for (int k = 0; k < sign.length; k++) {
                    rows[i * sign.length + k] = sign[k] * b[k];
                }
            }
            strength.put(ids.get(e), Matrix.of(run.count(), sign.length, rows));
        }
        return strength;
    }
}
