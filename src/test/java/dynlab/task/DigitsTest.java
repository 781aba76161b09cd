package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Context;
import dynlab.cli.ResourceFiles;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.learning.Batch;
import dynlab.learning.Init;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final DigitImages IMAGES =
            DigitImages.read(ResourceFiles.text("digits.csv").orElseThrow());

    @Test
    void theImagesAreThoseOfTheDataSet() {
        assertEquals(1797, IMAGES.count());
        int[] count = new int[10];
        for (int digit : IMAGES.classes()) {
            count[digit]++;
        }
        // the counts that the authors give for this part of their data
        assertArrayEquals(new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, count);
        assertEquals(1, IMAGES.pixels().largest());
    }

    @Test
    void aLineThatIsNoImageIsRefusedWithItsPlace() {
        String line = "0,".repeat(64) + "3\n";
        assertEquals(3, DigitImages.read(line).classes()[0]);
        for (String bad : List.of("0,".repeat(63) + "3\n", "17," + "0,".repeat(63) + "3\n", "0,".repeat(64) + "x\n")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> DigitImages.read(line + bad));
            assertTrue(refused.getMessage().startsWith("digits, line 2, number "), refused.getMessage());
        }
    }

    @Test
    void everyInputShowsTheSameInkInAnotherOrderAndTheFirstAsWritten() {
        Digits digits = new Digits(IMAGES, 4, 2, 8, 30, 20, 1, 5);
        List<Context> tests = digits.task().contexts().subList(8, 24);
        Matrix written = tests.get(0).x().get("in0");
        for (int input = 0; input < 4; input++) {
            Matrix shown = tests.get(4 * input).x().get("in" + input);
            for (int image = 0; image < 20; image++) {
                double[] ink = shown.column(image);
                double[] plain = written.column(image);
                assertEquals(input == 0, Arrays.equals(ink, plain));
                Arrays.sort(ink);
                Arrays.sort(plain);
                assertArrayEquals(plain, ink);
            }
        }
    }

    @Test
    void everyOutputNamesEachImageByTheUnitOfItsDigit() {
        Digits digits = new Digits(IMAGES, 3, 1, 8, 30, 20, 1, 9);
        GatedTask task = digits.task();
        for (Context test : task.contexts().subList(3, 12)) {
            String output = test.y().keySet().iterator().next();
            List<String> names = task.architecture()
                    .nodes()
                    .get(task.architecture().node(output).orElseThrow())
                    .properties();
            Matrix plain = task.contexts().get(3).y().get("out0");
            Matrix y = test.y().get(output);
            for (int image = 0; image < 20; image++) {
                for (int unit = 0; unit < 10; unit++) {
                    double digit = plain.at(Integer.parseInt(names.get(unit)), image);
                    assertEquals(digit, y.at(unit, image));
                }
            }
        }
    }

    @Test
    void everyInputHasKTrainedRoutesAndTheirWeightsAddUpToOne() {
        Digits digits = new Digits(IMAGES, 5, 3, 8, 30, 20, 1, 2);
        double weight = 0;
        int trained = 0;
        for (Context context : digits.task().contexts()) {
            trained += context.train() ? 1 : 0;
            weight += context.train() ? Arrays.stream(context.weights()).sum() : 0;
        }
        assertEquals(15, trained);
        assertEquals(1, weight, 1e-12);
        for (int input = 0; input < 5; input++) {
            int from = 0;
            int to = 0;
            for (int other = 0; other < 5; other++) {
                from += digits.trains(input, other) ? 1 : 0;
                to += digits.trains(other, input) ? 1 : 0;
            }
            assertEquals(3, from);
            assertEquals(3, to);
        }
        assertEquals(15, digits.tests(true).length);
        assertEquals(10, digits.tests(false).length);
    }

    /** Mean accuracy at the end over the tests of trained routes, and of the others. */
    private static double[] read(int trained, int seed) {
        Digits digits = new Digits(IMAGES, 10, trained, 48, 400, 150, 1, seed);
        GatedTask task = digits.task();
        Method method = Method.PLAIN
                .with(Loss.SOFTMAX_CROSS_ENTROPY)
                .with(new UpdateRule(UpdateRule.Kind.HEAVY_BALL, 0.9, 0))
                .with(new Batch(128, seed, Batch.Order.SHUFFLED));
        Experiment experiment = new Experiment(
                "digits",
                "",
                task.architecture(),
                task.contexts(),
                new Start.Drawn(new Init.ScaledGaussian(0.3 * Math.sqrt(2), seed)),
                new Training(0.1, 1, 800).by(method),
                new RecordPlan(new RecordPlan.When.At(List.of(800)), Set.of(Quantity.LOSS, Quantity.ACCURACY)),
                false);
        Series right = Runner.of(experiment)
                .complete()
                .trajectory()
                .series(SeriesKey.of(Quantity.ACCURACY))
                .orElseThrow();
        double[] means = new double[2];
        for (int k = 0; k < 2; k++) {
            int[] tests = digits.tests(k == 0);
            for (int c : tests) {
                means[k] += right.at(0, 0, c) / tests.length;
            }
        }
        return means;
    }

    /** The published threshold, about four routes in ten, at a small size; the full one is the sweep {@code digits-over-share}. */
    @Test
    void withOneRouteInTenItGuessesOnTheOthersAndWithFourItReads() {
        double[] one = read(1, 1);
        assertTrue(one[0] > 0.8, one[0] + " on trained routes");
        assertTrue(one[1] < 0.15, one[1] + " on the others");
        double[] four = read(4, 1);
        assertTrue(four[1] > four[0] - 0.08, four[1] + " on the others, " + four[0] + " on trained routes");
    }
}
