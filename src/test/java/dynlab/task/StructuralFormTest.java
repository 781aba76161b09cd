package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import dynlab.task.StructuralForm.Kind;
import dynlab.theory.form.FormSpectrum;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StructuralFormTest {
    static List<StructuralForm> forms() {
        List<StructuralForm> forms = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int size : new int[] {6, 8, 9, 12, 15, 16}) {
                forms.add(new StructuralForm(kind, size, 4, 0.3));
                forms.add(new StructuralForm(kind, size, 0.7, 2));
            }
        }
        return forms;
    }

    /** The closed forms of the theory, which knows no graph. */
    private static FormSpectrum closed(StructuralForm form) {
        double t0 = 1 / form.variance();
        double w = 1 / form.edge();
        return switch (form.kind()) {
            case RING -> FormSpectrum.ring(form.items(), t0, w);
            case CHAIN -> FormSpectrum.chain(form.items(), t0, w);
            case CLUSTER -> FormSpectrum.clusters(form.rows(), form.columns(), t0, w);
            case TREE -> FormSpectrum.tree(2, form.items() == 8 ? 3 : 4, t0, w);
            case ORDERING -> FormSpectrum.order(form.items());
            case CROSS -> FormSpectrum.table(form.rows(), form.columns(), new double[] {0.1, 0.5, 0.3, 0.2});
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theEigenvaluesOfTheCovarianceAreThoseOfTheTheory(StructuralForm form) {
        double[] numeric = SymmetricEigen.of(form.covariance()).values();
        double[] theory = closed(form).eigenvalues();
        for (int k = 0; k < theory.length; k++) {
            assertEquals(theory[k], numeric[k], 1e-13 * theory[0], form.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theTheorysVectorsAreOrthonormalAndDiagonaliseTheCovariance(StructuralForm form) {
        FormSpectrum spectrum = closed(form);
        Matrix v = spectrum.vectors();
        Matrix one = v.transpose().times(v).minus(Matrix.identity(form.items()));
        assertTrue(one.largest() < 1e-13, form + " " + one.largest());
        Matrix turned = v.transpose().times(form.covariance()).times(v);
        Matrix off = turned.minus(Matrix.diagonal(spectrum.eigenvalues()));
        assertTrue(off.largest() < 1e-13 * turned.largest(), form + " " + off.largest());
    }

    /** Singular values of the thresholds, by the formula of the lectures, counted from the other end. */
    @Test
    void theSingularValuesOfAnOrderingAreInverseCosines() {
        int items = 9;
        double[] s = Svd.singularValues(
                new StructuralForm(Kind.ORDERING, items, 4, 0.3).world().y());
        for (int k = 1; k <= items; k++) {
            double expected = 1 / (2 * Math.cos(k * Math.PI / (2 * items + 1)));
            assertEquals(expected, s[items - k], 5e-15 * s[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNoiselessWorldHasTheCovarianceAsItsGramMatrix(Kind kind) {
        StructuralForm form = new StructuralForm(kind, 12, 4, 0.3);
        Matrix y = form.world().y();
        Matrix gap = y.transpose().times(y).minus(form.covariance());
        assertTrue(gap.largest() < 1e-13 * form.covariance().largest());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tenThousandDrawnFeaturesHaveItsSingularValuesWithinTwoPerCent(Kind kind) {
        StructuralForm form = new StructuralForm(kind, 8, 4, 0.3);
        double[] drawn = Svd.singularValues(form.sampled(10_000, 3).y());
        double[] exact = SymmetricEigen.of(form.covariance()).values();
        for (int k = 0; k < exact.length; k++) {
            assertEquals(1, drawn[k] / Math.sqrt(exact[k]), 0.02, kind + " " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyItemHasANameAndAPlaceAndTheGraphHoldsTogetherItsParts(StructuralForm form) {
        World world = form.world();
        ItemGraph graph = world.graph().orElseThrow();
        assertEquals(form.items(), world.items().size());
        assertEquals(world.items().size(), world.items().stream().distinct().count());
        assertTrue(graph.size() >= form.items());
        for (ItemGraph.Link link : graph.edges()) {
            assertTrue(link.from() < graph.size() && link.to() < graph.size() && link.from() != link.to());
        }
        int trees = form.kind() == Kind.CLUSTER ? form.rows() : 1;
        assertTrue(graph.edges().size() >= graph.size() - trees);
    }
}
