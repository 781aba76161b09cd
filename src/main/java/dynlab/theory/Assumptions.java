package dynlab.theory;

import dynlab.architecture.Context;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.AlignedFrame;
import dynlab.theory.modes.DeepChain;
import dynlab.theory.modes.LinearProblem;
import dynlab.theory.modes.Modes;
import java.util.List;

/**
 * The assumptions of the linear theories, each measured on the experiment at hand. The thresholds stand here and nowhere
 * else; a sentence names its own.
 */
public final class Assumptions {
    /** Departures of data and inputs below this count as exact; the error of a theory is of the order of their square. */
    static final double DATA = 1e-6;
    /** Departures of the initial weights below this count as rounding; a plateau would amplify anything larger. */
    static final double WEIGHTS = 1e-9;

    private Assumptions() {}

    public static Assumption oneChain(boolean holds) {
        return new Assumption(
                "one linear chain",
                holds,
                holds ? 0 : 1,
                "The graph is one chain of linear layers from one input to one output; 0 if it is.");
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
        return new Assumption(
                "open gates", worst == 0, worst, "Every gate of every trained context is 1: the largest |g − 1| is 0.");
    }

    public static Assumption whiteInputs(LinearProblem problem) {
        double colour = problem.colour();
        return new Assumption(
                "white inputs",
                colour < DATA,
                colour,
                "The inputs are uncorrelated and equally strong: ‖Σxx − c I‖ / ‖Σxx‖ is below 1e-6.");
    }

    public static Assumption commonFrame(AlignedFrame frame) {
        return new Assumption(
                "common frame",
                frame.dataResidual() < DATA,
                frame.dataResidual(),
                "The input correlation is diagonal in the right singular vectors of Σyx: residual below 1e-6.");
    }

    public static Assumption alignedStart(AlignedFrame frame) {
        return new Assumption(
                "aligned start",
                frame.residual() < WEIGHTS,
                frame.residual(),
                "Every initial weight matrix is diagonal in the data's frame and in common hidden frames:"
                        + " the share of a matrix outside is below 1e-9.");
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
        return new Assumption(
                lambda == 0 ? "balanced start" : "λ-balanced start",
                worst < WEIGHTS,
                worst,
                "Neighbouring layers have W₂ᵀW₂ − W₁W₁ᵀ = λ I: the largest departure, relative to their size, is below"
                        + " 1e-9.");
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
        double share = target == 0 ? 1 : largest * largest / target;
        return new Assumption(
                "small start",
                share < 1e-3,
                share,
                "The start is small against what is learned: the largest ‖W‖² / s₁ is below 0.001"
                        + " (the error shrinks with its square root).");
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
        return new Assumption(
                "distinct modes",
                worst < 0.05,
                worst,
                "A distinction is learned before the next one begins: (a₀/s)^(1 − s′/s) of neighbouring modes is below 0.05;"
                        + " equal modes count as one.");
    }

    /** η against the largest that the final state can bear. */
    public static Assumption stableStep(int depth, AlignedFrame frame, double learningRate) {
        double worst = 0;
        for (int k = 0; k < frame.count(); k++) {
            double d = frame.d(k);
            if (d > 0 && (frame.s(k) > 0 || depth == 1)) {
                double largest = depth == 1 ? 2 / d : DeepChain.largestLearningRate(depth, frame.s(k) / d, d);
                worst = Math.max(worst, learningRate / largest);
            }
        }
        return new Assumption(
                "stable step",
                worst < 1,
                worst,
                "The learning rate is below the largest stable one, 2/(D d (s/d)^(2−2/D)) of every mode: the ratio is below"
                        + " 1.");
    }

    /** A product that starts with the other sign than its target cannot cross 0 while it stays balanced. */
    public static Assumption noSignTrap(AlignedFrame frame, double[] products) {
        int trapped = 0;
        for (int k = 0; k < frame.count(); k++) {
            if (products[k] < 0 && frame.s(k) > 0) {
                trapped++;
            }
        }
        return new Assumption(
                Assumption.NO_SIGN_TRAP,
                trapped == 0,
                trapped,
                "No mode starts with the opposite sign of its target: the number of those that do is 0.");
    }

    public static Assumption smallSteps(LinearProblem problem, double[] s, double learningRate) {
        double largest = problem.sigmaXx().trace();
        for (double value : s) {
            largest = Math.max(largest, value);
        }
        double measure = learningRate * largest;
        return new Assumption(
                "small steps",
                measure < 0.01,
                measure,
                "The run follows the flow: η times the largest of s₁ and the input power is below 0.01"
                        + " (the departure is of that order).");
    }
}
