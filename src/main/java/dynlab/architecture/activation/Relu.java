package dynlab.architecture.activation;

/** f(z) = max(z, 0); derivative 0 at 0. */
public final class Relu implements ActivationFunction {
    @Override
    public void apply(double[] a, double[] kept, double leak, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = a[i] > 0 ? a[i] : 0 * a[i]; // not a plain 0: NaN stays NaN, so that a diverging run is seen
        }
    }

    @Override
    public void timesDerivative(double[] a, double[] kept, double leak, double[] error, int from, int to) {
        for (int i = from; i < to; i++) {
            error[i] = a[i] > 0 ? error[i] : 0;
        }
    }

    @Override
    public boolean bent() {
        return true;
    }
}
