package dynlab.theory;

import dynlab.architecture.Context;
import dynlab.numeric.Matrix;
import java.util.List;

/** {@code Σ w |y|²} over everything that carries loss: twice the loss of a network that answers 0. */
public final class Power {
    private Power() {}

    public static double of(List<Context> contexts) {
        double power = 0;
        for (Context context : contexts) {
            double[] w = context.weights();
            for (Matrix y : context.y().values()) {
                for (int i = 0; context.train() && i < y.rows(); i++) {
                    for (int n = 0; n < w.length; n++) {
                        double weighted = w[n] * y.at(i, n);
                        power += weighted * y.at(i, n);
                    }
                }
            }
        }
        return power;
    }
}
