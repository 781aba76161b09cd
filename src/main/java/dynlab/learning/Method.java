package dynlab.learning;

import dynlab.network.Loss;
import java.util.Optional;

/**
 * What a network learns by, beside the size of its steps.
 *
 * @param loss of all outputs
 * @param update how weights follow their gradient
 * @param batch which samples a step looks at; all if absent
 * @param noise how targets are spoiled, if they are
 * @param rule by which matrices errors travel back
 */
public record Method(
        Loss loss, UpdateRule update, Optional<Batch> batch, Optional<LabelNoise> noise, LearningRule rule) {
    /** Full-batch gradient descent on the squared error. */
    public static final Method PLAIN =
            new Method(Loss.SQUARED, UpdateRule.PLAIN, Optional.empty(), Optional.empty(), LearningRule.BACKPROP);

    public Method with(Loss other) {
        return new Method(other, update, batch, noise, rule);
    }

    public Method with(UpdateRule other) {
        return new Method(loss, other, batch, noise, rule);
    }

    public Method with(Batch other) {
        return new Method(loss, update, Optional.of(other), noise, rule);
    }

    public Method with(LabelNoise other) {
        return new Method(loss, update, batch, Optional.of(other), rule);
    }

    public Method with(LearningRule other) {
        return new Method(loss, update, batch, noise, other);
    }
}
