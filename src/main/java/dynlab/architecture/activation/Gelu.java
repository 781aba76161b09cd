package dynlab.architecture.activation;

import dynlab.numeric.ExactMath;

/** f(z) = z Φ(z), Φ the normal distribution function: D. Hendrycks and K. Gimpel, arXiv 1606.08415. */
public final class Gelu implements ActivationFunction {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_TWO_PI = Math.sqrt(2 * 0x1.921fb54442d18p1);

    @Override
    public void apply(double[] a, double[] kept, double leak, int from, int to) {
        for (int i = from; i < to; i++) {
            double z = a[i];
            double below = 0.5 * ExactMath.erfc(-z * ROOT_HALF);
            a[i] = z * below;
            if (kept.length > 0) {
                double bell = ExactMath.exp(-0.5 * z * z) / ROOT_TWO_PI;
                kept[i] = below + z * bell;
            }
        }
    }

    @Override
    public void timesDerivative(double[] a, double[] kept, double leak, double[] error, int from, int to) {
        for (int i = from; i < to; i++) {
            error[i] *= kept[i];
        }
    }

    @Override
    public boolean keepsSlope() {
        return true;
    }

    @Override
    public boolean bent() {
        return true;
    }
}
