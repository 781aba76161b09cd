package dynlab.drawing;

import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a drawing learns by, beside the size of its steps.
 *
 * @param method loss and update rule, batches and noise; errors travel back by backpropagation
 * @param gates how the gates of hidden layers are learned; nothing where they are as drawn
 * @param from the first step at which an edge learns, by its id; the others learn from the first
 */
public record Learning(Method method, Optional<GateKind> gates, Map<String, Integer> from) {
    /** Full-batch gradient descent on the squared error, gates as drawn. */
    public static final Learning PLAIN = new Learning(Method.PLAIN, Optional.empty(), Map.of());

    public Learning {
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
    }

    public Learning by(Loss loss) {
        return new Learning(method.with(loss), gates, from);
    }

    /** Another rule; one without a velocity takes no momentum. */
    public Learning by(UpdateRule.Kind kind) {
        double beta = kind.mover().hasVelocity() ? (update().beta() > 0 ? update().beta() : 0.9) : 0;
        return by(new UpdateRule(kind, beta, update().weightDecay()));
    }

    public Learning by(UpdateRule rule) {
        return new Learning(method.with(rule), gates, from);
    }

    public Learning gated(Optional<GateKind> how) {
        return new Learning(method, how, from);
    }

    Learning from(Map<String, Integer> steps) {
        return new Learning(method, gates, steps);
    }

    public UpdateRule update() {
        return method.update();
    }
}
