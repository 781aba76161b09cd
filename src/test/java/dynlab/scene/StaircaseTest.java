package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import org.junit.jupiter.api.Test;

/** The preset that is called a staircase is one: long waits, short falls. */
final class StaircaseTest {
    /** Share of the error by which a step may fall within a tenth of the run that is a wait. */
    private static final double LEVEL = 0.01;

    @Test
    void theLossWaitsOnAtLeastThreePlateausWithFallsBetweenThemAndThePresetOpensOnOne() {
        Scene scene = Scenes.byId("depth").orElseThrow();
        Address address = Address.parse(scene.presets().get(0).address(), new ExactDecimals(), scene);
        Runner runner = Runner.of(scene.experiment(address.config()));
        while (!runner.done()) {
            runner.advance(1000);
        }
        Trajectory run = runner.result().trajectory();
        int steps = address.config().whole("epochs");
        int waits = 0;
        double last = 2;
        for (int t = 0; t + steps / 10 <= steps; t += steps / 40) {
            double here = share(run, t);
            boolean level = here - share(run, t + steps / 10) < LEVEL;
            if (level && last - here > 0.1) {
                waits++;
                last = here;
            }
        }
        assertEquals(4, waits);
        int opens = (int) address.time().orElseThrow();
        assertTrue(share(run, opens - steps / 40) - share(run, opens + steps / 40) < LEVEL);
    }

    private static double share(Trajectory run, int step) {
        return run.loss(run.indexAt(step)) / run.loss(0);
    }
}
