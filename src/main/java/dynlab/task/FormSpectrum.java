package dynlab.task;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;

/**
 * The eigenpairs of a structural form's covariance in closed form.
 *
 * <pre>
 * ring      λ_k = 1/(t₀ + 2w(1 − cos 2πk/P))           cosines and sines around the ring
 * chain     λ_k = 1/(t₀ + 2w(1 − cos πk/P))            v_k(i) ∝ cos(πk(i + ½)/P)
 * groups    λ = (t₀ + mw)/(t₀(t₀ + (m + 1)w))          once a group of m; 1/(t₀ + w) for what parts its members
 * tree      λ_l = 1/p_L,  p_j = t₀ + w(1 + b) − b w²/p_{j−1}    contrasts of the branches at level l
 * order     λ_k = 1/(4 sin²((2k + 1)π/(4P + 2)))       v_k(i) ∝ sin((2k + 1)π(i + 1)/(2P + 1))
 * grid      αP + β n_B + γ n_A + δ; β n_B + δ; γ n_A + δ; δ     what all share, rows, columns, the rest
 * </pre>
 *
 * <p>The tree's numbers p are what is left of a branch's precision once all below the splitting node and above the leaves
 * is summed out: the splitting node itself stays at 0 by symmetry, so the first is {@code t₀ + w(1 + b)}, or
 * {@code t₀ + w b} at the root of what all share; a leaf has {@code t₀ + w} in place of {@code t₀ + w(1 + b)}. Derived in
 * docs/theory.md.
 *
 * @param eigenvalues of C, descending, one for each vector
 * @param vectors orthonormal, items × items, as columns
 */
public record FormSpectrum(double[] eigenvalues, Matrix vectors) {
    private static final int BRANCHES = 2;

    public FormSpectrum {
        eigenvalues = eigenvalues.clone();
    }

    @Override
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** The spectrum of a form; relative rounding error below 1e-13. */
    public static FormSpectrum of(StructuralForm form) {
        return switch (form.kind()) {
            case RING -> ring(form);
            case CHAIN -> chain(form);
            case CLUSTER -> groups(form);
            case TREE -> tree(form);
            case ORDERING -> order(form);
            case CROSS -> grid(form);
        };
    }

    /** 1/(t₀ + 2w(1 − cos x)); 1 − cos x without cancellation. */
    private static double smooth(StructuralForm form, double x) {
        double half = ExactMath.sin(x / 2);
        double bend = 4 * form.pull() * half * half;
        return 1 / (form.self() + bend);
    }

    private static FormSpectrum ring(StructuralForm form) {
        int n = form.items();
        double[] values = new double[n];
        double[] v = new double[n * n];
        for (int column = 0; column < n; column++) {
            int k = (column + 1) / 2;
            double turn = 2 * Math.PI * k / n;
            values[column] = smooth(form, turn);
            boolean alone = k == 0 || 2 * k == n;
            double size = Math.sqrt((alone ? 1.0 : 2.0) / n);
            for (int i = 0; i < n; i++) {
                double angle = turn * i;
                v[i * n + column] = size * (column % 2 == 1 || k == 0 ? ExactMath.cos(angle) : ExactMath.sin(angle));
            }
        }
        return new FormSpectrum(values, Matrix.of(n, n, v));
    }

    private static FormSpectrum chain(StructuralForm form) {
        int n = form.items();
        double[] values = new double[n];
        double[] v = new double[n * n];
        for (int k = 0; k < n; k++) {
            double turn = Math.PI * k / n;
            values[k] = smooth(form, turn);
            double size = Math.sqrt((k == 0 ? 1.0 : 2.0) / n);
            for (int i = 0; i < n; i++) {
                v[i * n + k] = size * ExactMath.cos(turn * (i + 0.5));
            }
        }
        return new FormSpectrum(values, Matrix.of(n, n, v));
    }

    private static FormSpectrum groups(StructuralForm form) {
        int groups = form.rows();
        int m = form.columns();
        int n = groups * m;
        double t0 = form.self();
        double w = form.pull();
        double together = t0 + m * w;
        double whole = t0 * (t0 + (m + 1) * w);
        double[] values = new double[n];
        double[] v = new double[n * n];
        for (int g = 0; g < groups; g++) {
            values[g] = together / whole;
            for (int k = 0; k < m; k++) {
                v[(g * m + k) * n + g] = 1 / Math.sqrt(m);
            }
        }
        int column = groups;
        for (int g = 0; g < groups; g++) {
            for (int j = 1; j < m; j++) {
                values[column] = 1 / (t0 + w);
                contrast(v, n, column++, g * m, 1, j);
            }
        }
        return new FormSpectrum(values, Matrix.of(n, n, v));
    }

