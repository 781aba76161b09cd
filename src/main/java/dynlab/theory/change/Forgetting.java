package dynlab.theory.change;

import dynlab.numeric.Matrix;
import dynlab.theory.modes.LinearProblem;
import java.util.List;

/**
 * What a network that has learned one task still knows of another: it ends at the regression of the last task, so the loss
 * on every other one is known before training.
 */
public final class Forgetting {
    private Forgetting() {}

    /**
     * Loss on a task once another has been learned to the end in its place, on white inputs of variance 1 that reach both.
     *
     * <pre>½ |Y_1 − Y_2|²</pre>
     *
     * @param first targets of the task, outputs × items
     * @param then targets of the other
     */
    public static double between(Matrix first, Matrix then) {
        double gap = first.minus(then).norm();
        return 0.5 * gap * gap;
    }

    /**
     * Loss on task i after task j has been learned to the end.
     *
     * <pre>L_ij = floor_i + ½ tr((W*_i − W*_j) Σ^xx_i (W*_i − W*_j)ᵀ)   (white inputs: ½ |Σ_i − Σ_j|² + floor_i)</pre>
     *
     * Source: L. Braun et al., 2022, for white inputs. It needs every task to use all input directions, or a start that is
     * zero on the others; no layer may be narrower than the rank of a task.
     *
     * @param tasks regressions on the same inputs and outputs
     * @return tasks × tasks, row i the loss on task i, column j after task j
     */
    public static Matrix losses(List<LinearProblem> tasks) {
        int n = tasks.size();
        double[] losses = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                losses[i * n + j] = tasks.get(i).loss(tasks.get(j).best());
            }
        }
        return Matrix.of(n, n, losses);
    }
}
