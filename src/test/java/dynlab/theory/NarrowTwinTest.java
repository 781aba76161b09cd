package dynlab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dynlab.numeric.Matrix;
import dynlab.numeric.RandomMatrix;
import dynlab.numeric.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NarrowTwinTest {
    @ParameterizedTest
    @CsvSource({"40, 3, 5, 1e-3", "40, 3, 5, 1", "9, 4, 4, .3", "200, 1, 1, 1e-9"})
    void theTwinLearnsTheSameMapStepByStep(int hidden, int inputs, int outputs, double size) {
        Rng rng = new Rng(5);
        Matrix up = RandomMatrix.of(hidden, inputs, size / Math.sqrt(hidden), rng);
        Matrix down = RandomMatrix.of(outputs, hidden, size / Math.sqrt(hidden), rng);
        Matrix goal = RandomMatrix.of(outputs, inputs, 1, rng);
        NarrowTwin twin = NarrowTwin.of(up, down);
        assertEquals(inputs + outputs, twin.up().rows());
        Matrix narrowUp = twin.up();
        Matrix narrowDown = twin.down();
        for (int t = 0; t < 400; t++) {
            Matrix map = down.times(up);
            assertEquals(
                    0, map.minus(narrowDown.times(narrowUp)).norm(), 1e-11 * (map.norm() + size * size)); // rounding
            Matrix wide = goal.minus(map);
            Matrix narrow = goal.minus(narrowDown.times(narrowUp));
            Matrix next = up.plus(down.transpose().times(wide).scaled(.05));
            down = down.plus(wide.times(up.transpose()).scaled(.05));
            up = next;
            next = narrowUp.plus(narrowDown.transpose().times(narrow).scaled(.05));
            narrowDown = narrowDown.plus(narrow.times(narrowUp.transpose()).scaled(.05));
            narrowUp = next;
        }
    }

    @Test
    void aLayerThatIsNotWideStaysAsItIs() {
        Rng rng = new Rng(1);
        Matrix up = RandomMatrix.of(7, 3, 1, rng);
        assertSame(up, NarrowTwin.of(up, RandomMatrix.of(4, 7, 1, rng)).up());
    }
}
