package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Hierarchy;
import dynlab.theory.modes.Modes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SemanticQuestionTest {
    private static final double[] HAS_BONES = {-1, 1, 1, 1, -1, -1, -1, -1};
    private static final double[] CANNOT_SPEAK = {1, 1, 1, -1, 1, 1, 1, 1};

    @Test
    void theAnswerIsTheEntryOfTheMapThatTheStrengthsMake() {
        for (int seed = 0; seed < 20; seed++) {
            Rng rng = new Rng(seed);
            Matrix y = Chains.gaussian(6, 4, 1, rng);
            Modes modes = Modes.of(y);
            double[] a = {rng.nextDouble(), rng.nextDouble(), rng.nextDouble(), rng.nextDouble()};
            Matrix map = modes.u().times(Matrix.diagonal(a)).times(modes.v().transpose());
            for (int property = 0; property < 6; property++) {
                for (int item = 0; item < 4; item++) {
                    SemanticQuestion question = question(y, property, item);
                    assertEquals(map.at(property, item), question.answer(a), 1e-13);
                    assertEquals(y.at(property, item), question.answer(modes.s()), 1e-13);
                }
            }
        }
    }

    @Test
    void theSharkIsFirstNotSureThenABonyAnimalThenUndecidedThenRight() {
        SemanticQuestion question = question(withRow(HAS_BONES), 8, 0);
        assertShares(new double[] {-0.25, 0.75, -0.5, -1}, question);
        assertStations(new double[] {-0.25, 0.5, 0, -1}, question);
    }

    @Test
    void theParrotCannotSpeakForLongBecauseNoOtherAnimalCan() {
        SemanticQuestion question = question(withRow(CANNOT_SPEAK), 8, 3);
        assertShares(new double[] {0.75, -0.25, -0.5, -1}, question);
        assertStations(new double[] {0.75, 0.5, 0, -1}, question);
    }

    @Test
    void contributionsAddUpToTheAnswer() {
        SemanticQuestion question = question(withRow(HAS_BONES), 8, 0);
        double[] a = {150, 90, 12, 8, 3, 2, 1, 0.5};
        double sum = 0;
        for (double contribution : question.contributions(a)) {
            sum += contribution;
        }
        assertEquals(question.answer(a), sum, 1e-15);
        assertArrayEquals(
                new double[] {question.answer(a), 0}, question.answers(Matrix.of(new double[][] {a, new double[8]})));
    }

    @Test
    void modesWithoutATargetSayNothing() {
        Matrix y = Matrix.of(new double[][] {{1, 1}, {2, 2}});
        SemanticQuestion question = question(y, 1, 0);
        assertEquals(2, question.answer(Modes.of(y).s()), 1e-14);
        assertEquals(0, question.shares()[1]);
        // a singular value of rounding must not be divided by
        Matrix nearly = Matrix.of(new double[][] {{1, 1}, {2, 2 + 4e-16}});
        double[] s = Modes.of(nearly).s();
        assertTrue(s[1] < 1e-15);
        assertEquals(2, question(nearly, 1, 0).answer(new double[] {s[0], 0.3}), 1e-14);
    }

    /** The noise-free world of eight items with one more property; it shifts the modes by a part in ten thousand. */
    private static Matrix withRow(double[] property) {
        Matrix y = Hierarchy.livingThings(0.15).surrogate().y();
        double[][] rows = new double[9][];
        for (int i = 0; i < 8; i++) {
            rows[i] = y.row(i);
        }
        rows[8] = property;
        return Matrix.of(rows);
    }

    private static SemanticQuestion question(Matrix y, int property, int item) {
        Modes modes = Modes.of(y);
        return SemanticQuestion.of(item, y.row(property), modes.s(), modes.v(), modes.blocks());
    }

    /** Sums over the levels of the tree: the extra property splits the equal modes by a part in ten thousand. */
    private static void assertShares(double[] expected, SemanticQuestion question) {
        double[] shares = question.shares();
        int[] from = {0, 1, 2, 4, 8};
        for (int level = 0; level < 4; level++) {
            double sum = 0;
            for (int mode = from[level]; mode < from[level + 1]; mode++) {
                sum += shares[mode];
            }
            assertEquals(expected[level], sum, 2e-3);
        }
    }

    private static void assertStations(double[] expected, SemanticQuestion question) {
        List<List<Integer>> blocks = question.blocks();
        for (int b = 0; b < blocks.size(); b++) {
            int last = blocks.get(b).get(blocks.get(b).size() - 1);
            int level = List.of(0, 1, 3, 7).indexOf(last);
            if (level >= 0) {
                assertEquals(expected[level], question.stations().get(b), 2e-3);
            }
        }
    }
}
