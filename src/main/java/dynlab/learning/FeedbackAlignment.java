package dynlab.learning;

/**
 * Feedback alignment: {@code t_source = B_eᵀ δ_target} with B_e that stay. Source: T. Lillicrap, D. Cownden, D. Tweed and
 * C. Akerman, Nature Communications 7, 2016.
 */
final class FeedbackAlignment implements LearningRule.Teacher {
    @Override
    public boolean hasFeedback() {
        return true;
    }
}
