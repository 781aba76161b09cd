package dynlab.scene;

import dynlab.numeric.Seeds;
import java.util.List;

/** Knobs that several lessons have; each has a range and an initial value of its own in a lesson. */
final class SharedKnobs {
    private SharedKnobs() {}

    static Knob seed() {
        return seed(1);
    }

    static Knob seed(int initial) {
        String tip = "Starts the random numbers; the same seed gives the same run.";
        return new Knob.Whole("seed", "Seed", "", tip, 0, Seeds.MOST, initial);
    }

    static Knob epochs(int least, int most, int initial) {
        return new Knob.Whole("epochs", "Epochs", "", "Steps of full-batch gradient descent.", least, most, initial);
    }

    static Knob rate(String symbol, String tip, double least, double most, double initial) {
        return new Knob.Real("rate", "Learning rate", symbol, tip, least, most, initial, true);
    }

    static Knob start(String key, String symbol, String tip, double least, double most, double initial) {
        return new Knob.Real(key, "Size of the start", symbol, tip, least, most, initial, true);
    }

    /** Every initial weight is normal with a standard deviation. */
    static Knob sigma(double initial) {
        return start("sigma", "σ", "Initial weights are normal with this standard deviation.", 1e-6, 0.5, initial);
    }

    static Knob width(String of, int least, int most, int initial) {
        return new Knob.Whole("width", "Width", "N", "Units in each " + of + ".", least, most, initial);
    }

    static Knob domains(String label, int initial) {
        return new Knob.Whole("domains", label, "M", "Input domains, and as many output domains.", 2, 10, initial);
    }

    /** Output domains that each input domain is trained on. */
    static Knob trained(int initial) {
        return new Knob.Whole(
                "trained",
                "Trained routes",
                "K",
                "Output domains that each input domain is trained on; at most M count.",
                1,
                10,
                initial);
    }

    /** The start of a lesson: random, or along the modes of the data. */
    static Knob alignment(String tip, String random, String aligned) {
        return new Knob.Choice(
                "start",
                "Start",
                "",
                tip,
                List.of(new Knob.Option(random, "random"), new Knob.Option(aligned, "aligned")),
                random);
    }
}
