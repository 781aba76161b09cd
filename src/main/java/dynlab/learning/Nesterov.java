package dynlab.learning;

/**
 * Nesterov's momentum in the look-ahead point W, at which gradients are taken and runs recorded: {@code v ← β v + η G},
 * {@code W += β v + η G}, {@code G = D − λ W}. Source: Y. Nesterov, Soviet Mathematics Doklady 27, 1983, in the form of
 * I. Sutskever, J. Martens, G. Dahl and G. Hinton, ICML 2013.
 */
final class Nesterov implements UpdateRule.Mover {
    @Override
    public void move(double[] w, double[] descent, double[] velocity, double rate, double beta, double decay) {
        for (int i = 0; i < w.length; i++) {
            double g = descent[i] - decay * w[i];
            double kick = rate * g;
            velocity[i] = beta * velocity[i] + kick;
            double carried = beta * velocity[i];
            double ahead = carried + kick;
            w[i] += ahead;
        }
    }

    @Override
    public boolean hasVelocity() {
        return true;
    }
}
