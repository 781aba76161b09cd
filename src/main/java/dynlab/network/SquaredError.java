package dynlab.network;

/** {@code L = ½ Σ w |y − h|²}, {@code r = w (y − h)}. */
final class SquaredError implements LossFunction {
    @Override
    public double factor() {
        return 0.5;
    }

    @Override
    public double sum(Target target, double[] a, int stride, double gate) {
        double[] w = target.weights();
        double[] y = target.clean();
        int row = target.stride();
        int samples = target.columns();
        boolean any = target.at() != ForwardPlan.ZERO;
        double sum = 0;
        for (int i = 0; i < target.width(); i++) {
            for (int n = 0; n < samples; n++) {
                double d = y[i * row + n];
                if (any) {
                    d -= gate * a[i * stride + target.at() + n];
                }
                double weighted = w[n] * d;
                sum += weighted * d;
            }
        }
        return sum;
    }

    @Override
    public void pull(Target target, double[] a, int stride, double gate, double outer, double[] error) {
        double[] w = target.weights();
        double[] y = target.aims();
        int samples = target.columns();
        for (int i = 0; i < target.width(); i++) {
            int row = i * stride + target.at();
            int from = i * target.stride();
            for (int n = 0; n < samples; n++) {
                double d = y[from + n] - gate * a[row + n];
                double share = outer * w[n];
                double pull = share * d;
                error[row + n] = target.firstBack() ? pull : error[row + n] + pull;
            }
        }
    }

    @Override
    public boolean ofShares() {
        return false;
    }
}
