package dynlab.learning;

/**
 * Direct feedback alignment: {@code t_hidden = Σ_y B r_y}, {@code r_y = −∂L/∂h_y} at the outputs. Source: A. Nøkland,
 * NeurIPS 2016.
 */
final class DirectFeedbackAlignment implements LearningRule.Teacher {
    @Override
    public boolean hasFeedback() {
        return true;
    }

    @Override
    public boolean direct() {
        return true;
    }
}
