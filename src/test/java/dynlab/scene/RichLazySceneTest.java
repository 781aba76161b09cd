package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.DataForTests;
import dynlab.architecture.Context;
import dynlab.experiment.Companion;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.task.StartTable;
import dynlab.theory.Prediction;
import dynlab.theory.change.Forgetting;
import dynlab.theory.change.SwitchedMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts of every size and balance against their exact flows. */
@ExtendWith(DataForTests.class)
final class RichLazySceneTest {
    private static final Scene SCENE = Scenes.byId("rich-lazy").orElseThrow();

    /** Largest departure of the loss from the flow, as a share of the first. */
    private static double gap(String settings, String kind) {
        SceneConfig config = Address.parse("scene=rich-lazy&" + settings, new ExactDecimals(), SCENE)
                .config();
        Result run = Runner.of(SCENE.experiment(config)).complete();
        Prediction theory = run.prediction().orElseThrow();
        assertEquals(kind, theory.kind());
        double gap = 0;
        for (int i = 0; i < run.trajectory().count(); i++) {
            gap = Math.max(gap, Math.abs(run.trajectory().loss(i) - theory.loss()[i]));
        }
        return gap / run.trajectory().loss(0);
    }

    /** Steps of descent leave the flow by their own order: five times smaller ones leave it by a fifth. */
    @ParameterizedTest
    @CsvSource({
        "size=0.003&balance=0, planes",
        "size=1&balance=3, planes",
        "size=0.1&balance=-6, planes",
        "start=balanced&size=0.01&balance=0, riccati",
        "start=balanced&size=0.1&balance=-4, riccati"
    })
    void theFlowIsTheLimitOfSmallSteps(String settings, String kind) {
        double coarse = gap(settings + "&rate=0.005&epochs=1200", kind);
        double fine = gap(settings + "&rate=0.001&epochs=6000", kind);
        assertTrue(coarse < 0.05, settings + " " + coarse);
        assertEquals(5, coarse / fine, 0.5, settings);
    }

    @Test
    void theMapHasARowForEverySizeOfEveryKindOfStart() {
        StartTable table = StartTable.known().orElseThrow();
        for (LayerStart start : LayerStart.values()) {
            for (String measure : new String[] {"features", "kernel"}) {
                assertEquals(table.sizes().length * table.balances().length, table.of(start.word(), measure).length);
            }
        }
    }

    private static List<Result> both(String settings) {
        SceneConfig config = Address.parse("scene=rich-lazy&" + settings, new ExactDecimals(), SCENE)
                .config();
        List<Result> runs = new ArrayList<>();
        runs.add(Runner.of(SCENE.experiment(config)).complete());
        for (Companion companion : SCENE.companions(config)) {
            runs.add(Runner.of(companion.experiment()).complete());
        }
        return runs;
    }

    /** Two items change places: the weaker the mode that is turned round, the longer it takes; half as long again at least. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSmallestChangeIsTheSlowest(int seed) {
        List<Result> runs = both("tasks=swaps&start=random&width=32&size=0.001&rate=0.01&epochs=4000&seed=" + seed);
        int first = PriorTask.SWAPS.took(runs.get(0).trajectory(), 0, 0).orElseThrow();
        int siblings = PriorTask.SWAPS.took(runs.get(0).trajectory(), 1, 2000).orElseThrow();
        int kingdoms = PriorTask.SWAPS.took(runs.get(2).trajectory(), 1, 2000).orElseThrow();
        assertTrue(siblings > 1.5 * first, siblings + " after " + first);
        assertTrue(siblings > kingdoms, siblings + " and " + kingdoms);
    }

    @Test
    void whatIsForgottenOfTheFirstTaskIsKnownBeforeTraining() {
        for (Result run : both("tasks=swaps&epochs=5000")) {
            Series errors = run.trajectory()
                    .series(SeriesKey.of(Quantity.CONTEXT_ERROR))
                    .orElseThrow();
            int last = run.trajectory().count() - 1;
            SceneConfig config = Address.parse("scene=rich-lazy&tasks=swaps", new ExactDecimals(), SCENE)
                    .config();
            assertTrue(errors.at(last, 0, 1) < 1e-5);
            assertEquals(0, errors.at(run.trajectory().indexAt(2490), 0, 0), 1e-3);
            List<Double> foretold = new ArrayList<>();
            for (int k = 0; k <= PriorTask.SWAPS.others(); k++) {
                List<Context> tasks = PriorTask.SWAPS.contexts(SCENE.world(config), 5000, k);
                foretold.add(Forgetting.between(
                        tasks.get(0).y().get("y"), tasks.get(1).y().get("y")));
            }
            double seen = errors.at(last, 0, 0);
            // the last 1e-5 of the second error moves the first by about its root
            assertTrue(foretold.stream().anyMatch(level -> Math.abs(level - seen) < 0.01), seen + " of " + foretold);
        }
    }

    /** docs/theory.md §13.2: 2λT/(s − λ) for the weakest modes, which are the last to turn. */
    @Test
    void aRestUnderDecayMakesTurningRoundSlower() {
        List<Result> runs = both("tasks=rest&epochs=9000");
        int at = PriorTask.REST.took(runs.get(0).trajectory(), 1, 2250).orElseThrow();
        int rested = PriorTask.REST.took(runs.get(1).trajectory(), 1, 4500).orElseThrow();
        double foretold = SwitchedMode.delayOfRest(0.7141, 0.1, 2250 * 0.005);
        assertEquals(foretold, (rested - at) * 0.005, 0.05 * foretold);
    }

    @Test
    void aReversalCostsAboutTwiceAsMuchAsLearning() {
        List<Result> runs = both("tasks=reversal&start=random&width=32&size=0.001&rate=0.01&epochs=4000");
        int first = PriorTask.REVERSAL.took(runs.get(0).trajectory(), 0, 0).orElseThrow();
        int second = PriorTask.REVERSAL.took(runs.get(0).trajectory(), 1, 2000).orElseThrow();
        assertEquals(1.8, (double) second / first, 0.35);
    }
}
