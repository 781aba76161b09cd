package dynlab.theory.modes;

import static dynlab.numeric.Vectors.addOuter;
import static dynlab.numeric.Vectors.dot;
import static dynlab.numeric.Vectors.times;

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
import dynlab.theory.StepRule;
import dynlab.theory.race.ReducedDynamics;
import dynlab.theory.race.ReducedRun;
import dynlab.theory.race.Shaken;
import dynlab.words.Phrase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Feedback alignment of two linear layers, mode by mode.
 *
 * <pre>
 * W1 = BᵀU m Vᵀ,   W2 = U q UᵀB,   BBᵀ = c I
 * e = s − d c q m,   m ← m + η e,   q ← q + η e m,   a = c q m
 * </pre>
 *
 * Derived in docs/theory.md §10.7.
 */
public final class FeedbackModes {
    private FeedbackModes() {}

    /**
     * The prediction at the recorded steps.
     *
     * @param graph one chain of two linear layers with open gates
     * @param weights one matrix an edge
     * @param feedback B, of the shape of the upper matrix
     * @param rule how a step is made
     * @param dt time of one step, &gt; 0
     * @param tau time constant, &gt; 0
     * @param steps recorded steps, ascending
     * @return kind {@code none} where data, feedback or start are not as the map takes them
     */
    public static Prediction predict(
            Architecture graph,
            List<Context> contexts,
            List<Matrix> weights,
            Matrix feedback,
            StepRule rule,
            double dt,
            double tau,
            int[] steps) {
        int[] chain = graph.linearChain().orElseThrow();
        Node input = graph.nodes().get(graph.source(chain[0]));
        Node output = graph.nodes().get(graph.target(chain[1]));
        LinearProblem problem = LinearProblem.of(contexts, input, output);
        Matrix w1 = weights.get(chain[0]);
        Matrix w2 = weights.get(chain[1]);
        Matrix square = feedback.times(feedback.transpose());
        double c = square.trace() / square.rows();
        double norm = square.norm();
        double uneven = norm == 0
                ? 1
                : square.minus(Matrix.identity(square.rows()).scaled(c)).norm() / norm;
        List<Matrix> seen = List.of(feedback.times(w1), w2.times(feedback.transpose()));
        AlignedFrame frame = new AlignedFrame(seen, problem.sigmaYx(), problem.sigmaXx());
        Race race = Race.of(frame, seen, c, problem.correlations().powerY());
        double outside = race.outside(frame, feedback, w1, w2);
        List<Assumption> measured = List.of(
                Assumptions.oneChain(true),
                Assumptions.openGates(contexts),
                Assumptions.whiteInputs(problem),
                Assumptions.commonFrame(frame),
                Assumption.measured(Premise.ALIGNED_FEEDBACK, uneven),
                Assumption.measured(Premise.ALIGNED_START, outside));
        double residual = frame.dataResidual();
        if (!measured.stream().allMatch(Assumption::holds)) {
            Badge none = new Badge(Badge.Grade.NONE, Phrase.of("claim.badge.feedback"), outside);
            return PredictionCurves.nothing(residual, measured)
                    .reaching(Reach.of(none, Phrase.of("claim.unsearched.feedback")));
        }
        double rate = dt / tau;
        double variance = problem.largestVariance();
        ReducedRun run = ReducedRun.descent(race, rule, rate, steps, state -> curvature(race, state, variance), 1);
        int last = steps.length == 0 ? 0 : steps[steps.length - 1];
        Judge judge = new Judge(measured).rounding(Shaken.until(race.mixed(), rule, rate, last));
        judge.stability(rate, run.largest(), rule);
        Map<String, Matrix> strength = new LinkedHashMap<>();
        for (int layer = 0; layer < 2; layer++) {
            double[] rows = new double[run.count() * frame.count()];
            for (int i = 0; i < run.count(); i++) {
                System.arraycopy(run.strengths(i, layer), 0, rows, i * frame.count(), frame.count());
            }
            Matrix along = Matrix.of(run.count(), frame.count(), rows);
            strength.put(graph.edges().get(chain[layer]).id(), along.scaled(Math.sqrt(c)));
        }
        return new Prediction(
                        judge.claim("reduction", Claim.Of.STEPS),
                        residual,
                        run.loss(),
                        Optional.empty(),
                        strength,
                        List.of(),
                        List.of())
                .reaching(new Reach(Badge.ofData(0, residual), 1, residual, residual, List.of(), Optional.empty()));
    }

    /** The largest eigenvalue of what a step does near a minimum, {@code d c (q + m²)} across modes. */
    private static double curvature(Race race, double[] state, double variance) {
        double m = 0;
        double q = 0;
        for (double one : race.strengths(state, 0)) {
            m = Math.max(m, one * one);
        }
        for (double one : race.strengths(state, 1)) {
            q = Math.max(q, Math.abs(one));
        }
        double slope = race.c() * (q + m);
        return variance * slope;
    }

    /** m of all modes, then q of all modes. */
    private record Race(double[] s, double[] d, double c, double[] first, double halfPower) implements ReducedDynamics {
        static Race of(AlignedFrame frame, List<Matrix> seen, double c, double power) {
            int count = frame.count();
            double[] s = new double[count];
            double[] d = new double[count];
            double[] first = new double[2 * count];
            for (int k = 0; k < count; k++) {
                s[k] = frame.s(k);
                d[k] = frame.d(k);
                if (c > 0) {
                    first[k] = dot(frame.u(k), times(seen.get(0), frame.v(k))) / c;
                    first[count + k] = dot(frame.u(k), times(seen.get(1), frame.u(k))) / c;
                }
            }
            return new Race(s, d, c, first, power / 2);
        }

        /** The same with all entries between modes; inputs are white, so that d is one number. */
        MixedFeedback mixed() {
            double variance = 0;
            for (double one : d) {
                variance = Math.max(variance, one);
            }
            return new MixedFeedback(s, variance, c, first, halfPower);
        }

        @Override
        public double[] start() {
            return first.clone();
        }

        @Override
        public double descent(double[] state, double[] descent) {
            double loss = halfPower;
            for (int k = 0; k < s.length; k++) {
                double m = state[k];
                double a = c * m * state[s.length + k];
                double error = s[k] - d[k] * a;
                descent[k] = error;
                descent[s.length + k] = error * m;
                loss -= 0.5 * (s[k] + error) * a;
            }
            return loss;
        }

        @Override
        public double[] strengths(double[] state, int edge) {
            return Arrays.copyOfRange(state, edge * s.length, (edge + 1) * s.length);
        }

        /** The larger share of the two matrices that is not {@code BᵀU m Vᵀ} and {@code U q UᵀB}. */
        double outside(AlignedFrame frame, Matrix feedback, Matrix w1, Matrix w2) {
            double[] one = w1.toArray();
            double[] two = w2.toArray();
            Matrix back = feedback.transpose();
            for (int k = 0; k < s.length; k++) {
                double[] carried = times(back, frame.u(k));
                addOuter(one, -first[k], carried, frame.v(k));
                addOuter(two, -first[s.length + k], frame.u(k), carried);
            }
            return Math.max(share(w1, one), share(w2, two));
        }

        private static double share(Matrix whole, double[] rest) {
            double norm = whole.norm();
            return norm == 0
                    ? 0
                    : Matrix.of(whole.rows(), whole.columns(), rest).norm() / norm;
        }
    }
}
