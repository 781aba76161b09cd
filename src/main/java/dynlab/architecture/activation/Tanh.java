package dynlab.architecture.activation;

import dynlab.numeric.ExactMath;

/** f(z) = tanh z. */
public final class Tanh implements ActivationFunction {
    @Override
    public void apply(double[] a, double[] kept, double leak, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = ExactMath.tanh(a[i]);
        }
    }

    @Override
    public void timesDerivative(double[] a, double[] kept, double leak, double[] error, int from, int to) {
        for (int i = from; i < to; i++) {
            double down = 1 - a[i] * a[i];
            error[i] *= down;
        }
    }
}
