package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lesson's own runs at the numbers of an independent implementation. */
final class ChainSceneTest {
    private static final ChainScene SCENE = new ChainScene();

    @ParameterizedTest
    @CsvSource({"0,225", "5,71", "10,58", "15,60", "20,71", "25,90", "30,122", "35,170", "40,246", "45,363", "50,546"})
    void everyNotchOfTheCoursesDepthSliderLearnsAtTheKnownEpoch(int notch, int epoch) {
        assertEquals(epoch, ChainScene.learnedAt(run(settings(notch + 1, notch == 0 ? 0.02 : 0.01))));
    }

    @ParameterizedTest
    @CsvSource({"0.005,-1", "0.01,546", "0.015,365", "0.02,274", "0.025,220", "0.03,184", "0.035,-1", "0.045,-1"})
    void everyNotchOfTheCoursesRateSliderLearnsAtTheKnownEpochOrNever(double rate, int epoch) {
        assertEquals(epoch, ChainScene.learnedAt(run(settings(51, rate))));
    }

    @ParameterizedTest
    @CsvSource({
        "10,0.095,6,0.1723",
        "20,0.08,9,0.0804",
        "30,0.05,24,0.0524",
        "40,0.04,58,0.0388",
        "50,0.03,169,0.0308",
        "60,0.025,473,0.0256"
    })
    void theGamesBestRateIsTheKnownOneAndItsOwnRunAgrees(int weights, double rate, int epochs, double limit) {
        SceneConfig config = settings(weights, 0.01);
        ChainScene.Best best = ChainScene.best(config);
        assertEquals(rate, best.rate(), 1e-12);
        assertEquals(epochs, best.epochs());
        assertEquals(limit, ChainScene.largestRate(config), 1e-4);
        for (int notch = 1; notch <= ChainScene.NOTCHES; notch++) {
            int own = ChainScene.learnedAt(run(settings(weights, notch * ChainScene.NOTCH)));
            assertTrue(own < 0 || own >= epochs, "notch " + notch);
            boolean lower = notch * ChainScene.NOTCH < rate - 1e-9;
            assertTrue(own < 0 || own > epochs || !lower, "of equals the lower, notch " + notch);
        }
    }

    @Test
    void theExactDescentIsTheRunAndTheFlowPartsFromIt() {
        Result result = Runner.of(SCENE.experiment(settings(41, 0.01))).complete();
        Series product =
                result.trajectory().series(SeriesKey.of(Quantity.MODE_STRENGTH)).orElseThrow();
        var theory = result.prediction().orElseThrow();
        assertEquals("reduction", theory.kind());
        double gap = 0;
        double flow = 0;
        for (int i = 0; i < product.count(); i++) {
            double value = product.at(i, 0, 0);
            gap = Math.max(
                    gap, Math.abs(value - theory.modeStrength().orElseThrow().at(i, 0)));
            flow = Math.max(
                    flow,
                    Math.abs(value
                            - theory.also().get(0).modeStrength().orElseThrow().at(i, 0)));
        }
        assertTrue(gap < 1e-9, "exact descent " + gap);
        assertTrue(flow > 1e-2, "flow " + flow);
    }

    @Test
    void theNarratorNamesPlateauFallEndCycleAndDivergence() {
        assertEquals("On the plateau", stage(settings(40, 0.01), 20));
        assertEquals("Learned", stage(settings(40, 0.01), 600));
        assertEquals("Two-cycle", stage(settings(51, 0.035), 600));
        assertEquals("Diverging", stage(settings(1, 6.2), 600));
        assertEquals("Diverged", stage(settings(1, 8).with("epochs", 2000), 2000));
        assertEquals("Two-cycle", stage(settings(2, 1.53).with("epochs", 2000), 2000));
        assertEquals("Falling", stage(settings(40, 0.01), 215));
    }

    private static String stage(SceneConfig config, double step) {
        return SCENE.tells(config, List.of(Runner.of(SCENE.experiment(config)).complete()), step)
                .orElseThrow()
                .stage();
    }

    private static SceneConfig settings(int weights, double rate) {
        return SceneConfig.initial(SCENE.knobs()).with("weights", weights).with("rate", rate);
    }

    private static Trajectory run(SceneConfig config) {
        return Runner.of(SCENE.experiment(config.with("epochs", 599)))
                .complete()
                .trajectory();
    }
}
