package dynlab.task;

import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Eight objects met in several contexts. Some properties hold of an object everywhere, others only in one context, so the
 * answer is not a sum of what the object says and what the context says: a linear network cannot give it.
 *
 * <p>Samples are object–context pairs, context by context: sample {@code 8c + o}. Inputs are one-hot: row o is the object,
 * row {@code 8 + c} the context, with value kappa. Outputs come in blocks of 15 properties: block 0 is the hierarchy in
 * every context; block {@code 1 + c} has the structure of context c in that context, and is 0 in the others. Source:
 * D. Jarvis, R. Klein, B. Rosman and A. Saxe, ICLR 2025; the numbers are those of the authors' released code.
 *
 * @param forms the structure of each context, two to five of them
 * @param kappa size of the context input, &gt; 0
 */
public record ContextTask(List<Form> forms, double kappa) {
    public static final int OBJECTS = 8;
    public static final int PROPERTIES = 15;
    public static final int FEWEST = 2;
    public static final int MOST = 5;

    /** How the properties of one context order the objects. */
    public enum Form {
        /** One property a node of the binary tree: all; the halves; the pairs; each object. */
        HIERARCHY,
        /** All, then fourteen rotations of one bump around a ring. */
        RING,
        /** The hierarchy with the pairs crossed: 0 with 2, 1 with 3, 4 with 6, 5 with 7. */
        CROSS;

        /** The structure as a matrix, properties × objects. */
        public Matrix matrix() {
            double[] h = this == RING ? ring() : tree();
            if (this == CROSS) {
                int[] partners = {0, 2, 1, 3, 4, 6, 5, 7};
                for (int pair = 0; pair < 4; pair++) {
                    for (int o = 0; o < OBJECTS; o++) {
                        boolean inside = o == partners[2 * pair] || o == partners[2 * pair + 1];
                        h[(3 + pair) * OBJECTS + o] = inside ? 1 : 0;
                    }
                }
            }
            return Matrix.of(PROPERTIES, OBJECTS, h);
        }

        private static double[] tree() {
            double[] h = new double[PROPERTIES * OBJECTS];
            int row = 0;
            for (int size = OBJECTS; size >= 1; size /= 2) {
                for (int first = 0; first < OBJECTS; first += size) {
                    for (int o = first; o < first + size; o++) {
                        h[row * OBJECTS + o] = 1;
                    }
                    row++;
                }
            }
            return h;
        }

        private static double[] ring() {
            double[] bump = {0, 0.33, 0.66, 1, 1, 0.66, 0.33, 0};
            double[] h = new double[PROPERTIES * OBJECTS];
            for (int o = 0; o < OBJECTS; o++) {
                h[o] = 1;
                for (int turn = 0; turn < PROPERTIES - 1; turn++) {
                    h[(1 + turn) * OBJECTS + o] = bump[(o + turn) % OBJECTS];
                }
            }
            return h;
        }
    }

    public ContextTask {
        forms = List.copyOf(forms);
        if (forms.size() < FEWEST || forms.size() > MOST) {
            throw new IllegalArgumentException(
                    forms.size() + " contexts, expected " + FEWEST + " to " + MOST + " of them");
        }
        if (!(kappa > 0)) {
            throw new IllegalArgumentException("a context input of " + Numbers.precise(kappa) + ", expected above 0");
        }
    }

    /** Contexts that all use the hierarchy, with the authors' size of the context input. */
    public static ContextTask same(int contexts) {
        return new ContextTask(Collections.nCopies(contexts, Form.HIERARCHY), authorsKappa(contexts));
    }

    /** Contexts that use hierarchy, ring, cross, and from the fourth on the same again. The authors have three. */
    public static ContextTask diff(int contexts) {
        List<Form> forms = new ArrayList<>();
        for (int c = 0; c < contexts; c++) {
            forms.add(Form.values()[c % Form.values().length]);
        }
        return new ContextTask(forms, authorsKappa(contexts));
    }

    /** Size of the context input in the authors' code: 1.1 for four contexts, 1.35 for five, otherwise 1. */
    public static double authorsKappa(int contexts) {
        return contexts == 4 ? 1.1 : contexts == 5 ? 1.35 : 1;
    }

    /** Number of contexts C. */
    public int contexts() {
        return forms.size();
    }

    /** Number of samples P = 8 C. */
    public int samples() {
        return OBJECTS * contexts();
    }

