package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.JointDiagonalization.Form;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where matrices can be diagonal together they are made so; where they cannot, the residual is the best there is. */
final class JointDiagonalizationTest {
    private static Matrix orthogonal(Rng rng, int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        Svd svd = Svd.full(Matrix.of(n, n, values));
        return svd.u().times(svd.v().transpose());
    }

    private static Matrix rectangle(int rows, int columns, double... diagonal) {
        double[] values = new double[rows * columns];
        for (int k = 0; k < diagonal.length; k++) {
            values[k * columns + k] = diagonal[k];
        }
        return Matrix.of(rows, columns, values);
    }

    private static Matrix turned(Matrix left, Matrix diagonal, Matrix right) {
        return left.times(diagonal).times(right.transpose());
    }

    @Test
    void aNarrowSpaceMayHoldAnyModeOfTheWideOnes() {
        // between the wide spaces the largest value is that of mode 2; the narrow one holds mode 0, the smallest
        Rng rng = new Rng(1);
        Matrix wide = orthogonal(rng, 3);
        Matrix other = orthogonal(rng, 3);
        Matrix narrow = orthogonal(rng, 1);
        List<Form> forms = List.of(
                new Form(1, 0, turned(other, rectangle(3, 3, 1, 2, 3), wide)),
                new Form(2, 0, turned(narrow, rectangle(1, 3, 1), wide)));
        JointDiagonalization found = JointDiagonalization.of(new int[] {3, 3, 1}, forms);
        assertTrue(found.residual() < 1e-12, "residual " + found.residual());
        double[] values = JointDiagonalization.diagonal(forms.get(0).matrix(), found.frame(1), found.frame(0));
        assertEquals(1, Math.abs(values[0]), 1e-12);
    }

    @Test
    void twoNarrowSpacesThatHoldDifferentModesHaveNoCommonOrder() {
        // one mode cannot be the first of both: the better half of each form is all there is
        Rng rng = new Rng(2);
        Matrix wide = orthogonal(rng, 2);
        List<Form> forms = List.of(
                new Form(0, 0, turned(wide, rectangle(2, 2, 2, 1), wide)),
                new Form(1, 0, Matrix.of(1, 2, wide.column(0))),
                new Form(2, 0, Matrix.of(1, 2, wide.column(1))));
        JointDiagonalization found = JointDiagonalization.of(new int[] {2, 1, 1}, forms);
        assertTrue(found.residual() > 0.4, "residual " + found.residual());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void repeatedValuesAreResolvedByWhateverFormTellsThemApart(int seed) {
        // a ring of four spaces of different widths; every form alone leaves many directions open, and some are 0
        Rng rng = new Rng(seed);
        int[] widths = {5, 4, 6, 3};
        List<Matrix> frames = new ArrayList<>();
        for (int width : widths) {
            frames.add(orthogonal(rng, width));
        }
        double[][] diagonals = {{1, 1, 0, 0}, {2, -2, 2, 0}, {1, 1, 1}, {0, 3, 0}};
        List<Form> forms = new ArrayList<>();
        for (int v = 0; v < 4; v++) {
            int t = (v + 1) % 4;
            Matrix middle = rectangle(widths[t], widths[v], diagonals[v]);
            forms.add(new Form(t, v, turned(frames.get(t), middle, frames.get(v))));
        }
        JointDiagonalization found = JointDiagonalization.of(widths, forms);
        assertTrue(found.residual() < 1e-12, "residual " + found.residual());
        for (int v = 0; v < 4; v++) {
            Matrix gram = found.frame(v).transpose().times(found.frame(v));
            assertTrue(gram.minus(Matrix.identity(widths[v])).norm() < 1e-13, "frames are orthogonal");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-2, 0.5, 1.2})
    void aRotationBetweenTwoIsometriesLeavesTheSineOfHalfItsAngle(double tangent) {
        // best is to share the angle θ: J/J_max = cos²(θ/2)
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        List<Form> forms = List.of(new Form(1, 0, Matrix.identity(2)), new Form(1, 0, Matrix.of(new double[][] {
            {cosine, -sine}, {sine, cosine}
        })));
        double found = JointDiagonalization.of(new int[] {2, 2}, forms).residual();
        assertEquals(Math.sqrt((1 - cosine) / 2), found, 1e-6);
    }

    @Test
    void formsOfAnySizeHaveTheSameFrames() {
        Rng rng = new Rng(5);
        Matrix left = orthogonal(rng, 3);
        Matrix right = orthogonal(rng, 4);
        for (double size : new double[] {1e-290, 1e-100, 1, 1e100, 1e290}) {
            Matrix form = turned(left, rectangle(3, 4, 3, 2, 1), right).scaled(size);
            Matrix plain = turned(left, rectangle(3, 4, 1, -1, 2), right);
            JointDiagonalization found =
                    JointDiagonalization.of(new int[] {4, 3}, List.of(new Form(1, 0, form), new Form(1, 0, plain)));
            assertTrue(found.residual() < 1e-12, size + ": " + found.residual());
            double sum = 0;
            for (double value : JointDiagonalization.diagonal(form, found.frame(1), found.frame(0))) {
                sum += Math.abs(value) / size;
            }
            assertEquals(6, sum, 1e-12);
        }
    }
}
