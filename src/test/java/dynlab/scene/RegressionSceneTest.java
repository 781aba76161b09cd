package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.task.RegressionTask;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegressionSceneTest {
    private static final Scene SCENE = Scenes.byId("regression").orElseThrow();

    private static Matrix ends(Experiment experiment) {
        Trajectory run = Runner.of(experiment).complete().trajectory();
        Matrix map = Matrix.identity(5);
        for (int e = 0; e < experiment.architecture().edges().size(); e++) {
            Series series = run.series(new SeriesKey(Quantity.WEIGHTS, e, 0)).orElseThrow();
            int size = series.size();
            double[] last = Arrays.copyOfRange(series.values(), (series.count() - 1) * size, series.count() * size);
            map = Matrix.of(series.rows(), series.columns(), last).times(map);
        }
        return map;
    }

    private static SceneConfig longer() {
        return SceneConfig.initial(SCENE.knobs()).with("rate", 0.02).with("epochs", 6000);
    }

    /** Y Xᵀ (X Xᵀ)⁻¹ by the eigenvectors of X Xᵀ. */
    private static Matrix leastSquares(Experiment experiment) {
        Context all = experiment.contexts().get(0);
        Matrix x = all.x().getOrDefault("x", Matrix.zero(1, 1));
        Matrix y = all.y().getOrDefault("y", Matrix.zero(1, 1));
        SymmetricEigen eigen = SymmetricEigen.of(x.times(x.transpose()));
        double[] inverse = eigen.values();
        for (int k = 0; k < inverse.length; k++) {
            inverse[k] = 1 / inverse[k];
        }
        return y.times(x.transpose())
                .times(eigen.vectors())
                .times(Matrix.diagonal(inverse))
                .times(eigen.vectors().transpose());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void deepAndShallowEndAtLeastSquares(double alike) {
        SceneConfig config = longer().with("alike", alike).with("epochs", alike > 0 ? 12_000 : 6000);
        Experiment deep = SCENE.experiment(config);
        Matrix formula = leastSquares(deep);
        assertEquals(0, ends(deep).minus(formula).largest(), 1e-9);
        assertEquals(
                0,
                ends(SCENE.companions(config).get(0).experiment())
                        .minus(formula)
                        .largest(),
                1e-9);
    }

    /** White inputs: the best map of rank 2 is least squares without its weaker modes. */
    @Test
    void aMiddleOfTwoEndsAtTheTruncatedMap() {
        Experiment narrow = SCENE.experiment(longer().with("middle", 2));
        Matrix formula = leastSquares(narrow);
        SymmetricEigen left = SymmetricEigen.of(formula.times(formula.transpose()));
        Matrix kept = Matrix.zero(4, 4);
        for (int k = 0; k < 2; k++) {
            Matrix u = Matrix.of(4, 1, left.vectors().column(k));
            kept = kept.plus(u.times(u.transpose()));
        }
        assertEquals(0, ends(narrow).minus(kept.times(formula)).largest(), 1e-9);
    }

    @Test
    void aNarrowAutoencoderEndsAtTheProjectionOnTheFirstPrincipalComponents() {
        SceneConfig config = longer().with("task", "autoencoder")
                .with("noise", 0.6)
                .with("middle", 2)
                .with("rate", 0.01)
                .with("epochs", 20_000);
        Experiment narrow = SCENE.experiment(config);
        Context all = narrow.contexts().get(0);
        Matrix x = all.x().getOrDefault("x", Matrix.zero(1, 1));
        SymmetricEigen eigen = SymmetricEigen.of(x.times(x.transpose()));
        Matrix components = Matrix.zero(5, 5);
        for (int k = 0; k < 2; k++) {
            Matrix u = Matrix.of(5, 1, eigen.vectors().column(k));
            components = components.plus(u.times(u.transpose()));
        }
        assertEquals(0, ends(narrow).minus(components).largest(), 1e-9);
    }

    @Test
    void inputsThatAreNotAlikeAreExactlyWhite() {
        RegressionTask.Data data = new RegressionTask(60, List.of(3.2, 2.0), 5, 0, 0.1, 4).data();
        Matrix mean = data.x().times(data.x().transpose()).scaled(1.0 / 60);
        assertEquals(0, mean.minus(Matrix.identity(5)).largest(), 1e-13);
    }
}
