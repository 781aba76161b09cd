package dynlab.learning;

/** Gradient descent: {@code W += η G}, {@code G = D − λ W}. */
final class Gradient implements UpdateRule.Mover {
    @Override
    public void move(double[] w, double[] descent, double[] velocity, double rate, double beta, double decay) {
        if (decay == 0) {
            for (int i = 0; i < w.length; i++) {
                w[i] += rate * descent[i];
            }
            return;
        }
        for (int i = 0; i < w.length; i++) {
            double g = descent[i] - decay * w[i];
            w[i] += rate * g;
        }
    }

    @Override
    public boolean hasVelocity() {
        return false;
    }
}