    /** Number of inputs, 8 + C. */
    public int inputs() {
        return OBJECTS + contexts();
    }

    /** Number of outputs, 15 (C + 1). */
    public int outputs() {
        return PROPERTIES * (contexts() + 1);
    }

    /** Object inputs of the samples of one context, 8 × 8: the identity. */
    public Matrix objectInputs() {
        return Matrix.identity(OBJECTS);
    }

    /** Context inputs of the samples of context {@code c}, C × 8: row c is kappa. */
    public Matrix contextInputs(int c) {
        double[] x = new double[contexts() * OBJECTS];
        for (int o = 0; o < OBJECTS; o++) {
            x[c * OBJECTS + o] = kappa;
        }
        return Matrix.of(contexts(), OBJECTS, x);
    }

    /** Inputs of the samples of context {@code c}, (8 + C) × 8. */
    public Matrix inputs(int c) {
        return stacked(List.of(objectInputs(), contextInputs(c)));
    }

    /** Targets of the samples of context {@code c}, 15 (C + 1) × 8. */
    public Matrix targets(int c) {
        List<Matrix> blocks = new ArrayList<>();
        blocks.add(Form.HIERARCHY.matrix());
        for (int block = 0; block < contexts(); block++) {
            blocks.add(block == c ? forms.get(c).matrix() : Matrix.zero(PROPERTIES, OBJECTS));
        }
        return stacked(blocks);
    }

    /** Inputs of all samples, (8 + C) × 8C. */
    public Matrix x() {
        List<Matrix> blocks = new ArrayList<>();
        for (int c = 0; c < contexts(); c++) {
            blocks.add(inputs(c));
        }
        return sideBySide(blocks);
    }

    /** Targets of all samples, 15 (C + 1) × 8C. */
    public Matrix y() {
        List<Matrix> blocks = new ArrayList<>();
        for (int c = 0; c < contexts(); c++) {
            blocks.add(targets(c));
        }
        return sideBySide(blocks);
    }

    /**
     * What no linear network can give: the targets without their least-squares fit.
     *
     * <pre>R = Y − Y X⁺ X,   R Xᵀ = 0</pre>
     *
     * @return R, 15 (C + 1) × 8C; absolute error below 1e-13
     */
    public Matrix residual() {
        Matrix y = y();
        Svd svd = Svd.thin(x());
        double[] kept = svd.s();
        for (int k = 0; k < kept.length; k++) {
            // objects and contexts each sum to a constant, so one singular value is rounding
            kept[k] = kept[k] > 1e-9 * svd.s()[0] ? 1 : 0;
        }
        Matrix projector = svd.v().times(Matrix.diagonal(kept)).times(svd.v().transpose());
        return y.minus(y.times(projector));
    }

    /** {@link #residual} in the samples of context {@code c}, 15 (C + 1) × 8. */
    public Matrix residual(int c) {
        return columns(residual(), c);
    }

    /** The samples of context {@code c} of a matrix whose columns are all samples. */
    public static Matrix columns(Matrix samples, int c) {
        double[] values = new double[samples.rows() * OBJECTS];
        for (int i = 0; i < samples.rows(); i++) {
            for (int o = 0; o < OBJECTS; o++) {
                values[i * OBJECTS + o] = samples.at(i, c * OBJECTS + o);
            }
        }
        return Matrix.of(samples.rows(), OBJECTS, values);
    }

    /**
     * The loss at which every linear network ends, {@code ½‖R‖²}; for contexts that share one structure with row-centred
     * matrix H' it is {@code (C − 1)/2 ‖H'‖²}. Derived in docs/theory.md §7.1.
     */
    public double additiveFloor() {
        double norm = residual().norm();
        return 0.5 * norm * norm;
    }

    private static Matrix stacked(List<Matrix> blocks) {
        int rows = 0;
        for (Matrix block : blocks) {
            rows += block.rows();
        }
        int columns = blocks.get(0).columns();
        double[] values = new double[rows * columns];
        int at = 0;
        for (Matrix block : blocks) {
            block.copyInto(values, at);
            at += block.rows() * columns;
        }
        return Matrix.of(rows, columns, values);
    }

    private static Matrix sideBySide(List<Matrix> blocks) {
        List<Matrix> turned = new ArrayList<>();
        for (Matrix block : blocks) {
            turned.add(block.transpose());
        }
        return stacked(turned).transpose();
    }
}
