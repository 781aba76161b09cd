package dynlab.learning;

/**
 * Kolen and Pollack's rule: {@code B_e += η (D_e − λ B_e)}, the step of the weights, so that B and W draw near by 1 − ηλ a
 * step. Source: J. Kolen and J. Pollack, IEEE ICNN 1994; M. Akrout et al., NeurIPS 2019.
 */
final class KolenPollack implements LearningRule.Teacher {
    @Override
    public boolean hasFeedback() {
        return true;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void move(double[] b, double[] descent, double[] w, double rate, double decay, double mirror) {
        for (int i = 0; i < b.length; i++) {
            double g = descent[i] - decay * b[i];
            b[i] += rate * g;
        }
    }
}
