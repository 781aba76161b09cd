package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.run.Runner;
import dynlab.measure.LearnedSimilarity;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.SemanticWorld;
import dynlab.task.World;
import dynlab.theory.form.Coherence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SemanticsSceneTest {
    private static final Scene SCENE = Scenes.byId("semantics").orElseThrow();
    private static final SceneConfig INITIAL = SceneConfig.initial(SCENE.knobs());

    private static Series series(Result run, Quantity quantity) {
        return run.trajectory().series().entrySet().stream()
                .filter(entry -> entry.getKey().quantity() == quantity)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Robin 0, Sparrow 1, Penguin 3, Salmon 4, Shark 7, Oak 8; another program's numbers at three ages. */
    @Test
    void theInferenceFromARobinNarrowsWithAge() {
        Result run = Runner.of(SCENE.experiment(INITIAL)).complete();
        Series projection = series(run, Quantity.PROJECTION);
        int middle = run.trajectory().indexAt(0.3 * 2600);
        int last = projection.count() - 1;
        assertEquals(1.00, projection.at(middle, 0, 1), 0.03);
        assertEquals(0.69, projection.at(middle, 0, 3), 0.03);
        assertEquals(0.19, projection.at(middle, 0, 4), 0.03);
        assertEquals(0.28, projection.at(middle, 0, 7), 0.03);
        assertEquals(0.08, projection.at(middle, 0, 8), 0.03);
        assertEquals(0.60, projection.at(last, 0, 1), 0.03);
        assertEquals(0.36, projection.at(last, 0, 3), 0.03);
        assertEquals(0.15, projection.at(last, 0, 4), 0.03);
        double shark = 0;
        for (int i = 0; i < projection.count(); i++) {
            shark = Math.max(shark, projection.at(i, 0, 7));
        }
        assertTrue(shark > 0.8, "early it has spread to the shark: " + shark);
    }

    /** At the end typicality is the right singular vector, and the penguin is less of a bird than the robin is. */
    @Test
    void thePenguinIsALessTypicalBird() {
        Result run = Runner.of(SCENE.experiment(INITIAL)).complete();
        Series typical = series(run, Quantity.TYPICALITY);
        int last = typical.count() - 1;
        double sign = Math.signum(typical.at(last, 2, 0));
        assertEquals(0.40, sign * typical.at(last, 2, 0), 0.01);
        assertEquals(0.15, sign * typical.at(last, 2, 3), 0.01);
        assertEquals(-0.20, sign * typical.at(last, 2, 7), 0.01);
        assertEquals(-0.38, sign * typical.at(last, 2, 4), 0.01);
        assertEquals(0.00, sign * typical.at(last, 2, 8), 0.01);
    }

    @Test
    void theStrengthsOfTheWorldAreThoseOfAnotherProgram() {
        double[] s = Svd.singularValues(SemanticWorld.living(0).y());
        double[] expected = {7.97, 4.73, 4.49, 1.87, 1.52, 1.47};
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], s[k], 0.006);
        }
        assertEquals(1, s[10], 1e-12);
    }

    /** From a small start what is said of two items is as alike as the square of what is thought of them; not from a large one. */
    @ParameterizedTest
    @CsvSource({"1e-3, .9999, 1", "10, -1, .99"})
    void behaviourIsAlikeAsTheSquareOfNeuralSimilarity(double gamma, double least, double most) {
        SceneConfig config = INITIAL.with("show", "individuals")
                .with("gamma", gamma)
                .with("rate", 0.002)
                .with("epochs", 8000);
        Result run = Runner.of(SCENE.experiment(config)).complete();
        Series hidden = series(run, Quantity.SIMILARITY);
        Series says = series(run, Quantity.OUTPUTS);
        int last = run.trajectory().count() - 1;
        Matrix neural = Matrix.of(11, 11, hidden.matrix(last));
        Matrix answers = Matrix.of(says.rows(), says.columns(), says.matrix(last));
        double[] behaviour = answers.transpose().times(answers).toArray();
        double alike = LearnedSimilarity.correlation(neural.times(neural).toArray(), behaviour, 11);
        assertTrue(alike >= least && alike <= most, "correlation " + alike);
    }

    /** Six seeds: what they hold alike is the same from small starts, and not from large ones; neurons never are. */
    @ParameterizedTest
    @CsvSource({"1e-3, .9999, 1", "10, -1, .9"})
    void individualsHoldTheSameAlikeOnlyFromASmallStart(double gamma, double least, double most) {
        SceneConfig config = INITIAL.with("show", "individuals")
                .with("gamma", gamma)
                .with("rate", 0.002)
                .with("epochs", 8000);
        List<Experiment> six = new ArrayList<>();
        six.add(SCENE.experiment(config));
        SCENE.companions(config).stream().map(Companion::experiment).forEach(six::add);
        assertEquals(6, six.size());
        List<double[]> alike = new ArrayList<>();
        for (Experiment one : six) {
            Series all = series(Runner.of(one).complete(), Quantity.SIMILARITY);
            alike.add(Arrays.copyOfRange(all.values(), (all.count() - 1) * all.size(), all.count() * all.size()));
        }
        double smallest = 1;
        for (int k = 1; k < 6; k++) {
            smallest = Math.min(smallest, LearnedSimilarity.correlation(alike.get(0), alike.get(k), 11));
        }
        assertTrue(smallest >= least && smallest <= most, "smallest correlation " + smallest);
    }

    /** Twelve draws of a planted kind alone; strengths within 4 %, overlaps within .03. */
    @ParameterizedTest
    @CsvSource({"0.9, 40", "0.7, 40", "0.6, 60"})
    void aPlantedKindHasTheStrengthAndOverlapOfTheTheory(double inside, int size) {
        double strength = 0;
        double overlap = 0;
        int[] all = {200, 300};
        int features = size * 3 / 2;
        for (int seed = 1; seed <= 12; seed++) {
            World world = SemanticWorld.planted(List.of(inside), 0.15, size, features, all, seed);
            Svd svd = Svd.thin(world.y());
            strength += svd.s()[0] / 12;
            double along = 0;
            for (int o = 0; o < size; o++) {
                along += svd.v().at(o, 0) / Math.sqrt(size);
            }
            overlap += along * along / 12;
        }
        Coherence theory = Coherence.of(inside, 0.15, new int[] {size, 200}, new int[] {features, 300});
        assertEquals(1, strength / theory.strength(), 0.04);
        assertEquals(theory.objectOverlap(), overlap, 0.03);
    }

    /** λ of a kind = likeness within − likeness to its sibling: unlike siblings lift the middle level over the one above. */
    @Test
    void aPropertyThatSiblingsHaveTheOppositeOfLiftsTheMiddleLevel() {
        for (double contrast : new double[] {0, 1.5}) {
            World world = SemanticWorld.living(contrast);
            Matrix y = world.y();
            Svd svd = Svd.thin(y);
            int animals = -1;
            int birds = -1;
            for (int k = 1; k < 3; k++) {
                double[] v = svd.v().column(k);
                // bird and fish on the same side, or on different ones
                boolean together = v[0] * v[4] > 0;
                animals = together ? k : animals;
                birds = together ? birds : k;
            }
            assertEquals(contrast > 0 ? 1 : 2, birds, "contrast " + contrast);
            assertTrue(animals > 0);
        }
    }
}
