package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.Presets;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.Start;
import dynlab.experiment.run.Runner;
import dynlab.learning.Initialization;
import dynlab.measure.HalfTime;
import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawn networks race as the published theory says, read through what the page shows of them. */
final class DrawnRaceTest {
    /** With ρ = 0 and a start of 1e-4 the closed form is that near. */
    private static final double CLOSED = 0.03;

    private record Ran(Drawing drawing, Learned learned, DrawnRace race) {
        DrawnRace.Lane lane(String name) {
            return race.lanes().stream()
                    .filter(lane -> lane.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is none of " + race.lanes()));
        }

        double half(String name) {
            return lane(name).half().orElseThrow();
        }

        double loss(double step) {
            return learned.at(learned.loss(), step)
                    * learned.result().trajectory().loss(0);
        }
    }

    private static Ran ran(String id) {
        Drawing drawing = Presets.ALL.stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow()
                .make()
                .get();
        Result result = Runner.of(DrawingFile.experiment(drawing, true)).complete();
        Learned learned =
                Learned.of(result, drawing.contexts(), drawing.settings().steps());
        return new Ran(drawing, learned, DrawnRace.of(drawing, learned));
    }

    private static List<Matrix> start(Drawing drawing) {
        Experiment experiment = DrawingFile.experiment(drawing, true);
        return Initialization.draw(
                ((Start.Drawn) experiment.start()).init(), experiment.architecture(), experiment.contexts());
    }

    /** |(w1 + w2ᵀ) / 2|² of a sense's two edges, one column and one row. */
    private static double begins(Matrix in, Matrix out) {
        double sum = 0;
        for (int i = 0; i < in.rows(); i++) {
            double r = (in.at(i, 0) + out.at(0, i)) / 2;
            sum += r * r;
        }
        return sum;
    }

    @Test
    void inLateFusionTheSecondSenseWaitsAsLongAsTheClosedFormSays() {
        Ran ran = ran("fusion-late");
        List<Matrix> w = start(ran.drawing());
        // edges: sight>see, see>answer, sound>hear, hear>answer; s = 2 and 1, white and uncorrelated inputs
        double sight = begins(w.get(0), w.get(1));
        double sound = begins(w.get(2), w.get(3));
        double first = Math.log(2 / sight - 1) / 4;
        double second = first + (0.5 * Math.log(1 / sound) - 1 * first) / 1;
        double rate = ran.drawing().settings().dt();
        assertEquals(first / rate, ran.half("see"), CLOSED * first / rate);
        assertEquals(second / rate, ran.half("hear"), CLOSED * second / rate);
    }

    @Test
    void theLaterTheSensesMeetTheLongerTheSecondWaits() {
        Ran late = ran("fusion-late");
        Ran middle = ran("fusion-middle");
        Ran early = ran("fusion-early");
        double l = late.half("hear") / late.half("see");
        double m = middle.half("hear") / middle.half("see");
        double e = early.half("sound") / early.half("sight");
        assertTrue(l > m && m > e, l + ", " + m + ", " + e);
        assertEquals(1, e, 0.2);
    }

    @Test
    void attentionWithKeysAndQueriesApartGoesDownFourStairsAndMergedOneCliff() {
        Ran apart = ran("attention-separate");
        double[] levels = {1.25, 0.80072, 0.49570, 0.28625, 0.17096};
        assertEquals(levels[0], apart.loss(0), 1e-3);
        assertEquals(levels[4], apart.loss(apart.drawing().settings().steps()), 1e-3);
        Ran merged = ran("attention-merged");
        assertEquals(levels[0], merged.loss(0), 1e-3);
        assertEquals(levels[4], merged.loss(merged.drawing().settings().steps()), 1e-3);
        double[] stairs = passed(apart, levels);
        double[] cliff = passed(merged, levels);
        assertTrue(stairs[3] > 4 * stairs[0], Arrays.toString(stairs));
        assertTrue(onStairs(apart, levels, stairs[3]) > 0.5, "it rests on each stair");
        assertTrue(onStairs(merged, levels, cliff[3]) < 0.3, "it rests on none");
        for (int m = 1; m <= 3; m++) {
            double middle = (stairs[m - 1] + stairs[m]) / 2;
            assertEquals(levels[m], apart.loss(middle), 0.05, "plateau " + m);
        }
    }

    /** The share of the time until the last step down at which the loss lies on one of the levels between. */
    private static double onStairs(Ran ran, double[] levels, double until) {
        int on = 0;
        int moments = 1000;
        for (int i = 0; i < moments; i++) {
            double loss = ran.loss(until * i / moments);
            for (int m = 1; m <= 3; m++) {
                on += Math.abs(loss - levels[m]) < 0.02 ? 1 : 0;
            }
        }
        return on / (double) moments;
    }

    /** When the loss is half-way from each level to the next. */
    private static double[] passed(Ran ran, double[] levels) {
        double[] times = new double[levels.length - 1];
        double first = ran.learned().result().trajectory().loss(0);
        for (int m = 0; m < times.length; m++) {
            double height = (levels[m] + levels[m + 1]) / 2 / first;
            times[m] = HalfTime.falling(ran.learned().steps(), ran.learned().loss(), height)
                    .orElseThrow();
        }
        return times;
    }
}
