package dynlab.theory;

import dynlab.numeric.Matrix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a theory says of a run before it is run, at the recorded steps.
 *
 * @param kind {@code reduction}, {@code riccati}, {@code two-layer}, {@code chain}, {@code shallow}, {@code logistic} or
 *     {@code none}
 * @param exact whether every assumption of that theory holds to rounding
 * @param residual largest departure from a common diagonal frame within one interaction class
 * @param assumptions what it takes for granted, each measured
 * @param loss predicted loss at each recorded step; empty where no theory applies
 * @param modeStrength predicted strength of each mode, recorded steps × modes; absent where it is not defined
 * @param strength predicted reduced strengths B of each edge by its id, recorded steps × K; empty where not defined
 * @param map predicted total map at each recorded step; empty where not defined
 * @param also further theories that apply
 * @param reach how far the reduction reaches on this run; absent where a theory stands beside another
 */
public record Prediction(
        String kind,
        boolean exact,
        double residual,
        List<Assumption> assumptions,
        double[] loss,
        Optional<Matrix> modeStrength,
        Map<String, Matrix> strength,
        List<Matrix> map,
        List<Prediction> also,
        Optional<Reach> reach) {
    public Prediction {
        assumptions = List.copyOf(assumptions);
        loss = loss.clone();
        strength = Collections.unmodifiableMap(new LinkedHashMap<>(strength));
        map = List.copyOf(map);
        also = List.copyOf(also);
    }

    @Override
    public double[] loss() {
        return loss.clone();
    }

    /** Without a word on how far the reduction reaches. */
    public Prediction(
            String kind,
            boolean exact,
            double residual,
            List<Assumption> assumptions,
            double[] loss,
            Optional<Matrix> modeStrength,
            Map<String, Matrix> strength,
            List<Matrix> map,
            List<Prediction> also) {
        this(kind, exact, residual, assumptions, loss, modeStrength, strength, map, also, Optional.empty());
    }

    /** The same with how far the reduction reaches. */
    public Prediction reaching(Reach far) {
        return new Prediction(
                kind, exact, residual, assumptions, loss, modeStrength, strength, map, also, Optional.of(far));
    }

    /** The same with other theories beside it. */
    public Prediction beside(List<Prediction> others) {
        return new Prediction(kind, exact, residual, assumptions, loss, modeStrength, strength, map, others, reach);
    }
}
