package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Matrix;
import dynlab.theory.modes.TwoLayerModes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StagesTest {
    private static final List<List<Integer>> BLOCKS = List.of(List.of(0), List.of(1), List.of(2, 3));
    private static final double[] S = {3, 2, 1, 1};

    @Test
    void theHalfTimeOfASigmoidIsThatOfItsClosedForm() {
        Stages stages = stages(0.01);
        for (int k = 0; k < 3; k++) {
            double expected = TwoLayerModes.halfTime(S[k], 1, 0.01, 1);
            assertEquals(expected, stages.stages().get(k).halfTime().orElseThrow(), 1e-4); // dt² of the steepest curve
        }
    }

    @Test
    void interpolationErrsQuadraticallyInTheRecordedStep() {
        double expected = TwoLayerModes.halfTime(3, 1, 0.01, 1);
        double coarse = worst(0.02, expected);
        double fine = worst(0.01, expected);
        assertTrue(coarse / fine > 3 && coarse < 1e-3, coarse + " and " + fine);
    }

    @Test
    void learnedStagesAreThoseWhoseHalfTimeHasCome() {
        Stages stages = stages(0.01);
        assertEquals(List.of(), stages.learnedAt(0.5));
        assertEquals(List.of(0), stages.learnedAt(1));
        assertEquals(List.of(0, 1), stages.learnedAt(1.5));
        assertEquals(List.of(0, 1, 2), stages.learnedAt(5));
    }

    @Test
    void aBlockIsJudgedByItsSumAndAModeThatNeverRisesHasNoHalfTime() {
        Matrix strengths = Matrix.of(new double[][] {{0, 0, 0, 0}, {3, 0.9, 1.4, -0.6}, {3, 0.9, 2.5, -0.5}});
        List<Stages.Stage> stages =
                Stages.of(new double[] {0, 1, 3}, strengths, S, BLOCKS).stages();
        assertEquals(0.5, stages.get(0).halfTime().orElseThrow(), 1e-15);
        assertTrue(stages.get(1).halfTime().isEmpty());
        assertEquals(1 + 2 * 0.2 / 1.2, stages.get(2).halfTime().orElseThrow(), 1e-14);
    }

    @Test
    void whatStartsLearnedIsLearnedAtTheFirstRecord() {
        Matrix strengths = Matrix.of(new double[][] {{3, 2, 1, 1}, {3, 2, 1, 1}});
        Stages stages = Stages.of(new double[] {0, 1}, strengths, new double[] {3, 2, 0, 0}, BLOCKS);
        assertEquals(2, stages.stages().size(), "a block without a target is no stage");
        assertEquals(List.of(0, 1), stages.learnedAt(0));
    }

    /** The largest error over many phases of the record, so that no lucky phase decides. */
    private static double worst(double dt, double expected) {
        double worst = 0;
        for (int phase = 0; phase < 20; phase++) {
            double shift = dt * phase / 20;
            double[] times = {expected - shift, expected - shift + dt};
            double[][] rows = new double[2][1];
            for (int i = 0; i < 2; i++) {
                rows[i][0] = TwoLayerModes.strength(3, 1, 0.01, times[i], 1);
            }
            // one record before, so that the first is not already above
            double[] all = {times[0] - dt, times[0], times[1]};
            double first = TwoLayerModes.strength(3, 1, 0.01, all[0], 1);
            Matrix strengths = Matrix.of(new double[][] {{first}, rows[0], rows[1]});
            Stages stages = Stages.of(all, strengths, new double[] {3}, List.of(List.of(0)));
            worst = Math.max(worst, Math.abs(stages.stages().get(0).halfTime().orElseThrow() - expected));
        }
        return worst;
    }

    private static Stages stages(double dt) {
        int count = 600;
        double[] times = new double[count];
        double[][] strengths = new double[count][4];
        for (int i = 0; i < count; i++) {
            times[i] = i * dt;
            for (int k = 0; k < 4; k++) {
                strengths[i][k] = TwoLayerModes.strength(S[k], 1, 0.01, times[i], 1);
            }
        }
        return Stages.of(times, Matrix.of(strengths), S, BLOCKS);
    }
}