    /** One against the j before it, in steps of {@code stride} from an item. */
    private static void contrast(double[] v, int n, int column, int from, int stride, int j) {
        double size = 1 / Math.sqrt((double) j * (j + 1));
        for (int i = 0; i <= j; i++) {
            v[(from + i * stride) * n + column] = i < j ? size : -j * size;
        }
    }

    private static FormSpectrum tree(StructuralForm form) {
        int n = form.items();
        int levels = n == 8 ? 3 : 4;
        Matrix contrasts = TreeSpectrum.of(new Hierarchy(BRANCHES, levels, 0.25)).contrasts();
        double[] values = new double[n];
        values[0] = leaves(form, 0, levels);
        int column = 1;
        int count = 1;
        for (int l = 1; l <= levels; l++) {
            double value = leaves(form, l, levels);
            for (int k = 0; k < count; k++) {
                values[column++] = value;
            }
            count *= BRANCHES;
        }
        return new FormSpectrum(values, contrasts);
    }

    /** The eigenvalue of the contrasts whose upper ends stand at a level; 0 is the root itself. */
    private static double leaves(StructuralForm form, int level, int levels) {
        double w = form.pull();
        double left = 0;
        for (int j = level; j <= levels; j++) {
            int links = (j == 0 ? 0 : 1) + (j == levels ? 0 : BRANCHES);
            double own = form.self() + links * w;
            double share = BRANCHES * w * w;
            left = j == level ? own : own - share / left;
        }
        return 1 / left;
    }

    /** (YᵀY)(i, j) = min(i, j) + 1, whose inverse is the chain that is held at one end and free at the other. */
    private static FormSpectrum order(StructuralForm form) {
        int n = form.items();
        double[] values = new double[n];
        double[] v = new double[n * n];
        for (int k = 0; k < n; k++) {
            double turn = Math.PI * (2 * k + 1) / (2 * n + 1);
            double half = ExactMath.sin(turn / 2);
            values[k] = 1 / (4 * half * half);
            double size = 2 / Math.sqrt(2 * n + 1.0);
            for (int i = 0; i < n; i++) {
                v[i * n + k] = size * ExactMath.sin(turn * (i + 1));
            }
        }
        return new FormSpectrum(values, Matrix.of(n, n, v));
    }

    private static FormSpectrum grid(StructuralForm form) {
        int rows = form.rows();
        int columns = form.columns();
        int n = rows * columns;
        double byRow = StructuralForm.BETA * columns + StructuralForm.DELTA;
        double byColumn = StructuralForm.GAMMA * rows + StructuralForm.DELTA;
        double[] values = new double[n];
        double[] v = new double[n * n];
        values[0] = StructuralForm.ALPHA * n + StructuralForm.GAMMA * rows + byRow;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double[] across = patterns(columns, j);
                double[] down = patterns(rows, i);
                int place = place(i, j, rows, columns, byRow >= byColumn);
                if (i > 0 || j > 0) {
                    values[place] = j == 0 ? byRow : i == 0 ? byColumn : StructuralForm.DELTA;
                }
                for (int item = 0; item < n; item++) {
                    v[item * n + place] = down[item / columns] * across[item % columns];
                }
            }
        }
        return new FormSpectrum(values, Matrix.of(n, n, v));
    }

    /** Where the product of the i-th pattern of rows and the j-th of columns stands: constant, the stronger, the weaker. */
    private static int place(int i, int j, int rows, int columns, boolean rowsFirst) {
        if (i == 0 && j == 0) {
            return 0;
        }
        if (j == 0) {
            return i + (rowsFirst ? 0 : columns - 1);
        }
        if (i == 0) {
            return j + (rowsFirst ? rows - 1 : 0);
        }
        return rows + columns - 1 + (i - 1) * (columns - 1) + j - 1;
    }

    /** The constant, or the j-th contrast. */
    private static double[] patterns(int n, int j) {
        double[] pattern = new double[n];
        if (j == 0) {
            for (int i = 0; i < n; i++) {
                pattern[i] = 1 / Math.sqrt(n);
            }
            return pattern;
        }
        double[] column = new double[n];
        contrast(column, 1, 0, 0, 1, j);
        return column;
    }
}
