package dynlab.learning;

/**
 * A weight mirror: {@code B_e += η κ (W_e − B_e)}, what the mirror of M. Akrout et al., NeurIPS 2019, does in the mean over
 * its noise.
 */
final class WeightMirror implements LearningRule.Teacher {
    @Override
    public boolean hasFeedback() {
        return true;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public boolean mirrors() {
        return true;
    }

    @Override
    public void move(double[] b, double[] descent, double[] w, double rate, double decay, double mirror) {
        double pace = rate * mirror;
        for (int i = 0; i < b.length; i++) {
            double apart = w[i] - b[i];
            b[i] += pace * apart;
        }
    }
}
