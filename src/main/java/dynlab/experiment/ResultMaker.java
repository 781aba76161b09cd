package dynlab.experiment;

import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Optional;

/** Puts the theory and the derived pictures beside a record. */
final class ResultMaker {
    private ResultMaker() {}

    static Result make(Experiment experiment, List<Matrix> initialWeights, Trajectory trajectory) {
        return new Result(trajectory, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
