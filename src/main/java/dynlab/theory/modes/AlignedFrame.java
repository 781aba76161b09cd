package dynlab.theory.modes;

import static dynlab.numeric.Vectors.addOuter;
import static dynlab.numeric.Vectors.dot;
import static dynlab.numeric.Vectors.norm;
import static dynlab.numeric.Vectors.scaled;
import static dynlab.numeric.Vectors.times;

import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import dynlab.numeric.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * The best orthogonal frames in which a chain of weights and its data are diagonal at once, and how well they are.
 *
 * <pre>W_1 = R_1 B_1 Vᵀ,  W_e = R_e B_e R_{e−1}ᵀ,  W_D = U B_D R_{D−1}ᵀ,  Σ^yx = U S Vᵀ,  Σ^xx = V D Vᵀ</pre>
 *
 * <p>V and U are the singular vectors of Σ^yx. Where singular values repeat, their basis is turned to diagonalise the
 * weights and the input correlation too. Beside them there are as many <em>untaught</em> modes, with target 0, as there
 * are directions without a target that the start maps to something. The hidden frames are found by walking each v through
 * the chain from the input and each u from the output. All other directions are idle: whatever the weights do there, the
 * gradient is 0 and they stay as they are. Neither frame is ever completed, so thousands of outputs or hundreds of inputs
 * cost no more than the few directions that matter.
 */
public final class AlignedFrame {
    /** Singular values closer than this, relatively to the largest, may be turned into each other. */
    private static final double EQUAL = 1e-9;
    /** A walked vector shorter than this share of the layer's norm is rounding. */
    private static final double NOTHING = 1e-12;

    private final List<Matrix> weights;
    private final List<Matrix> transposed;
    private final int count;
    private final double[] s;
    private final double[][] u;
    private final double[][] v;
    private final double[][][] frames;
    private final double[] d;
    private final double residual;
    private final double dataResidual;

    /**
     * @param weights W_1 … W_D
     * @param sigmaYx Σ^yx, outputs × inputs
     * @param sigmaXx Σ^xx, inputs × inputs
     */
    AlignedFrame(List<Matrix> weights, Matrix sigmaYx, Matrix sigmaXx) {
        this.weights = List.copyOf(weights);
        transposed = weights.stream().map(Matrix::transpose).toList();
        count = Math.min(sigmaYx.rows(), sigmaYx.columns());
        Svd svd = Svd.thin(sigmaYx);
        s = svd.s();
        u = Vectors.columns(svd.u());
        v = Vectors.columns(svd.v());
        List<Matrix> forward = products(this.weights, false);
        int taught = turnEqualModes(forward, sigmaXx);
        addUntaughtModes(forward, sigmaXx, taught);
        frames = walk();
        d = new double[count];
        dataResidual = measureData(sigmaXx);
        residual = measureWeights();
    }

    /** Number of modes, min(outputs, inputs). */
    public int count() {
        return count;
    }

    /** Singular value of mode k, 0 for an untaught mode. */
    public double s(int k) {
        return s[k];
    }

    /** Input variance along mode k. */
    public double d(int k) {
        return d[k];
    }

    /** Left vector of mode k; zeros for an idle one. */
    double[] u(int k) {
        return u[k];
    }

    /** Right vector of mode k; zeros for an idle one. */
    double[] v(int k) {
        return v[k];
    }

    /** Direction of mode k at node e of the chain, from 0, the input; zeros where it has none. */
    double[] direction(int e, int k) {
        return frames[e][k];
    }

