package dynlab.scene;

import dynlab.numeric.Seeds;
import dynlab.words.Words;
import java.util.List;

/** Knobs that several lessons have; each has a range and an initial value of its own in a lesson. */
final class SharedKnobs {
    private SharedKnobs() {}

    static Knob seed() {
        return seed(1);
    }

    static Knob seed(int initial) {
        String tip = Words.say("scene.shared-knobs.starts-random-numbers");
        return new Knob.Whole("seed", Words.say("scene.shared-knobs.seed"), "", tip, 0, Seeds.MOST, initial);
    }

    static Knob epochs(int least, int most, int initial) {
        return new Knob.Whole(
                "epochs",
                Words.say("scene.shared-knobs.epochs"),
                "",
                Words.say("scene.shared-knobs.steps-full-batch"),
                least,
                most,
                initial);
    }

    static Knob rate(String symbol, String tip, double least, double most, double initial) {
        return new Knob.Real(
                "rate", Words.say("scene.shared-knobs.learning-rate"), symbol, tip, least, most, initial, true);
    }

    static Knob start(String key, String symbol, String tip, double least, double most, double initial) {
        return new Knob.Real(key, Words.say("scene.shared-knobs.size-start"), symbol, tip, least, most, initial, true);
    }

    /** Every initial weight is normal with a standard deviation. */
    static Knob sigma(double initial) {
        return start("sigma", "σ", Words.say("scene.shared-knobs.initial-weights-normal"), 1e-6, 0.5, initial);
    }

    static Knob width(String of, int least, int most, int initial) {
        return new Knob.Whole(
                "width",
                Words.say("scene.shared-knobs.width"),
                "N",
                Words.say("scene.shared-knobs.units-each", of),
                least,
                most,
                initial);
    }

    static Knob domains(String label, int initial) {
        return new Knob.Whole(
                "domains", label, "M", Words.say("scene.shared-knobs.input-domains-many"), 2, 10, initial);
    }

    /** Output domains that each input domain is trained on. */
    static Knob trained(int initial) {
        return new Knob.Whole(
                "trained",
                Words.say("scene.shared-knobs.trained-routes"),
                "K",
                Words.say("scene.shared-knobs.output-domains-each"),
                1,
                10,
                initial);
    }

    /** The start of a lesson: random, or along the modes of the data. */
    static Knob alignment(String tip, String random, String aligned) {
        return new Knob.Choice(
                "start",
                Words.say("scene.shared-knobs.start"),
                "",
                tip,
                List.of(
                        new Knob.Option(random, Words.say("scene.shared-knobs.random")),
                        new Knob.Option(aligned, Words.say("scene.shared-knobs.aligned"))),
                random);
    }
}
