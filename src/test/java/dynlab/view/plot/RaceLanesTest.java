package dynlab.view.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.scene.Address;
import dynlab.view.Frame;
import dynlab.view.Pictures;
import dynlab.view.RunView;
import dynlab.view.pen.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lanes of a race are held against what the task asks for, and not against where a run happened to end. */
final class RaceLanesTest {
    private static double[] shares(String address, double step) {
        Frame frame = Pictures.frame(address, Layout.Kind.WIDE);
        List<RunView> runs = frame.runs();
        double[] shares = new double[runs.size()];
        for (int r = 0; r < shares.length; r++) {
            List<PathwayProgress.Progress> pathways = PathwayProgress.of(runs.get(r));
            assertEquals(1, pathways.size());
            shares[r] = runs.get(r).at(pathways.get(0).share(), step);
        }
        return shares;
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 96, 150, 250})
    void whoSharesMoreIsNeverBehind(int step) {
        double[] shares = shares("scene=race", step);
        assertTrue(shares[0] >= shares[1] && shares[1] >= shares[2], List.of(shares[0], shares[1], shares[2]) + "");
    }

    @Test
    void aRunThatHasNotLearnedDoesNotLookFinished() {
        String small = "scene=race&size=0.002&epochs=4000&t=1000";
        Frame frame = Pictures.frame(small, Layout.Kind.WIDE);
        double[] shares = shares(small, 4000);
        for (int r = 0; r < shares.length; r++) {
            RunView run = frame.runs().get(r);
            double[] loss = run.run().trajectory().losses();
            // the strongest mode alone is more than half of the loss at the start
            boolean learned = loss[loss.length - 1] < 0.4 * loss[0];
            assertEquals(learned, shares[r] > 0.5, "run " + r + ": " + shares[r]);
        }
    }

    /** The oracle is what the network says: with one item an input, the outputs of a route are its map. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theShareIsThatOfTheMapOfTheRoute(int which) {
        Address address = Address.parse("scene=race&epochs=200", new ExactDecimals());
        List<Experiment> all = new ArrayList<>(List.of(address.scene().experiment(address.config())));
        address.scene().companions(address.config()).forEach(beside -> all.add(beside.experiment()));
        Experiment of = all.get(which);
        Experiment asked = new Experiment(
                of.name(),
                of.description(),
                of.architecture(),
                of.contexts(),
                of.start(),
                of.training(),
                new RecordPlan(
                        of.record().when(),
                        Set.of(Quantity.LOSS, Quantity.SINGULAR_VALUES, Quantity.OUTPUTS),
                        of.record().edges()),
                of.theory());
        Result result = Runner.of(asked).complete();
        double[] share = PathwayProgress.of(new RunView(asked, address.scene().world(address.config()), result))
                .get(0)
                .share();
        Context route = of.contexts().get(0);
        double goal = Svd.singularValues(route.y().get("out0"))[0];
        Series said = result.trajectory().series().entrySet().stream()
                .filter(entry -> entry.getKey().quantity() == Quantity.OUTPUTS
                        && entry.getKey().first() == 0)
                .filter(entry -> of.architecture()
                        .nodes()
                        .get(entry.getKey().second())
                        .id()
                        .equals("out0"))
                .findFirst()
                .orElseThrow()
                .getValue();
        for (int i = 0; i < share.length; i++) {
            double[] map = Arrays.copyOfRange(said.values(), i * said.size(), (i + 1) * said.size());
            double strongest = Svd.singularValues(Matrix.of(7, 4, map))[0];
            // every pathway starts with the same strengths, so that one stands for all; what is left is rounding
            assertEquals(strongest / goal, share[i], 1e-9, "record " + i);
        }
    }

    @Test
    void pathwaysOfOneNetworkAddUpToTheGoal() {
        RunView run = Pictures.frame("scene=race&show=mixed", Layout.Kind.WIDE).story();
        List<PathwayProgress.Progress> pathways = PathwayProgress.of(run);
        assertEquals(2, pathways.size());
        double shared = run.at(pathways.get(0).share(), 600);
        double dedicated = run.at(pathways.get(1).share(), 600);
        // the loss at the end is 1e-8 of the first
        assertEquals(1, shared + dedicated, 1e-4);
        assertTrue(shared > 0.99, shared + " by the shared pathway");
    }
}
