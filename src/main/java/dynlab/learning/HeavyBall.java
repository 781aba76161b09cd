package dynlab.learning;

/**
 * Heavy ball: {@code v ← β v + η G}, {@code W += v}, {@code G = D − λ W}. Source: B. T. Polyak, USSR Computational
 * Mathematics and Mathematical Physics 4(5), 1964.
 */
final class HeavyBall implements UpdateRule.Mover {
    @Override
    public void move(double[] w, double[] descent, double[] velocity, double rate, double beta, double decay) {
        for (int i = 0; i < w.length; i++) {
            double g = descent[i] - decay * w[i];
            velocity[i] = beta * velocity[i] + rate * g;
            w[i] += velocity[i];
        }
    }

    @Override
    public boolean hasVelocity() {
        return true;
    }
}
