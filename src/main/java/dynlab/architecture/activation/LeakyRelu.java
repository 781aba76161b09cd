package dynlab.architecture.activation;

/** f(z) = z for z &gt; 0, else leak · z with 0 ≤ leak &lt; 1; derivative leak at 0. The activity has the sign of z. */
public final class LeakyRelu implements ActivationFunction {
    @Override
    public void apply(double[] a, double[] kept, double leak, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = a[i] > 0 ? a[i] : leak * a[i];
        }
    }

    @Override
    public void timesDerivative(double[] a, double[] kept, double leak, double[] error, int from, int to) {
        for (int i = from; i < to; i++) {
            error[i] = a[i] > 0 ? error[i] : leak * error[i];
        }
    }

    @Override
    public boolean takesLeak() {
        return true;
    }

    @Override
    public boolean bent() {
        return true;
    }
}
