package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.task.StructuralForm;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FormsSceneTest {
    private static final Scene SCENE = Scenes.byId("forms").orElseThrow();

    private static SceneConfig config(StructuralForm.Kind kind) {
        return SceneConfig.initial(SCENE.knobs()).with("form", kind.word());
    }

    private static Trajectory run(SceneConfig config, int every, EnumSet<Quantity> what) {
        Experiment scene = SCENE.experiment(config);
        Experiment all = new Experiment(
                scene.name(),
                scene.description(),
                scene.architecture(),
                scene.contexts(),
                scene.start(),
                scene.training(),
                new RecordPlan(new RecordPlan.When.Every(every), what),
                false);
        return Runner.of(all).complete().trajectory();
    }

    private static Series of(Trajectory run, Quantity quantity) {
        return run.series().entrySet().stream()
                .filter(entry -> entry.getKey().quantity() == quantity)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void aRingFromAnAlignedStartIsAPerfectCircleOnTheMapAtEveryTime() {
        Trajectory run = run(config(StructuralForm.Kind.RING).with("start", "aligned"), 50, EnumSet.of(Quantity.MAP));
        Series map = of(run, Quantity.MAP);
        for (int record = 0; record < run.count(); record++) {
            double radius = Math.hypot(map.at(record, 0, 0), map.at(record, 0, 1));
            for (int i = 0; i < 12; i++) {
                int next = (i + 1) % 12;
                assertEquals(radius, Math.hypot(map.at(record, i, 0), map.at(record, i, 1)), 1e-9 * radius);
                double inner =
                        map.at(record, i, 0) * map.at(record, next, 0) + map.at(record, i, 1) * map.at(record, next, 1);
                assertEquals(Math.cos(Math.PI / 6), inner / (radius * radius), 1e-9);
            }
        }
    }

    /** cos 2x = 2 cos² x − 1: the second mode of a chain is a parabola over the first. */
    @Test
    void aChainEndsAsAHorseshoeWhoseSecondCoordinateIsQuadraticInItsFirst() {
        Trajectory run = run(
                config(StructuralForm.Kind.CHAIN).with("start", "aligned").with("epochs", 5000),
                5000,
                EnumSet.of(Quantity.MAP));
        Series map = of(run, Quantity.MAP);
        int last = run.count() - 1;
        int n = map.rows();
        double[][] rows = new double[n][3];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double x = map.at(last, i, 0);
            rows[i] = new double[] {1, x, x * x};
            y[i] = map.at(last, i, 1);
        }
        // residual of least squares by a projection onto the three columns
        Matrix a = Matrix.of(rows);
        SymmetricEigen gram = SymmetricEigen.of(a.transpose().times(a));
        double[] inverse = gram.values();
        for (int k = 0; k < 3; k++) {
            inverse[k] = 1 / inverse[k];
        }
        Matrix pseudo = gram.vectors()
                .times(Matrix.diagonal(inverse))
                .times(gram.vectors().transpose());
        Matrix target = Matrix.of(n, 1, y);
        Matrix fit = a.times(pseudo).times(a.transpose()).times(target);
        double left = fit.minus(target).norm() / target.norm();
        assertTrue(left * left < 1e-8, "1 - R2 = " + left * left);
    }

    /** Halving the steps halves the jumps: the map moves, and never leaps or flips. */
    @ParameterizedTest
    @EnumSource(StructuralForm.Kind.class)
    void noItemJumpsOnTheMapOfARandomStart(StructuralForm.Kind kind) {
        SceneConfig config = config(kind).with("rate", 0.005).with("epochs", 2000);
        Trajectory run = run(config, 1, EnumSet.of(Quantity.MAP));
        Series map = of(run, Quantity.MAP);
        double extent = 0;
        for (int i = 0; i < map.rows(); i++) {
            extent = Math.max(extent, Math.hypot(map.at(run.count() - 1, i, 0), map.at(run.count() - 1, i, 1)));
        }
        double most = 0;
        for (int record = 1; record < run.count(); record++) {
            for (int i = 0; i < map.rows(); i++) {
                double x = map.at(record, i, 0) - map.at(record - 1, i, 0);
                double y = map.at(record, i, 1) - map.at(record - 1, i, 1);
                most = Math.max(most, Math.hypot(x, y));
            }
        }
        assertTrue(most < 0.02 * extent, kind + " " + most / extent);
    }

    /** Scrubbing sixteen items: from one picture to the next the map may turn and grow, but is never its own mirror image. */
    @ParameterizedTest
    @EnumSource(StructuralForm.Kind.class)
    void theMapOfSixteenItemsNeverFlips(StructuralForm.Kind kind) {
        Trajectory run = run(config(kind).with("items", 16), 6, EnumSet.of(Quantity.MAP));
        Series map = of(run, Quantity.MAP);
        assertTrue(run.count() > 200, "pictures " + run.count());
        for (int record = 1; record < run.count(); record++) {
            double[] cross = new double[4];
            double before = 0;
            double after = 0;
            for (int i = 0; i < map.rows(); i++) {
                for (int a = 0; a < 2; a++) {
                    before += map.at(record - 1, i, a) * map.at(record - 1, i, a);
                    after += map.at(record, i, a) * map.at(record, i, a);
                    for (int b = 0; b < 2; b++) {
                        cross[2 * a + b] += map.at(record - 1, i, a) * map.at(record, i, b);
                    }
                }
            }
            // negative: the nearest turn from one to the other is a mirror; of a map that is a line there is none
            double mirrored = (cross[0] * cross[3] - cross[1] * cross[2]) / (before * after);
            assertTrue(mirrored > -1e-6, kind + " at " + run.step(record) + ": " + mirrored);
        }
    }

    /** Where the plane holds all modes but what all share, distances on it are the hidden ones; else never longer. */
    @ParameterizedTest
    @EnumSource(StructuralForm.Kind.class)
    void distancesOnTheMapAreNeverLongerThanHiddenOnes(StructuralForm.Kind kind) {
        Trajectory run = run(config(kind), 50, EnumSet.of(Quantity.MAP, Quantity.EUCLIDEAN_DISTANCE));
        Series map = of(run, Quantity.MAP);
        Series hidden = of(run, Quantity.EUCLIDEAN_DISTANCE);
        for (int record = 0; record < run.count(); record++) {
            for (int i = 0; i < map.rows(); i++) {
                for (int j = 0; j < i; j++) {
                    double x = map.at(record, i, 0) - map.at(record, j, 0);
                    double y = map.at(record, i, 1) - map.at(record, j, 1);
                    double far = hidden.at(record, i, j);
                    assertTrue(Math.hypot(x, y) <= far + 1e-7, kind + " " + record);
                }
            }
        }
    }
}
