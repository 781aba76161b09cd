package dynlab.network;

import dynlab.numeric.ExactMath;

/**
 * Softmax cross-entropy of a column with output h and target y ≥ 0 of any total mass {@code Y = Σ y}:
 *
 * <pre>m = max h,  Z = Σ e^{h − m},  L = w (Y (m + ln Z) − Σ y_k h_k),  r = w (y − Y e^{h − m} / Z)</pre>
 *
 * No entropy of the target is subtracted.
 */
final class SoftmaxCrossEntropy implements LossFunction {
    @Override
    public double factor() {
        return 1;
    }

    @Override
    public double sum(Target target, double[] a, int stride, double gate) {
        double[] y = target.clean();
        double sum = 0;
        for (int n = 0; n < target.columns(); n++) {
            double most = largest(target, a, stride, gate, n);
            double partition = partition(target, a, stride, gate, n, most);
            double mass = 0;
            double told = 0;
            for (int i = 0; i < target.width(); i++) {
                double aim = y[i * target.stride() + n];
                mass += aim;
                told += aim * output(target, a, stride, gate, i, n);
            }
            double level = most + ExactMath.log(partition);
            double loss = mass * level - told;
            sum += target.weights()[n] * loss;
        }
        return sum;
    }

    @Override
    public void pull(Target target, double[] a, int stride, double gate, double outer, double[] error) {
        double[] y = target.aims();
        for (int n = 0; n < target.columns(); n++) {
            double most = largest(target, a, stride, gate, n);
            double partition = partition(target, a, stride, gate, n, most);
            double mass = 0;
            for (int i = 0; i < target.width(); i++) {
                mass += y[i * target.stride() + n];
            }
            double each = mass / partition;
            double share = outer * target.weights()[n];
            for (int i = 0; i < target.width(); i++) {
                int at = i * stride + target.at() + n;
                double grown = ExactMath.exp(gate * a[at] - most);
                double d = y[i * target.stride() + n] - each * grown;
                double pull = share * d;
                error[at] = target.firstBack() ? pull : error[at] + pull;
            }
        }
    }

    private static double output(Target target, double[] a, int stride, double gate, int i, int n) {
        return target.at() == ForwardPlan.ZERO ? 0 : gate * a[i * stride + target.at() + n];
    }

    private static double largest(Target target, double[] a, int stride, double gate, int n) {
        double most = output(target, a, stride, gate, 0, n);
        for (int i = 1; i < target.width(); i++) {
            most = Math.max(most, output(target, a, stride, gate, i, n));
        }
        return most;
    }

    private static double partition(Target target, double[] a, int stride, double gate, int n, double most) {
        double sum = 0;
        for (int i = 0; i < target.width(); i++) {
            sum += ExactMath.exp(output(target, a, stride, gate, i, n) - most);
        }
        return sum;
    }

    @Override
    public boolean ofShares() {
        return true;
    }
}
