package dynlab.experiment;

import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import java.util.List;

/** Where the weights begin. */
public sealed interface Start {
    /** Weights given in full, one matrix an edge, in edge order. */
    record Given(List<Matrix> weights) implements Start {
        public Given {
            weights = List.copyOf(weights);
        }
    }

    /** Weights drawn by a rule. */
    record Drawn(Init init) implements Start {}
}
