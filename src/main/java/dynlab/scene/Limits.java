package dynlab.scene;

import dynlab.architecture.Activation;
import java.util.ArrayList;
import java.util.List;

/** Every limit. A new one is one file and one line here. */
final class Limits {
    static final List<Limit> ALL = List.of(
            new StartLimit(),
            new NetworkLimit(
                    "bias",
                    "bias",
                    "with bias",
                    Activation.RELU,
                    true,
                    "A constant input is one more thing that all contexts share; the twin does not have it."),
            new NetworkLimit(
                    "leaky",
                    "leaky",
                    "leaky",
                    Activation.LEAKY_RELU,
                    false,
                    "A leak leaves the gates where they are: what holds for ReLU carries over."),
            new NetworkLimit(
                    "tanh",
                    "tanh",
                    "tanh",
                    Activation.TANH,
                    false,
                    "From a small start tanh is as good as linear and stops where no gate is there to help."),
            new NetworkLimit(
                    "gelu",
                    "GELU",
                    "GELU",
                    Activation.GELU,
                    false,
                    "At 0 the slope of GELU is a half, so it starts late; shifted in time it comes closer."),
            new StepsLimit(),
            new AlignmentLimit());

    private Limits() {}

    static Limit of(SceneConfig config) {
        for (Limit limit : ALL) {
            if (limit.word().equals(config.choice("limit"))) {
                return limit;
            }
        }
        throw new AssertionError(config.choice("limit"));
    }

    static Knob knob() {
        List<Knob.Option> options = new ArrayList<>();
        for (Limit limit : ALL) {
            options.add(new Knob.Option(limit.word(), limit.label()));
        }
        return new Knob.Choice(
                "limit",
                "Limit",
                "",
                "What the theory takes for granted, and is not given here.",
                options,
                ALL.get(0).word());
    }
}
