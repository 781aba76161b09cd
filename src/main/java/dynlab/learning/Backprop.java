package dynlab.learning;

/** Back-propagation: {@code t_source = W_eᵀ δ_target}. */
final class Backprop implements LearningRule.Teacher {
    @Override
    public boolean hasFeedback() {
        return false;
    }
}
