package dynlab.theory.context;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.numeric.Matrix;
import dynlab.task.ContextPath;
import dynlab.task.ContextTask;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContextTheoryTest {
    private final Reference dropOne = Reference.of("ctx3_diff_gdln_dropone");

    @Test
    void commonModesAndVariancesAreThoseOfTheReferenceFile() {
        ContextTheory theory = new ContextTheory(ContextTask.diff(3));
        assertArrayEquals(
                dropOne.numbers("expected", "theory", "common", "s"),
                theory.commonModes().s(),
                1e-11); // digits given
        assertArrayEquals(
                dropOne.numbers("expected", "theory", "common", "d_paper_order"), theory.inputSpectrum(), 1e-11);
        assertEquals(dropOne.numbers("expected", "theory", "additive_floor_loss")[0], theory.floor(), 1e-9);
    }

    @Test
    void residualStrengthsOfEveryPathAreThoseOfTheReferenceFile() {
        ContextTheory theory = new ContextTheory(ContextTask.diff(3));
        for (int size = 1; size <= 2; size++) {
            for (List<Integer> on : ContextPath.subsets(3, size)) {
                String name = on.stream().map(c -> c + 1).toList().toString();
                assertArrayEquals(
                        dropOne.numbers("expected", "theory", "residual_paths_s", name),
                        Arrays.copyOf(theory.pathModes(on).s(), 4),
                        1e-11); // digits given
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void strengthsOfSharedContextsFollowTheFormulaForEverySetOfContexts(int contexts) {
        ContextTheory theory = new ContextTheory(ContextTask.same(contexts));
        for (int m = 1; m < contexts; m++) {
            for (List<Integer> on : ContextPath.subsets(contexts, m)) {
                assertArrayEquals(
                        theory.sharedStructureTable(m), theory.pathModes(on).s(), 1e-12); // rounding
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 0.09001",
        "3, 2, 0.09001",
        "4, 1, 0.07160",
        "4, 2, 0.08268",
        "4, 3, 0.07160",
        "5, 1, 0.05916",
        "5, 2, 0.07246",
        "5, 3, 0.07246",
        "5, 4, 0.05916"
    })
    void topStrengthsAreKnown(int contexts, int m, double top) {
        assertEquals(top, new ContextTheory(ContextTask.same(contexts)).sharedStructureTable(m)[0], 5e-6); // digits
    }

    @Test
    void sharedContextsAreDiagonalisableAndDifferentOnesNotQuite() {
        assertEquals(0, new ContextTheory(ContextTask.same(3)).offDiagonal(), 1e-12);
        assertEquals(
                0.0214,
                new ContextTheory(ContextTask.diff(3)).offDiagonal(),
                5e-5); // digits of an independent implementation
    }

    @Test
    void pairingSortedSpectraEndsAboveTheFloorWhereTheModesDoNotDiagonalise() {
        for (boolean same : new boolean[] {true, false}) {
            ContextTheory theory = new ContextTheory(same ? ContextTask.same(3) : ContextTask.diff(3));
            double[] a0 = new double[theory.commonModes().count()];
            Arrays.fill(a0, 5e-9);
            double[] late = {1e6};
            double end = theory.commonLoss(theory.commonLogistics(a0, late, 1e-3))[0];
            assertEquals(same ? 17.0 : 16.699, end, 5e-4); // digits of an independent implementation
        }
    }

    @Test
    void aDropOnePathHasTheVarianceOfAnIsolatedOne() {
        for (int c = 2; c <= 5; c++) {
            ContextTheory theory = new ContextTheory(ContextTask.same(c));
            assertEquals(1.0 / (8 * c), theory.effectiveVariance(c - 1), 1e-15);
            assertEquals(1.0 / (8 * c), theory.effectiveVariance(1), 1e-15);
        }
        assertEquals(2.0 / 32, new ContextTheory(ContextTask.same(4)).effectiveVariance(2), 1e-15);
    }

    @Test
    void finalStrengthsOfThreeSharedContextsAreThoseMeasured() {
        double[] ends = new ContextTheory(ContextTask.same(3)).finalStrengths(List.of(0, 1));
        assertEquals(2.1602, ends[0], 5e-5);
        assertEquals(1.4142, ends[1], 5e-5);
        assertEquals(1.4142, ends[2], 5e-5);
        assertEquals(0.8165, ends[3], 5e-5);
        assertTrue(ends[7] < 1e-12);
    }

    @Test
    void theFamilysFinalMapsLeaveNoLoss() {
        for (int m = 1; m <= 3; m++) {
            ContextTheory theory = new ContextTheory(ContextTask.same(4));
            double[] late = {1e7};
            double[] a0 = new double[theory.commonModes().count()];
            Arrays.fill(a0, 1e-9);
            double[] start = new double[8];
            Arrays.fill(start, 0, 7, 1e-9);
            List<Matrix> paths = ContextPath.subsets(4, m).stream()
                    .map(on -> theory.pathLogistics(on, start, late, 1e-3))
                    .toList();
            assertEquals(0, theory.twinLoss(m, theory.commonLogistics(a0, late, 1e-3), paths)[0], 1e-9);
        }
    }
}