    /** Whether every layer has a direction for mode k. */
    public boolean hasRoom(int k) {
        for (double[][] frame : frames) {
            if (norm(frame[k]) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Share of the weights that is not diagonal in the frames, the largest over the layers; 0 if aligned. */
    public double residual() {
        return residual;
    }

    /** A bound of what any layer has outside the diagonal, in the unit of the weights. */
    double outside() {
        double largest = 0;
        for (Matrix weight : weights) {
            largest = Math.max(largest, weight.norm());
        }
        return residual * largest;
    }

    /**
     * {@code √(1 − J/J_max)} of the two normalised correlations in this frame (J = sum of squared diagonal entries): 0 if
     * Σ^xx is diagonal in it.
     */
    public double dataResidual() {
        return dataResidual;
    }

    /** B_e of every mode and layer: entry e · count + k. */
    double[] strengths() {
        double[] b = new double[weights.size() * count];
        for (int e = 0; e < weights.size(); e++) {
            for (int k = 0; k < count; k++) {
                b[e * count + k] = dot(frames[e + 1][k], times(weights.get(e), frames[e][k]));
            }
        }
        return b;
    }

    /** Singular values of layer e in the idle directions, those that are not zero. */
    double[] idle(int e) {
        double[] values = Svd.singularValues(idlePart(e));
        int kept = 0;
        double floor = 1e-9 * weights.get(e).norm();
        while (kept < values.length && values[kept] > floor) {
            kept++;
        }
        double[] idle = new double[kept];
        System.arraycopy(values, 0, idle, 0, kept);
        return idle;
    }

    /** W_1, W_2 W_1, …, or from the output W_Dᵀ, W_{D−1}ᵀ W_Dᵀ, …. */
    private static List<Matrix> products(List<Matrix> weights, boolean backward) {
        List<Matrix> products = new ArrayList<>();
        for (int e = 0; e < weights.size(); e++) {
            Matrix weight = backward ? weights.get(weights.size() - 1 - e).transpose() : weights.get(e);
            products.add(e == 0 ? weight : weight.times(products.get(e - 1)));
        }
        return products;
    }

    /** Turns the bases of equal singular values; returns the number of modes with a target. */
    private int turnEqualModes(List<Matrix> forward, Matrix sigmaXx) {
        List<Matrix> backward = products(weights, true);
        int from = 0;
        while (from < count && s[from] > EQUAL * s[0]) {
            int to = from + 1;
            while (to < count && s[from] - s[to] <= EQUAL * s[0]) {
                to++;
            }
            if (to - from > 1) {
                Matrix turn = new CommonTurn(to - from)
                        .addForm(sigmaXx, v, from)
                        .addSquares(forward, v, from)
                        .addSquares(backward, u, from)
                        .addCross(forward.get(forward.size() - 1), u, v, from)
                        .rotation();
                turn(v, from, turn);
                turn(u, from, turn);
            }
            from = to;
        }
        return from;
    }

    /** Modes without a target: what the start maps of the input directions that no target uses. */
    private void addUntaughtModes(List<Matrix> forward, Matrix sigmaXx, int taught) {
        for (int k = taught; k < count; k++) {
            s[k] = 0;
            u[k] = new double[u[k].length];
            v[k] = new double[v[k].length];
        }
        Matrix total = forward.get(forward.size() - 1);
        double norm = total.norm();
        if (taught == count || norm == 0) {
            return;
        }
        double[] rest = total.toArray();
        for (int k = 0; k < taught; k++) {
            addOuter(rest, -1, times(total, v[k]), v[k]);
        }
        Svd svd = Svd.thin(Matrix.of(total.rows(), total.columns(), rest));
        int to = taught;
        while (to < count && svd.s()[to - taught] > NOTHING * norm) {
            v[to] = svd.v().column(to - taught);
            to++;
        }
        if (to - taught > 1) {
            Matrix turn = new CommonTurn(to - taught)
                    .addForm(sigmaXx, v, taught)
                    .addSquares(forward, v, taught)
                    .rotation();
            turn(v, taught, turn);
        }
        for (int k = taught; k < to; k++) {
            double[] image = times(total, v[k]);
            u[k] = scaled(image, 1 / norm(image));
        }
    }

    private static void turn(double[][] vectors, int from, Matrix turn) {
        double[][] turned = new double[turn.columns()][vectors[from].length];
        for (int k = 0; k < turned.length; k++) {
            for (int j = 0; j < turned.length; j++) {
                for (int i = 0; i < turned[k].length; i++) {
                    turned[k][i] += turn.at(j, k) * vectors[from + j][i];
                }
            }
        }
        System.arraycopy(turned, 0, vectors, from, turned.length);
    }

    /** frames[e][k] = direction of mode k at node e of the chain; zeros where there is no room for one, or none to walk. */
    private double[][][] walk() {
        int depth = weights.size();
        double[][][] found = new double[depth + 1][count][];
        for (int e = 1; e < depth; e++) {
            for (int k = 0; k < count; k++) {
                found[e][k] = new double[weights.get(e).columns()];
            }
        }
        boolean[][] set = new boolean[depth + 1][count];
        for (int k = 0; k < count; k++) {
            found[0][k] = v[k];
            found[depth][k] = u[k];
            int e = 0;
            while (e < depth - 1 && step(weights.get(e), found, set, e, e + 1, k)) {
                e++;
            }
            int back = depth;
            while (back > e + 1 && step(transposed.get(back - 1), found, set, back, back - 1, k)) {
                back--;
            }
        }
        for (int e = 1; e < depth; e++) {
            complete(found[e], set[e]);
        }
        return found;
    }

    private static boolean step(Matrix weight, double[][][] found, boolean[][] set, int from, int to, int k) {
        double[] image = times(weight, found[from][k]);
        double norm = norm(image);
        if (norm == 0 || norm <= NOTHING * weight.norm()) {
            return false;
        }
        found[to][k] = scaled(image, 1 / norm);
        set[to][k] = true;
        return true;
    }

    /** Gives modes that could not be walked to a node any free direction there, while there is one. */
    private void complete(double[][] vectors, boolean[] set) {
        List<double[]> basis = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            if (set[k]) {
                addRest(vectors[k], basis);
            }
        }
        int axis = 0;
        for (int k = 0; k < count; k++) {
            if (!set[k] && norm(v[k]) > 0) {
                int before = basis.size();
                while (basis.size() == before && axis < vectors[k].length) {
                    double[] candidate = new double[vectors[k].length];
                    candidate[axis++] = 1;
                    addRest(candidate, basis);
                }
                vectors[k] = basis.size() > before ? basis.get(before) : vectors[k];
            }
        }
    }

    /** Adds the normalised rest of a unit vector to an orthonormal list, unless little is left of it. */
    private static void addRest(double[] candidate, List<double[]> basis) {
        double[] rest = Vectors.rest(candidate, basis);
        double norm = norm(rest);
        if (norm > 1e-6) {
            basis.add(scaled(rest, 1 / norm));
        }
    }

    private double measureData(Matrix sigmaXx) {
        double norm = sigmaXx.norm();
        double[] off = sigmaXx.minus(outside(sigmaXx, v, v)).toArray();
        for (int k = 0; k < count; k++) {
            d[k] = Math.max(0, dot(v[k], times(sigmaXx, v[k])));
            addOuter(off, -d[k], v[k], v[k]);
        }
        double share = norm == 0 ? 0 : Matrix.of(v[0].length, v[0].length, off).norm() / norm;
        return share / Math.sqrt(2);
    }

    private double measureWeights() {
        double worst = 0;
        double[] b = strengths();
        for (int e = 0; e < weights.size(); e++) {
            Matrix weight = weights.get(e);
            double norm = weight.norm();
            if (norm > 0) {
                double[] rest = weight.minus(idlePart(e)).toArray();
                for (int k = 0; k < count; k++) {
                    addOuter(rest, -b[e * count + k], frames[e + 1][k], frames[e][k]);
                }
                double share = Matrix.of(weight.rows(), weight.columns(), rest).norm() / norm;
                worst = Math.max(worst, share);
            }
            worst = Math.max(worst, skew(frames[e + 1]));
        }
        return worst;
    }

    /** Largest inner product of two directions of one node. */
    private static double skew(double[][] frame) {
        double worst = 0;
        for (int i = 0; i < frame.length; i++) {
            for (int j = 0; j < i; j++) {
                worst = Math.max(worst, Math.abs(dot(frame[i], frame[j])));
            }
        }
        return worst;
    }

    private Matrix idlePart(int e) {
        return outside(weights.get(e), frames[e + 1], frames[e]);
    }

    /** (1 − P_left) M (1 − P_right), P the projectors on orthonormal vectors, zeros among them ignored. */
    private static Matrix outside(Matrix matrix, double[][] left, double[][] right) {
        double[] values = matrix.toArray();
        for (double[] direction : right) {
            addOuter(values, -1, times(matrix, direction), direction);
        }
        Matrix halfway = Matrix.of(matrix.rows(), matrix.columns(), values).transpose();
        for (double[] direction : left) {
            addOuter(values, -1, direction, times(halfway, direction));
        }
        return Matrix.of(matrix.rows(), matrix.columns(), values);
    }

    /**
     * The rotation inside a few vectors that makes several symmetric forms diagonal at once, if any does: the eigenvectors
     * of a generic sum of them, each without its mean and of length 1 so that none is lost beside another.
     */
    private static final class CommonTurn {
        private final int n;
        private final double[] sum;
        private double weight = 1;

        CommonTurn(int n) {
            this.n = n;
            sum = new double[n * n];
        }

        Matrix rotation() {
            return SymmetricEigen.of(Matrix.of(n, n, sum)).vectors();
        }

        /** x_iᵀ M x_j of a symmetric M. */
        CommonTurn addForm(Matrix form, double[][] x, int from) {
            double[][] images = images(form, x, from);
            double[] part = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    part[i * n + j] = dot(x[from + i], images[j]);
                }
            }
            add(part, form.norm());
            return this;
        }

        /** (P x_i) · (P x_j) of every P. */
        CommonTurn addSquares(List<Matrix> maps, double[][] x, int from) {
            for (Matrix map : maps) {
                double[][] images = images(map, x, from);
                double[] part = new double[n * n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        part[i * n + j] = dot(images[i], images[j]);
                    }
                }
                double norm = map.norm();
                add(part, norm * norm);
            }
            return this;
        }

        /** The symmetric part of y_iᵀ P x_j. */
        CommonTurn addCross(Matrix map, double[][] y, double[][] x, int from) {
            double[][] images = images(map, x, from);
            double[] part = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double entry = 0.5 * dot(y[from + i], images[j]);
                    part[i * n + j] += entry;
                    part[j * n + i] += entry;
                }
            }
            add(part, map.norm());
            return this;
        }

        private double[][] images(Matrix map, double[][] x, int from) {
            double[][] images = new double[n][];
            for (int i = 0; i < n; i++) {
                images[i] = times(map, x[from + i]);
            }
            return images;
        }

        private void add(double[] part, double scale) {
            double trace = 0;
            for (int i = 0; i < n; i++) {
                trace += part[i * n + i];
            }
            for (int i = 0; i < n; i++) {
                part[i * n + i] -= trace / n;
            }
            double size = norm(part);
            if (size > NOTHING * scale) {
                addOuter(sum, weight / size, new double[] {1}, part);
            }
            weight *= 0.7548776662466927; // powers of the plastic ratio: no small whole-number relation between them
        }
    }
}
