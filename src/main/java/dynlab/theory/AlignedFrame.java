package dynlab.theory;

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
 * weights and the input correlation too. The hidden frames are found by walking each v through the chain from the input
 * and each u from the output. Directions that no mode reaches may hold anything: nothing there moves.
 */
final class AlignedFrame {
    /** Singular values closer than this, relatively to the largest, may be turned into each other. */
    private static final double EQUAL = 1e-9;
    /** A walked vector shorter than this share of the layer's norm is rounding. */
    private static final double NOTHING = 1e-12;

    private final List<Matrix> weights;
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
        count = Math.min(sigmaYx.rows(), sigmaYx.columns());
        Svd svd = Svd.full(sigmaYx);
        s = svd.s();
        u = Vectors.columns(svd.u());
        v = Vectors.columns(svd.v());
        turnEqualModes(sigmaYx, sigmaXx);
        frames = walk();
        d = new double[count];
        dataResidual = measureData(sigmaXx);
        residual = measureWeights();
    }

    /** Number of modes, min(outputs, inputs). */
    int count() {
        return count;
    }

    /** Singular value of mode k. */
    double s(int k) {
        return s[k];
    }

    /** Input variance along mode k. */
    double d(int k) {
        return d[k];
    }

    double[] u(int k) {
        return u[k];
    }

    double[] v(int k) {
        return v[k];
    }

    /** Share of the weights that is not diagonal in the frames, the largest over the layers; 0 if aligned. */
    double residual() {
        return residual;
    }

    /**
     * {@code √(1 − J/J_max)} of the two normalised correlations in this frame (J = sum of squared diagonal entries): 0 if
     * Σ^xx is diagonal in it.
     */
    double dataResidual() {
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

    /** Singular values of layer e where no mode reaches, those that are not zero. */
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

    private void turnEqualModes(Matrix sigmaYx, Matrix sigmaXx) {
        List<Matrix> onInputs = new ArrayList<>(List.of(sigmaXx));
        List<Matrix> onOutputs = new ArrayList<>();
        Matrix forward = weights.get(0);
        Matrix backward = weights.get(weights.size() - 1).transpose();
        for (int e = 0; e < weights.size(); e++) {
            if (e > 0) {
                forward = weights.get(e).times(forward);
                backward = weights.get(weights.size() - 1 - e).transpose().times(backward);
            }
            onInputs.add(forward.transpose().times(forward));
            onOutputs.add(backward.transpose().times(backward));
        }
        Matrix total = forward;
        Matrix cross = total.transpose().times(sigmaYx);
        onInputs.add(cross.plus(cross.transpose()));
        int from = 0;
        while (from < count && s[from] > EQUAL * s[0]) {
            int to = from + 1;
            while (to < count && s[from] - s[to] <= EQUAL * s[0]) {
                to++;
            }
            if (to - from > 1) {
                Matrix turn = commonTurn(onInputs, v, onOutputs, u, from, to);
                turn(v, from, to, turn);
                turn(u, from, to, turn);
            }
            from = to;
        }
        if (from < v.length) {
            turn(v, from, v.length, commonTurn(onInputs, v, List.of(), u, from, v.length));
        }
        if (from < u.length) {
            turn(u, from, u.length, commonTurn(List.of(), v, onOutputs, u, from, u.length));
        }
        pairUntaught(total, from);
    }

    /** Among the directions without a target, pairs each input direction with the output that the chain sends it to. */
    private void pairUntaught(Matrix total, int from) {
        double floor = NOTHING * total.norm();
        List<double[]> paired = new ArrayList<>();
        int next = from;
        for (int k = from; k < v.length && next < count; k++) {
            double[] image = times(total, v[k]);
            double norm = norm(image);
            if (norm > floor && norm > 0) {
                double[] swap = v[next];
                v[next] = v[k];
                v[k] = swap;
                paired.add(scaled(image, 1 / norm));
                next++;
            }
        }
        for (int k = from; k < u.length; k++) {
            paired.add(u[k]);
        }
        List<double[]> basis = new ArrayList<>();
        for (double[] candidate : paired) {
            addRest(candidate, basis);
        }
        for (int k = from; k < u.length && k - from < basis.size(); k++) {
            u[k] = basis.get(k - from);
        }
    }

    /** The rotation of vectors from … to − 1 that diagonalises a generic sum of all forms, restricted to their span. */
    private static Matrix commonTurn(
            List<Matrix> onInputs, double[][] v, List<Matrix> onOutputs, double[][] u, int from, int to) {
        int n = to - from;
        double[] sum = new double[n * n];
        double weight = 1;
        for (int i = 0; i < onInputs.size() + onOutputs.size(); i++) {
            boolean input = i < onInputs.size();
            Matrix form = input ? onInputs.get(i) : onOutputs.get(i - onInputs.size());
            addForm(form, input ? v : u, from, n, weight, sum);
            weight *= 0.7548776662466927; // powers of the plastic ratio: no small whole-number relation between them
        }
        return SymmetricEigen.of(Matrix.of(n, n, sum)).vectors();
    }

    private static void addForm(Matrix form, double[][] vectors, int from, int n, double weight, double[] sum) {
        double[] part = new double[n * n];
        double trace = 0;
        for (int j = 0; j < n; j++) {
            double[] image = times(form, vectors[from + j]);
            for (int i = 0; i < n; i++) {
                part[i * n + j] = dot(vectors[from + i], image);
            }
            trace += part[j * n + j];
        }
        double square = 0;
        for (int i = 0; i < n; i++) {
            part[i * n + i] -= trace / n;
        }
        for (double entry : part) {
            square += entry * entry;
        }
        double size = Math.sqrt(square);
        if (size > NOTHING * form.norm()) {
            double factor = weight / size;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * part[i];
            }
        }
    }

    /** frames[e][k] = direction of mode k at node e of the chain; a zero vector where there is no room for one. */
    private double[][][] walk() {
        int depth = weights.size();
        double[][][] found = new double[depth + 1][count][];
        boolean[][] set = new boolean[depth + 1][count];
        for (int k = 0; k < count; k++) {
            found[0][k] = v[k];
            found[depth][k] = u[k];
            set[0][k] = true;
            set[depth][k] = true;
            for (int e = 0; e < depth - 1; e++) {
                if (!step(weights.get(e), found, set, e, e + 1, k)) {
                    break;
                }
            }
            for (int e = depth; e > 1 && !set[e - 1][k]; e--) {
                if (!step(weights.get(e - 1).transpose(), found, set, e, e - 1, k)) {
                    break;
                }
            }
        }
        for (int e = 1; e < depth; e++) {
            complete(found[e], set[e], weights.get(e).columns());
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

    private static void complete(double[][] vectors, boolean[] set, int width) {
        List<double[]> basis = new ArrayList<>();
        for (int k = 0; k < set.length; k++) {
            if (set[k]) {
                addRest(vectors[k], basis);
            }
        }
        int axis = 0;
        for (int k = 0; k < set.length; k++) {
            if (!set[k]) {
                int before = basis.size();
                while (basis.size() == before && axis < width) {
                    double[] candidate = new double[width];
                    candidate[axis++] = 1;
                    addRest(candidate, basis);
                }
                vectors[k] = basis.size() > before ? basis.get(before) : new double[width];
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
        if (norm == 0) {
            return 0;
        }
        double off = 0;
        for (int j = 0; j < v.length; j++) {
            double[] image = times(sigmaXx, v[j]);
            for (int i = 0; i < v.length; i++) {
                double entry = dot(v[i], image);
                if (i == j && j < count) {
                    d[j] = Math.max(0, entry);
                } else if (i != j) {
                    off += entry * entry;
                }
            }
        }
        double share = off / (norm * norm);
        return Math.sqrt(share / 2);
    }

    private double measureWeights() {
        double worst = 0;
        double[] b = strengths();
        for (int e = 0; e < weights.size(); e++) {
            Matrix weight = weights.get(e);
            double norm = weight.norm();
            if (norm > 0) {
                Matrix rest = weight.minus(idlePart(e));
                double[] values = rest.toArray();
                for (int k = 0; k < count; k++) {
                    addOuter(values, -b[e * count + k], frames[e + 1][k], frames[e][k]);
                }
                worst = Math.max(
                        worst,
                        Matrix.of(weight.rows(), weight.columns(), values).norm() / norm);
            }
            worst = Math.max(worst, skew(frames[e]));
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

    /** (1 − P_target) W_e (1 − P_source), P the projectors on the directions of the modes. */
    private Matrix idlePart(int e) {
        double[] values = weights.get(e).toArray();
        int rows = weights.get(e).rows();
        int columns = weights.get(e).columns();
        for (int k = 0; k < count; k++) {
            Matrix now = Matrix.of(rows, columns, values);
            addOuter(values, -1, times(now, frames[e][k]), frames[e][k]);
        }
        for (int k = 0; k < count; k++) {
            Matrix now = Matrix.of(rows, columns, values);
            addOuter(values, -1, frames[e + 1][k], times(now.transpose(), frames[e + 1][k]));
        }
        return Matrix.of(rows, columns, values);
    }

    private static void turn(double[][] vectors, int from, int to, Matrix turn) {
        double[][] turned = new double[to - from][vectors[from].length];
        for (int k = 0; k < to - from; k++) {
            for (int j = 0; j < to - from; j++) {
                for (int i = 0; i < turned[k].length; i++) {
                    turned[k][i] += turn.at(j, k) * vectors[from + j][i];
                }
            }
        }
        System.arraycopy(turned, 0, vectors, from, turned.length);
    }
}
