package dynlab.architecture.activation;

/** f(z) = z. */
public final class Linear implements ActivationFunction {
    @Override
    public void apply(double[] a, double[] kept, double leak, int from, int to) {
        // a stays
    }

    @Override
    public void timesDerivative(double[] a, double[] kept, double leak, double[] error, int from, int to) {
        // f' = 1
    }
}
