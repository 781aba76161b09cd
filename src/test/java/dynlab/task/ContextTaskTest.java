package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.Reference;
import dynlab.architecture.Context;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContextTaskTest {
    private static void assertSame(Matrix expected, Matrix actual) {
        assertEquals(expected.rows(), actual.rows());
        assertEquals(0, expected.minus(actual).largest());
    }

    @ParameterizedTest
    @CsvSource({"ctx2_same_relu, 2, true", "ctx3_same_relu, 3, true", "ctx3_diff_relu, 3, false"})
    void theDataAreThoseOfTheReferenceFiles(String file, int contexts, boolean same) {
        ContextTask task = same ? ContextTask.same(contexts) : ContextTask.diff(contexts);
        Context all = Reference.of(file).experiment().contexts().get(0);
        assertSame(all.x().get("x"), task.x());
        assertSame(all.y().get("y"), task.y());
    }

    @Test
    void theTwinOfThreeContextsIsTheGraphOfTheReferenceFile() {
        var file = Reference.of("ctx3_diff_gdln_dropone").experiment();
        Assignment twin = ContextGraphs.twin(ContextTask.diff(3), ContextPaths.dropOne(3, 160));
        assertEquals(file.architecture().nodes(), twin.architecture().nodes());
        assertEquals(file.architecture().edges(), twin.architecture().edges());
        for (int c = 0; c < 3; c++) {
            Context expected = file.contexts().get(c);
            Context actual = twin.contexts().get(c);
            assertSame(expected.x().get("objects"), actual.x().get("objects"));
            assertSame(expected.x().get("contexts"), actual.x().get("contexts"));
            assertSame(expected.y().get("y"), actual.y().get("y"));
            for (String node : List.of("h0", "h1", "h2", "h3")) {
                assertEquals(expected.gates().node(node), actual.gates().node(node), node);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void theInputsHaveOneDimensionLessThanOneHots(int contexts) {
        double[] s = Svd.singularValues(ContextTask.same(contexts).x());
        assertEquals(
                contexts + 7,
                Arrays.stream(s).filter(value -> value > 1e-9 * s[0]).count());
    }

    @ParameterizedTest
    @CsvSource({"2, 64, 8.5", "3, 96, 17", "4, 128, 25.5", "5, 160, 34"})
    void sharedContextsLeaveSeventeenHalvesForEachContextButOne(int contexts, double start, double floor) {
        ContextTask task = ContextTask.same(contexts);
        double norm = task.y().norm();
        assertEquals(start, norm * norm / 2, 1e-9);
        assertEquals(floor, task.additiveFloor(), 1e-9);
    }

    @Test
    void differentContextsStartAndEndAsMeasuredElsewhere() {
        ContextTask task = ContextTask.diff(3);
        double norm = task.y().norm();
        assertEquals(105.6230, norm * norm / 2, 5e-5); // digits given
        assertEquals(16.508433333333336, task.additiveFloor(), 1e-9);
    }

    @Test
    void theResidualIsUncorrelatedWithEveryInput() {
        for (ContextTask task : List.of(ContextTask.same(4), ContextTask.diff(3), ContextTask.diff(5))) {
            assertEquals(
                    0, task.residual().times(task.x().transpose()).largest(), 1e-12); // rounding of 40 terms of size 1
        }
    }

    @Test
    void sharedResidualsAreTheCentredHierarchyAndCancelOverContexts() {
        int contexts = 3;
        ContextTask task = ContextTask.same(contexts);
        Matrix h = ContextTask.Form.HIERARCHY.matrix();
        Matrix sum = Matrix.zero(task.outputs(), 8);
        for (int j = 0; j < contexts; j++) {
            Matrix r = task.residual(j);
            sum = sum.plus(r);
            for (int c = 0; c < contexts; c++) {
                for (int i = 0; i < 15; i++) {
                    double mean = Arrays.stream(h.row(i)).sum() / 8;
                    for (int o = 0; o < 8; o++) {
                        double expected = ((c == j ? 1 : 0) - 1.0 / contexts) * (h.at(i, o) - mean);
                        assertEquals(expected, r.at(15 * (1 + c) + i, o), 1e-12);
                    }
                }
            }
        }
        assertEquals(0, sum.largest(), 1e-12);
    }

    @Test
    void subsetsAreCountedByBinomials() {
        assertEquals(List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2)), ContextPath.subsets(3, 2));
        assertEquals(10, ContextPath.subsets(5, 3).size());
        assertEquals(7, ContextPaths.everySubset(3, 700).size());
    }

    @Test
    void impossibleTasksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ContextTask.same(6));
        assertThrows(IllegalArgumentException.class, () -> ContextTask.same(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ContextTask(Collections.nCopies(3, ContextTask.Form.RING), 0));
    }
}
