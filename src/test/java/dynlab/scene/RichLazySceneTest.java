package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.DataForTests;
import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.task.StartTable;
import dynlab.theory.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
