package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.drawing.DataEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.Presets;
import dynlab.drawing.Settings;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.ExactDecimals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds are whole numbers from 0 to 2³² − 1 wherever a person gives one. */
final class SeedTest {
    private static final ExactDecimals DECIMALS = new ExactDecimals();

    private static List<Scene> seeded() {
        return Scenes.ALL.stream()
                .filter(scene ->
                        scene.knobs().stream().anyMatch(knob -> knob.key().equals("seed")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999", "2147483647", "2147483648", "4294967295"})
    void aLinkWithAnySeedIsReadAndWrittenAndTheFileHasTheSameSeed(String seed) {
        assertTrue(seeded().size() >= 10);
        for (Scene scene : seeded()) {
            Address read = Address.parse("scene=" + scene.id() + "&seed=" + seed, DECIMALS);
            assertEquals(List.of(), read.problems(), scene.id());
            assertEquals("scene=" + scene.id() + "&seed=" + seed, read.format(DECIMALS));
            Experiment experiment = scene.experiment(read.config());
            if (experiment.start() instanceof Start.Drawn) {
                String file = ExperimentCodec.write(experiment, DECIMALS);
                assertTrue(file.contains("\"seed\": " + seed), scene.id());
                assertEquals(
                        experiment.start(), ExperimentCodec.read(file, DECIMALS).start());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "4294967296"})
    void whatIsNoSeedIsSaidSoWithTheWholeRange(String seed) {
        Address read = Address.parse("scene=hierarchy&seed=" + seed, DECIMALS);
        assertEquals(
                List.of("\"seed\" expects a whole number between 0 and 4294967295, found \"" + seed + "\"."),
                read.problems());
    }

    @Test
    void seedsThatDifferInTheHighestBitAreDifferentRuns() {
        Scene scene = Scenes.ALL.get(0);
        SceneConfig initial = SceneConfig.initial(scene.knobs());
        assertNotEquals(
                scene.experiment(initial.with("seed", 5)).start(),
                scene.experiment(initial.with("seed", 5 + 0x1p31)).start());
    }

    @Test
    void moreSeedsGoOnFromTheLargestAtZero() {
        Address read = Address.parse("scene=routing&seed=4294967295&seeds=2", DECIMALS);
        List<Companion> companions = read.scene().companions(read.config());
        List<String> names = companions.stream()
                .map(Companion::name)
                .filter(name -> name.startsWith("seed "))
                .toList();
        assertEquals(List.of("seed 0", "seed 1"), names);
    }

    @Test
    void aDrawingTakesAnySeedAndItsFileHasIt() {
        Drawing drawing = Presets.ALL.get(1).make().get();
        Settings s = drawing.settings();
        Settings large = new Settings(s.steps(), s.dt(), s.tau(), Settings.Begin.RANDOM, s.size(), 4294967295.0);
        Drawing edited = DataEdit.train(drawing, large).drawing();
        assertEquals(4294967295.0, edited.settings().seed());
        Drawing again = DrawingFile.read(DrawingFile.write(edited, false, DECIMALS), DECIMALS);
        assertEquals(edited.settings(), again.settings());
        for (double none : new double[] {-1, 0.5, 4294967296.0, Double.NaN}) {
            Settings bad = new Settings(s.steps(), s.dt(), s.tau(), s.begin(), s.size(), none);
            assertTrue(!DataEdit.train(drawing, bad).done(), "seed " + none);
        }
    }
}
