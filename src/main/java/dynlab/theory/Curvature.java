package dynlab.theory;

import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.List;

/**
 * How strongly the loss of a linear chain can curve, which decides what step is stable.
 *
 * <pre>h = λ Σ_l Π_{j≠l} σ_j²</pre>
 *
 * with λ the largest eigenvalue of Σ^xx and σ_j the largest singular value of layer j: the Gauss–Newton part of the
 * Hessian is at most that, with equality for one layer, for two layers, and for layers that share their strongest
 * direction. Derived in docs/theory.md.
 */
public final class Curvature {
    private Curvature() {}

    /** h of a chain of weight matrices. */
    public static double ofChain(List<Matrix> weights, double largestVariance) {
        double[] sizes = new double[weights.size()];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = Svd.singularValues(weights.get(l))[0];
        }
        return ofSizes(sizes, largestVariance);
    }

    /** h from the largest singular value of every layer. */
    public static double ofSizes(double[] sizes, double largestVariance) {
        double sum = 0;
        for (int l = 0; l < sizes.length; l++) {
            double others = largestVariance;
            for (int j = 0; j < sizes.length; j++) {
                if (j != l) {
                    others *= sizes[j];
                    others *= sizes[j];
                }
            }
            sum += others;
        }
        return sum;
    }

    /**
     * The weights of a scalar chain where its product has become what it should: the differences of their squares are those
     * of the start, which the flow conserves.
     *
     * @param start the weights at the start
     * @param product the size of the product to be reached, ≥ 0
     * @return their sizes; found by bisection to rounding
     */
    public static double[] end(double[] start, double product) {
        double least = Double.POSITIVE_INFINITY;
        for (double b : start) {
            least = Math.min(least, b * b);
        }
        double low = 0;
        double high = 1;
        while (product(start, least, high) < product) {
            high *= 2;
        }
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            if (product(start, least, middle) < product) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] end = new double[start.length];
        for (int l = 0; l < end.length; l++) {
            end[l] = Math.sqrt(start[l] * start[l] - least + high);
        }
        return end;
    }

    private static double product(double[] start, double least, double smallest) {
        double product = 1;
        for (double b : start) {
            product *= Math.sqrt(b * b - least + smallest);
        }
        return product;
    }
}
