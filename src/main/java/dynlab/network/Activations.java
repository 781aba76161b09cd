package dynlab.network;

import dynlab.architecture.Activation;
import dynlab.numeric.ExactMath;

/** The functions f of {@link Activation} on whole arrays, and their derivatives from the activity a = f(z). */
public final class Activations {
    private Activations() {}

    /** {@code a = f(z)}, in place. */
    public static void apply(Activation activation, double[] a) {
        switch (activation) {
            case LINEAR -> {}
            case RELU -> {
                for (int i = 0; i < a.length; i++) {
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
        }
    }

    /** error ∘= f'(z); a and z have the same sign, so ReLU's derivative reads off a. */
    public static void timesDerivative(Activation activation, double[] a, double[] error) {
        switch (activation) {
            case LINEAR -> {}
            case RELU -> {
                for (int i = 0; i < a.length; i++) {
                    error[i] = a[i] > 0 ? error[i] : 0;
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < a.length; i++) {
                    error[i] = a[i] > 0 ? error[i] : Activation.LEAK * error[i];
                }
            }
            case TANH -> {
                for (int i = 0; i < a.length; i++) {
                    double slope = 1 - a[i] * a[i];
                    error[i] *= slope;
                }
            }
        }
    }
}
