package dynlab.numeric;

/**
 * One basis of a subspace that does not depend on how the subspace was found: a decomposition returns any basis for a
 * group of equal singular values or eigenvalues, and platforms, row orders or last digits would decide which.
 */
public final class CanonicalBasis {
    /** Rows whose squared length is within this of the largest count as ties; the first of them is taken. */
    private static final double TIE = 1e-9;

    private CanonicalBasis() {}

    /**
     * The rotation that takes orthonormal vectors to the basis which pivoted Gram–Schmidt takes from the columns of their
     * projector {@code V Vᵀ}: its first vector is the projection of the coordinate axis nearest to the subspace, and so on.
     * For the contrasts of a tree's branches on one level it is one vector a branch. Derived in docs/theory.md §2.4.
     *
     * @param vectors orthonormal vectors as columns, n × many
     * @param from first column of the subspace's basis
     * @param size dimension of the subspace
     * @return size × size orthogonal matrix T: columns from … of {@code vectors} times T are the canonical basis
     */
    public static Matrix turn(Matrix vectors, int from, int size) {
        // Inner products of two rows of the basis are entries of the projector.
        double[][] rest = new double[vectors.rows()][size];
        for (int i = 0; i < rest.length; i++) {
            System.arraycopy(vectors.row(i), from, rest[i], 0, size);
        }
        double[] turn = new double[size * size];
        for (int k = 0; k < size; k++) {
            double[] direction = longest(rest);
            for (int j = 0; j < size; j++) {
                turn[j * size + k] = direction[j];
            }
            for (double[] row : rest) {
                double share = Vectors.dot(row, direction);
                for (int j = 0; j < size; j++) {
                    row[j] -= share * direction[j];
                }
            }
        }
        return Matrix.of(size, size, turn);
    }

    private static double[] longest(double[][] rows) {
        int pivot = 0;
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            double square = Vectors.dot(rows[i], rows[i]);
            if (square > largest + TIE) {
                largest = square;
                pivot = i;
            }
        }
        return Vectors.scaled(rows[pivot], 1 / Vectors.norm(rows[pivot]));
    }

    /** Columns from … from + size − 1 of {@code vectors}, replaced in {@code target} by themselves times {@code turn}. */
    public static void apply(Matrix vectors, int from, Matrix turn, double[] target) {
        int size = turn.rows();
        int columns = vectors.columns();
        for (int i = 0; i < vectors.rows(); i++) {
            for (int k = 0; k < size; k++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += vectors.at(i, from + j) * turn.at(j, k);
                }
                target[i * columns + from + k] = sum;
            }
        }
    }
}
