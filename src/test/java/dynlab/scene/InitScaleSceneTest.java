package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Runner;
import dynlab.measure.LearnedSimilarity;
import dynlab.theory.modes.Modes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lesson's own runs at the numbers of an independent implementation. */
final class InitScaleSceneTest {
    private static final InitScaleScene SCENE = new InitScaleScene();

    @ParameterizedTest
    // ten seeds of that implementation on 10,000 noisy features; here fifteen properties without noise and one seed,
    // whose
    // output layer has larger weights, so the large starts keep more: bounds, not numbers
    @CsvSource({"1e-12,1e-11,0.999999", "0.1,1e-4,0.999999", "1,0.005,0.9999", "3,0.05,0.99"})
    void upToTheSizeOfTheDataTheRoadIsAnotherButTheDestinationIsNot(double gamma, double error, double correlation) {
        double[] end = end(gamma);
        assertTrue(end[0] < error, "relative error " + end[0]);
        assertTrue(end[1] > correlation, "correlation " + end[1]);
    }

    @Test
    void aVeryLargeStartKeepsMuchOfItsOwn() {
        double[] end = end(10);
        assertTrue(end[0] > 0.1 && end[0] < 0.5, "relative error " + end[0]);
        assertTrue(end[1] > 0.3 && end[1] < 0.97, "correlation " + end[1]);
    }

    @Test
    void halfOfTheErrorIsGoneAtTheKnownEpochs() {
        assertEquals(128, half(1e-12), 4); // 128 elsewhere
        assertEquals(11, half(1), 3); // its 11
    }

    @Test
    void atTheEndTheNarratorSaysWhichRunsCameToTheSameDestination() {
        SceneConfig config = SceneConfig.initial(SCENE.knobs());
        List<Result> runs = new ArrayList<>();
        runs.add(Runner.of(SCENE.experiment(config)).complete());
        for (Companion companion : SCENE.companions(config)) {
            runs.add(Runner.of(companion.experiment()).complete());
        }
        String words = SCENE.tells(config, runs, 250).orElseThrow().because();
        assertTrue(
                words.startsWith("Same destination, whatever the road: γ = 10⁻¹² (correlation 1.0000), γ = 1 ("),
                words);
        assertTrue(words.contains("It kept some of its own start: γ = 10 (correlation 0."), words);
    }

    private static Result run(double gamma, int features) {
        SceneConfig config = SceneConfig.initial(SCENE.knobs()).with("gamma", gamma);
        config = features > 0 ? config.with("features", features) : config;
        return Runner.of(SCENE.experiment(config.with("epochs", 400))).complete();
    }

    private static int half(double gamma) {
        return InitScaleScene.halfEpoch(run(gamma, 0).trajectory());
    }

    /** Of the final similarity and V S Vᵀ: relative error, and correlation off the diagonal. */
    private static double[] end(double gamma) {
        Result run = run(gamma, 10_000);
        Modes modes = run.modes().orElseThrow();
        double[] target = LearnedSimilarity.target(modes.s(), modes.v());
        for (Map.Entry<SeriesKey, Series> entry : run.trajectory().series().entrySet()) {
            if (entry.getKey().quantity() == Quantity.SIMILARITY) {
                Series series = entry.getValue();
                double[] last = new double[64];
                System.arraycopy(series.values(), (series.count() - 1) * 64, last, 0, 64);
                return new double[] {
                    LearnedSimilarity.relativeError(last, target), LearnedSimilarity.correlation(last, target, 8)
                };
            }
        }
        throw new AssertionError("no similarity");
    }
}
