package dynlab.scene;

import dynlab.architecture.Activation;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Every limit. A new one is one file and one line here. */
final class Limits {
    static final List<Limit> ALL = List.of(
            new StartLimit(),
            new NetworkLimit(
                    "bias",
                    "bias",
                    Words.say("scene.limits.bias"),
                    Activation.RELU,
                    true,
                    Words.say("limit.bias.asks"),
                    Words.say("scene.limits.constant-input-one")),
            new NetworkLimit(
                    "leaky",
                    "leaky",
                    "leaky",
                    Activation.LEAKY_RELU,
                    false,
                    Words.say("limit.leaky.asks"),
                    Words.say("scene.limits.leak-leaves-gates")),
            new NetworkLimit(
                    "tanh",
                    "tanh",
                    "tanh",
                    Activation.TANH,
                    false,
                    Words.say("limit.tanh.asks"),
                    Words.say("scene.limits.small-start-tanh")),
            new NetworkLimit(
                    "gelu",
                    Words.say("scene.limits.gelu"),
                    Words.say("scene.limits.gelu"),
                    Activation.GELU,
                    false,
                    Words.say("limit.gelu.asks"),
                    Words.say("scene.limits.0-slope-gelu")),
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
                Words.say("scene.limits.limit"),
                "",
                Words.say("scene.limits.theory-takes-granted"),
                options,
                ALL.get(0).word());
    }
}
