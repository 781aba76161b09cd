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
 * @param claim what it claims of them
 * @param residual largest departure from a common diagonal frame within one interaction class
 * @param loss predicted loss at each recorded step; empty where no theory applies
 * @param modeStrength predicted strength of each mode, recorded steps × modes; absent where it is not defined
 * @param strength predicted reduced strengths B of each edge by its id, recorded steps × K; empty where not defined
 * @param map predicted total map at each recorded step; empty where not defined
 * @param also further theories that apply
 * @param reach how far the reduction reaches on this run; absent where a theory stands beside another
 */
public record Prediction(
        Claim claim,
        double residual,
        double[] loss,
        Optional<Matrix> modeStrength,
        Map<String, Matrix> strength,
        List<Matrix> map,
        List<Prediction> also,
        Optional<Reach> reach) {
    public Prediction {
        loss = loss.clone();
        strength = Collections.unmodifiableMap(new LinkedHashMap<>(strength));
        map = List.copyOf(map);
        also = List.copyOf(also);
        reach = reach.map(far -> far.of(claim));
    }

    /** Only curves, and no word on how far a reduction reaches. */
    public Prediction(
            Claim claim,
            double residual,
            double[] loss,
            Optional<Matrix> modeStrength,
            Map<String, Matrix> strength,
            List<Matrix> map,
            List<Prediction> also) {
        this(claim, residual, loss, modeStrength, strength, map, also, Optional.empty());
    }

    @Override
    public double[] loss() {
        return loss.clone();
    }

    /** The kind of the claim. */
    public String kind() {
        return claim.kind();
    }

    /** Whether the claim is exact, of what it speaks of. */
    public boolean exact() {
        return claim.exact();
    }

    /** What is taken for granted, each measured. */
    public List<Assumption> assumptions() {
        return claim.assumptions();
    }

    /** The same with how far the reduction reaches; its badge becomes that of the claim. */
    public Prediction reaching(Reach far) {
        return new Prediction(claim, residual, loss, modeStrength, strength, map, also, Optional.of(far));
    }

    /** The same with other theories beside it. */
    public Prediction beside(List<Prediction> others) {
        return new Prediction(claim, residual, loss, modeStrength, strength, map, others, reach);
    }

    /** The same claiming something else. */
    Prediction claiming(Claim other) {
        return new Prediction(other, residual, loss, modeStrength, strength, map, also, reach);
    }

    /**
     * The same beside the run that it speaks of: the distance is known then, of this theory and of all that stand beside it.
     *
     * @param steps recorded steps, ascending
     * @param run the run's loss at each of them
     */
    public Prediction measuredBy(int[] steps, double[] run) {
        List<Prediction> others =
                also.stream().map(other -> other.measuredBy(steps, run)).toList();
        return beside(others).claiming(claim.beside(steps, loss, run));
    }

    /** The same beside a run that blew up: whatever was measured of its curvature, its steps were too long. */
    public Prediction blownUp() {
        return beside(also.stream().map(Prediction::blownUp).toList()).claiming(claim.blownUp());
    }
}
