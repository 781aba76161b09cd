package dynlab.network;

import dynlab.architecture.Activation;
import dynlab.numeric.ExactMath;

/**
 * The functions f of {@link Activation} on whole arrays, and their derivatives: from the activity a = f(z) where it tells
 * them, else from a slope that is kept as f is computed.
 */
public final class Activations {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_TWO_PI = Math.sqrt(2 * 0x1.921fb54442d18p1);

    private Activations() {}

    /**
     * Whether the derivative cannot be read off the activity, and {@link #apply} has to leave it.
     *
     * @param held whether ReLU units keep their gates between steps
     */
    public static boolean keepsSlope(Activation activation, boolean held) {
        return activation == Activation.GELU || held && activation == Activation.RELU;
    }

    /**
     * a = f(a).
     *
     * @param slope is filled with f' if the activation keeps it and this is as long as a
     * @param look whether ReLU units that keep their gates take them anew
     */
    public static void apply(Activation activation, double[] a, double[] slope, boolean look) {
        switch (activation) {
            case LINEAR -> {}
            case RELU -> {
                for (int i = 0; i < slope.length; i++) {
                    slope[i] = look ? (a[i] > 0 ? 1 : 0) : slope[i];
                    a[i] *= slope[i];
                }
                for (int i = slope.length; i < a.length; i++) {
                    a[i] = a[i] > 0 ? a[i] : 0 * a[i]; // not a plain 0: NaN stays NaN, so that a diverging run is seen
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < a.length; i++) {
                    a[i] = a[i] > 0 ? a[i] : Activation.LEAK * a[i];
                }
            }
            case TANH -> {
                for (int i = 0; i < a.length; i++) {
                    a[i] = ExactMath.tanh(a[i]);
                }
            }
            case GELU -> {
                for (int i = 0; i < a.length; i++) {
                    double z = a[i];
                    double below = 0.5 * ExactMath.erfc(-z * ROOT_HALF);
                    a[i] = z * below;
                    if (slope.length > 0) {
                        double bell = ExactMath.exp(-0.5 * z * z) / ROOT_TWO_PI;
                        slope[i] = below + z * bell;
                    }
                }
            }
        }
    }

    /** error ∘= f'(z); a and z have the same sign, so ReLU's derivative reads off a. */
    public static void timesDerivative(Activation activation, double[] a, double[] slope, double[] error) {
        switch (activation) {
            case LINEAR -> {}
            case RELU -> {
                double[] sign = slope.length > 0 ? slope : a;
                for (int i = 0; i < a.length; i++) {
                    error[i] = sign[i] > 0 ? error[i] : 0;
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < a.length; i++) {
                    error[i] = a[i] > 0 ? error[i] : Activation.LEAK * error[i];
                }
            }
            case TANH -> {
                for (int i = 0; i < a.length; i++) {
                    double down = 1 - a[i] * a[i];
                    error[i] *= down;
                }
            }
            case GELU -> {
                for (int i = 0; i < a.length; i++) {
                    error[i] *= slope[i];
                }
            }
        }
    }
}
