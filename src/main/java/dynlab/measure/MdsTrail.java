package dynlab.measure;

import dynlab.numeric.CanonicalBasis;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;

/**
 * How the items move on a two-dimensional map while they are learned.
 *
 * <p>The last frame is laid out first, then each earlier one from the one after it, so that nothing jumps and every trail
 * begins where it began: in the middle, if the start was small. The first item lies on the left, above; y points up.
 */
public final class MdsTrail {
    /** Steps for the last frame, and for each earlier one from its neighbour. */
    private static final int LAYOUT_STEPS = 3000;

    private static final int FRAME_STEPS = 100;
    private static final double TOLERANCE = 1e-6;
    /** Eigenvalues that differ by less than this share of the larger are taken for one group of contrasts. */
    private static final double NEARLY_EQUAL = 0.05;

    private MdsTrail() {}

    /**
     * Positions at every recorded time.
     *
     * @param items number of items n
     * @param dotRsms HᵀH at every recorded time: frames × n × n, row-major
     * @return frames × n × 2: x and y of every item, in the unit of the hidden distances
     */
    public static double[] of(int items, double[] dotRsms) {
        int size = items * items;
        int frames = size == 0 ? 0 : dotRsms.length / size;
        double[] trail = new double[frames * items * 2];
        if (frames == 0) {
            return trail;
        }
        Smacof smacof = new Smacof(items, 2);
        double[] distances = new double[size];
        readDistances(dotRsms, frames - 1, items, distances);
        double[] x = layout(items, distances, smacof);
        System.arraycopy(x, 0, trail, (frames - 1) * x.length, x.length);
        double[] before = x.clone();
        for (int frame = frames - 2; frame >= 0; frame--) {
            readDistances(dotRsms, frame, items, distances);
            smacof.minimise(distances, x, FRAME_STEPS, TOLERANCE);
            align(x, before);
            System.arraycopy(x, 0, trail, frame * x.length, x.length);
            System.arraycopy(x, 0, before, 0, x.length);
        }
        return trail;
    }

    private static void readDistances(double[] dotRsms, int frame, int n, double[] distances) {
        int at = frame * n * n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double square = dotRsms[at + i * n + i] + dotRsms[at + j * n + j] - 2 * dotRsms[at + i * n + j];
                distances[i * n + j] = i == j ? 0 : Math.sqrt(Math.max(0, square));
            }
        }
    }

    /**
     * The fan unless the classical map ends with 5 % less stress. In the fan the first contrast goes across and all finer
     * ones go up and down, each group of equal ones half as far, so that items stand around the map in order. For the
     * tree of eight items it leads to the least stress there is (403.1; the classical map ends at 423.5).
     */
    private static double[] layout(int n, double[] distances, Smacof smacof) {
        double[] squares = distances.clone();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= distances[i];
        }
        SymmetricEigen eigen = SymmetricEigen.of(Mds.doublyCentred(Matrix.of(n, n, squares)));
        int[] group = groups(eigen.values());
        Matrix contrasts = contrasts(eigen, group);
        double[] fan = fan(n, eigen.values(), contrasts, group);
        double[] flat = flat(n, eigen.values(), contrasts);
        double[] best = fan.clone();
        smacof.minimise(distances, best, LAYOUT_STEPS, 1e-12);
        double[] other = flat.clone();
        smacof.minimise(distances, other, LAYOUT_STEPS, 1e-12);
        double fanStress = Smacof.stress(distances, best, n, 2);
        double flatStress = Smacof.stress(distances, other, n, 2);
        double[] x = flatStress < 0.95 * fanStress ? other : best;
        align(x, fan);
        return x;
    }

    /** For every positive eigenvalue the number of its group, from 0. */
    private static int[] groups(double[] values) {
        int[] group = new int[values.length];
        for (int k = 1; k < group.length; k++) {
            boolean same = values[k] > (1 - NEARLY_EQUAL) * values[k - 1];
            group[k] = group[k - 1] + (same ? 0 : 1);
        }
        return group;
    }

    private static Matrix contrasts(SymmetricEigen eigen, int[] group) {
        int n = group.length;
        double[] vectors = eigen.vectors().toArray();
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && group[to] == group[from]) {
                to++;
            }
            Matrix turn = CanonicalBasis.turn(eigen.vectors(), from, to - from);
            CanonicalBasis.apply(eigen.vectors(), from, turn, vectors);
            from = to;
        }
        return Matrix.of(n, n, vectors);
    }

    private static double[] fan(int n, double[] values, Matrix contrasts, int[] group) {
        double[] x = new double[n * 2];
        double share = 2;
        for (int k = 0; k < n && values[k] > 0; k++) {
            if (k > 0 && group[k] != group[k - 1]) {
                share *= 0.5;
            }
            double[] contrast = contrasts.column(k);
            double size = Math.sqrt(values[k]) * firstSign(contrast);
            for (int i = 0; i < n; i++) {
                if (k == 0) {
                    x[2 * i] = -size * contrast[i];
                } else {
                    double step = share * size;
                    x[2 * i + 1] += step * contrast[i];
                }
            }
        }
        return x;
    }

    /** The classical map, with a hundredth of the finer contrasts so that no two items coincide. */
    private static double[] flat(int n, double[] values, Matrix contrasts) {
        double[] x = new double[n * 2];
        for (int k = 0; k < n && values[k] > 0; k++) {
            double[] contrast = contrasts.column(k);
            double size = Math.sqrt(values[k]) * (k < 2 ? 1 : 0.01);
            for (int i = 0; i < n; i++) {
                x[2 * i + k % 2] += size * contrast[i];
            }
        }
        return x;
    }

    /** The sign of the first entry that is at least half as large as the largest; noise elsewhere has no say. */
    private static double firstSign(double[] contrast) {
        double largest = 0;
        for (double entry : contrast) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (double entry : contrast) {
            if (Math.abs(entry) >= 0.5 * largest) {
                return entry < 0 ? -1 : 1;
            }
        }
        return 1;
    }

    /** Turns or mirrors x onto the reference, in place: {@link Mds#procrustes} in two dimensions, in closed form. */
    static void align(double[] x, double[] reference) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < x.length; i += 2) {
            a += x[i] * reference[i];
            b += x[i] * reference[i + 1];
            c += x[i + 1] * reference[i];
            d += x[i + 1] * reference[i + 1];
        }
        // M = [a b; c d] = xᵀ ref. The best rotation has (cos, sin) ∝ (a + d, b − c), the best mirror (a − d, b + c).
        double turned = Math.sqrt((a + d) * (a + d) + (b - c) * (b - c));
        double mirrored = Math.sqrt((a - d) * (a - d) + (b + c) * (b + c));
        boolean turn = turned >= mirrored;
        double norm = turn ? turned : mirrored;
        if (norm == 0) {
            return;
        }
        double cos = (turn ? a + d : a - d) / norm;
        double sin = (turn ? b - c : b + c) / norm;
        double flip = turn ? 1 : -1;
        for (int i = 0; i < x.length; i += 2) {
            double left = x[i];
            double up = flip * x[i + 1];
            x[i] = cos * left - sin * up;
            x[i + 1] = sin * left + cos * up;
        }
    }
}
