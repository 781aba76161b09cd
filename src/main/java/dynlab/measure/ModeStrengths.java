package dynlab.measure;

import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/** How strongly the total map holds each singular mode of the data, {@code a_α = u_αᵀ W v_α}, strongest mode first. */
public final class ModeStrengths implements Measure {
    @Override
    public String id() {
        return "mode_strength";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.VECTOR);
    }

    @Override
    public Reading on(Subject subject) {
        Optional<Phrase> obstacle = LinearMap.obstacle(subject.network(), subject.contexts());
        if (obstacle.isPresent()) {
            return Reading.none(LinearMap.needs(obstacle.get()));
        }
        Subject.Basis modes = subject.modes().orElseThrow();
        double[] v = modes.v().toArray();
        return Reading.of(
                List.of(Part.of(0, 1, modes.u().columns())),
                (part, to, at) -> subject.map().strengths(modes.u(), v, to, at));
    }
}
