package dynlab.theory;

import dynlab.architecture.Context;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.AlignedFrame;
import dynlab.theory.modes.LinearProblem;
import dynlab.theory.modes.Modes;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;

/** The assumptions of the linear theories, each measured on the experiment at hand; limits are those of {@link Premise}. */
public final class Assumptions {
    private Assumptions() {}

    public static Assumption oneChain(boolean holds) {
        return Assumption.fact(Premise.ONE_CHAIN, holds);
    }

    public static Assumption openGates(List<Context> contexts) {
        double worst = 0;
        for (Context context : contexts) {
            if (context.train()) {
                for (double gate : context.gates().nodes().values()) {
                    worst = Math.max(worst, Math.abs(gate - 1));
                }
                for (double gate : context.gates().edges().values()) {
                    worst = Math.max(worst, Math.abs(gate - 1));
                }
            }
        }
        return Assumption.measured(Premise.OPEN_GATES, worst);
    }

    public static Assumption whiteInputs(LinearProblem problem) {
        return Assumption.measured(Premise.WHITE_INPUTS, problem.colour());
    }

    public static Assumption commonFrame(AlignedFrame frame) {
        return Assumption.measured(Premise.COMMON_FRAME, frame.dataResidual());
    }

    public static Assumption alignedStart(AlignedFrame frame) {
        return Assumption.measured(Premise.ALIGNED_START, frame.residual());
    }

    /** Of neighbouring layers, {@code W_{l+1}ᵀ W_{l+1} − W_l W_lᵀ = λ I}. */
    public static Assumption balancedStart(List<Matrix> weights, double lambda) {
        double worst = 0;
        for (int l = 0; l + 1 < weights.size(); l++) {
            Matrix out = weights.get(l + 1).transpose().times(weights.get(l + 1));
            Matrix in = weights.get(l).times(weights.get(l).transpose());
            double scale = Math.max(out.norm() + in.norm(), Math.abs(lambda));
            Matrix gap = out.minus(in).minus(Matrix.identity(out.rows()).scaled(lambda));
            worst = Math.max(worst, scale == 0 ? 0 : gap.norm() / scale);
        }
        return Assumption.measured(lambda == 0 ? Premise.BALANCED_START : Premise.LAMBDA_BALANCED_START, worst);
    }

    /** The λ of two layers: the mean diagonal of {@code W2ᵀ W2 − W1 W1ᵀ}, 0 if that is rounding. */
    public static double lambda(Matrix w1, Matrix w2) {
        double out = w2.norm() * w2.norm();
        double in = w1.norm() * w1.norm();
        double lambda = (out - in) / w1.rows();
        return Math.abs(lambda) < 1e-12 * (out + in) / w1.rows() ? 0 : lambda;
    }

    public static Assumption smallStart(List<Matrix> weights, double[] s) {
        double largest = 0;
        for (Matrix weight : weights) {
            largest = Math.max(largest, weight.norm());
        }
        double target = 0;
        for (double value : s) {
            target = Math.max(target, value);
        }
        return Assumption.measured(Premise.SMALL_START, target == 0 ? 1 : largest * largest / target);
    }

    /** How far the next block has come when one is learned, {@code (a0/s)^(1 − s_next/s)}. */
    public static Assumption distinctModes(Modes modes, double[] a0) {
        double[] s = modes.s();
        double worst = 0;
        for (int b = 0; b + 1 < modes.blocks().size(); b++) {
            int now = modes.blocks().get(b).get(0);
            int next = modes.blocks().get(b + 1).get(0);
            if (s[next] > 0 && a0[now] > 0) {
                double ratio = 1 - s[next] / s[now];
                worst = Math.max(worst, ExactMath.pow(Math.min(1, a0[now] / s[now]), ratio));
            }
        }
        return Assumption.measured(Premise.DISTINCT_MODES, worst);
    }

    /**
     * How many modes the theory learns beside how many the narrowest layer lets through.
     *
     * @param learned modes that the theory learns
     * @param modes modes of the target, those of rounding size left out
     * @param narrowest width of the narrowest layer
     * @param layer its name
     */
    public static Assumption rank(int learned, int modes, int narrowest, String layer) {
        Phrase subject = Phrase.of(
                "claim.rank.subject",
                Argument.name(layer),
                Argument.count(narrowest),
                Argument.count(modes),
                Argument.count(learned));
        return Assumption.atMost(Premise.RANK, learned, narrowest, subject);
    }

    /** Half of η times the largest curvature that the run meets. */
    public static Assumption stableStep(double learningRate, double curvature) {
        return Assumption.measured(Premise.STABLE_STEP, 0.5 * learningRate * curvature);
    }

    /** η against the pace of the flow, and against what the start itself adds to the curvature. */
    public static Assumption smallSteps(LinearProblem problem, double[] s, List<Matrix> weights, double learningRate) {
        double power = problem.sigmaXx().trace();
        double largest = power;
        for (double value : s) {
            largest = Math.max(largest, value);
        }
        if (weights.size() > 1) {
            largest = Math.max(largest, Curvature.ofChain(weights, problem.largestVariance()));
        }
        return Assumption.measured(Premise.SMALL_STEPS, learningRate * largest);
    }
}
