package dynlab.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.measure.HalfTime;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.theory.modes.Modes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link to a lesson, run, and what can be read off it. Run 0 is the lesson's own; the others stand beside it, in order. */
final class LessonRun {
    private final Scene scene;
    private final SceneConfig config;
    private final List<Result> results = new ArrayList<>();

    LessonRun(String address) {
        Address parsed = Address.parse(address, new ExactDecimals());
        assertEquals(List.of(), parsed.problems(), address);
        scene = parsed.scene();
        config = parsed.config();
    }

    private Result result(int k) {
        List<Companion> beside = scene.companions(config);
        while (results.size() <= k) {
            int next = results.size();
            results.add(Runner.of(
                            next == 0
                                    ? scene.experiment(config)
                                    : beside.get(next - 1).experiment())
                    .complete());
        }
        return results.get(k);
    }

    private Trajectory run(int k) {
        return result(k).trajectory();
    }

    double end() {
        return run(0).step(run(0).count() - 1);
    }

    /** How much of the first loss is left at a step, in percent. */
    double left(int k, double step) {
        return 100 * run(k).loss(run(k).indexAt(step)) / run(k).loss(0);
    }

    double loss(int k, double step) {
        return run(k).loss(run(k).indexAt(step));
    }

    /** The first recorded step at which the loss is at {@code level} or below. */
    double below(int k, double level) {
        Trajectory run = run(k);
        int i = 0;
        while (run.loss(i) > level) {
            i++;
        }
        return run.step(i);
    }

    /** The first recorded step at which half of the loss is gone. */
    double half(int k) {
        return below(k, run(k).loss(0) / 2);
    }

    /** When modes of one strength, in the mean, have half of it; the strongest first. */
    double[] levels() {
        Modes modes = result(0).modes().orElseThrow();
        Series strengths = series(Quantity.MODE_STRENGTH);
        double[] halves = new double[modes.blocks().size()];
        for (int l = 0; l < halves.length; l++) {
            List<Integer> block = modes.blocks().get(l);
            double[] curve = new double[run(0).count()];
            for (int i = 0; i < curve.length; i++) {
                for (int mode : block) {
                    curve[i] += strengths.at(i, 0, mode) / block.size();
                }
            }
            double half = modes.s()[block.get(0)] / 2;
            halves[l] = HalfTime.rising(run(0).stepsAsNumbers(), curve, half).orElse(Double.NaN);
        }
        return halves;
    }

    /** What it says of a property of an item at every record. */
    double[] says(String property, String item) {
        World world = scene.world(config);
        Series outputs = series(Quantity.OUTPUTS);
        double[] curve = new double[run(0).count()];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = outputs.at(
                    i, world.properties().indexOf(property), world.items().indexOf(item));
        }
        return curve;
    }

    private Series series(Quantity quantity) {
        for (SeriesKey key : run(0).series().keySet()) {
            if (key.quantity() == quantity) {
                return run(0).series().get(key);
            }
        }
        throw new AssertionError("no " + quantity.word());
    }

    static double most(double[] curve) {
        return Arrays.stream(curve).max().orElseThrow();
    }

    /** The recorded step at which a curve is largest. */
    double when(double[] curve) {
        int at = 0;
        for (int i = 0; i < curve.length; i++) {
            at = curve[i] > curve[at] ? i : at;
        }
        return run(0).step(at);
    }

    /** The first number after some words of what the page tells at a step. */
    double told(double step, String words) {
        result(scene.companions(config).size());
        Narration told = scene.tells(config, results, step).orElseThrow();
        String text = told.stage() + ". " + told.happened() + ". " + told.because();
        int from = text.indexOf(words);
        assertTrue(from >= 0, "\"" + words + "\" in: " + text);
        Matcher number = Pattern.compile("−?[0-9]+(\\.[0-9]+)?").matcher(text);
        assertTrue(number.find(from + words.length()), text);
        return Double.parseDouble(number.group().replace('−', '-'));
    }

    double told(String words) {
        return told(end(), words);
    }
}
