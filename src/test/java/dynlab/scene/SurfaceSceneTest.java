package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SurfaceSceneTest {
    private static final Scene SCENE = Scenes.byId("surface").orElseThrow();

    private static List<Trajectory> runs(SceneConfig config) {
        List<Experiment> all = new ArrayList<>();
        all.add(SCENE.experiment(config));
        SCENE.companions(config).stream().map(Companion::experiment).forEach(all::add);
        return all.stream().map(run -> Runner.of(run).complete().trajectory()).toList();
    }

    private static double weight(Trajectory run, int which, int record) {
        Series series = run.series(new SeriesKey(Quantity.WEIGHTS, which, 0)).orElseThrow();
        return series.at(record, 0, 0);
    }

    /** The course's losses have no ½, so its loss is twice ours, and its rate half. */
    @Test
    void theCoursesThreeStartsEndWhereTheyDoInItsNotebook() {
        String preset = SCENE.presets().get(0).address();
        SceneConfig config = Address.parse(preset, new ExactDecimals(), SCENE).config();
        List<Trajectory> runs = runs(config);
        int[] last = runs.stream().mapToInt(run -> run.count() - 1).toArray();
        Trajectory trapped = runs.get(0);
        assertEquals(0.00506, weight(trapped, 0, last[0]), 5e-6);
        assertEquals(-weight(trapped, 0, last[0]), weight(trapped, 1, last[0]), 1e-14); // rounding of the root of m
        assertEquals(0.351870, 2 * trapped.loss(last[0]), 1e-6);
        double second = weight(runs.get(1), 0, last[1]) * weight(runs.get(1), 1, last[1]);
        assertEquals(0.934647, second, 1e-6);
        assertEquals(1.5028e-3, 2 * runs.get(1).loss(last[1]), 1e-6);
        double third = weight(runs.get(2), 0, last[2]) * weight(runs.get(2), 1, last[2]);
        assertEquals(0.978068, third, 1e-6);
        assertEquals(1.6925e-4, 2 * runs.get(2).loss(last[2]), 1e-6);
    }

    /** From (1.4, .3) with s = 2 until t = 20: the flow keeps the difference of squares, descent lets it drift. */
    @Test
    void theDifferenceOfSquaresDriftsInProportionToTheRate() {
        double coarse = drift(0.01);
        double fine = drift(0.001);
        assertTrue(fine <= 2e-3, "drift " + fine);
        assertEquals(10, coarse / fine, 0.3); // first order; measured 10.14
    }

    private static double drift(double rate) {
        SceneConfig config = SceneConfig.initial(SCENE.knobs())
                .with("ax", 1.4)
                .with("ay", 0.3)
                .with("slope", 2)
                .with("rate", rate)
                .with("epochs", Math.rint(20 / rate));
        Trajectory run = runs(config).get(0);
        int last = run.count() - 1;
        double before = weight(run, 1, 0) * weight(run, 1, 0) - weight(run, 0, 0) * weight(run, 0, 0);
        double after = weight(run, 1, last) * weight(run, 1, last) - weight(run, 0, last) * weight(run, 0, last);
        return Math.abs(after - before);
    }

    /** Two steps before and after the flat place: up along w₁ = −w₂, down across it, by curvatures −m s and m s. */
    @Test
    void theFlatPlaceIsASaddle() {
        SceneConfig config = SceneConfig.initial(SCENE.knobs())
                .with("power", 19.0 / 54)
                .with("epochs", 10)
                .with("rate", 1);
        double h = 1e-3;
        double flat = loss(config, 0, 0);
        double along = (loss(config, h, -h) + loss(config, -h, h) - 2 * flat) / (2 * h * h);
        double across = (loss(config, h, h) + loss(config, -h, -h) - 2 * flat) / (2 * h * h);
        assertEquals(19.0 / 54, along, 1e-6);
        assertEquals(-19.0 / 54, across, 1e-6);
    }

    private static double loss(SceneConfig config, double w1, double w2) {
        return runs(config.with("ax", w1).with("ay", w2)).get(0).loss(0);
    }

    @Test
    void noiseSlidesTheWeightsToBalance() {
        SceneConfig config = SceneConfig.initial(SCENE.knobs())
                .with("noise", 2)
                .with("rate", 0.02)
                .with("epochs", 8000);
        Trajectory run = runs(config).get(2);
        int last = run.count() - 1;
        double before = Math.abs(weight(run, 1, 0) * weight(run, 1, 0) - weight(run, 0, 0) * weight(run, 0, 0));
        double after =
                Math.abs(weight(run, 1, last) * weight(run, 1, last) - weight(run, 0, last) * weight(run, 0, last));
        assertTrue(after < 0.2 * before, before + " to " + after);
    }
}
