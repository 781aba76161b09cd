package dynlab.browser.build;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Field;
import dynlab.browser.dom.Menu;
import dynlab.drawing.DataEdit;
import dynlab.drawing.Learning;
import dynlab.drawing.Settings;
import dynlab.learning.UpdateRule;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import dynlab.numeric.Numbers;
import dynlab.words.Words;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.teavm.jso.dom.html.HTMLElement;

/** How the network is trained: steps, their size, and the start. */
final class TrainingFields implements BuildPanel {
    private final Builder builder;
    private final Field steps;
    private final Field dt;
    private final Field tau;
    private final Field size;
    private final Field seed;
    private final Menu begin;
    private final Menu rule;
    private final Field beta;
    private final Field decay;
    private final Menu loss;
    private final Menu gates;

    TrainingFields(Builder builder) {
        this.builder = builder;
        HTMLElement bar = Dom.find("settings");
        steps = number(bar, "set-steps", "steps", 5, v -> {
            Settings s = now();
            return new Settings(whole(v), s.dt(), s.tau(), s.begin(), s.size(), s.seed(), s.learning());
        });
        dt = number(bar, "set-dt", "dt", 6, v -> {
            Settings s = now();
            return new Settings(s.steps(), v, s.tau(), s.begin(), s.size(), s.seed(), s.learning());
        });
        tau = number(bar, "set-tau", "τ", 3, v -> {
            Settings s = now();
            return new Settings(s.steps(), s.dt(), v, s.begin(), s.size(), s.seed(), s.learning());
        });
        begin = new Menu(
                bar,
                "set-begin",
                "start",
                new String[] {"auto", "aligned", "random", "orthogonal", "kept"},
                new String[] {
                    Words.say("build.training-fields.aligned-if-possible"),
                    "aligned",
                    "random",
                    "orthogonal",
                    Words.say("build.training-fields.file")
                },
                this::begin);
        size = number(bar, "set-size", "size", 6, v -> {
            Settings s = now();
            return new Settings(s.steps(), s.dt(), s.tau(), s.begin(), v, s.seed(), s.learning());
        });
        rule = new Menu(
                bar,
                "set-rule",
                Words.say("build.training-fields.rule"),
                new String[] {"gradient", "heavy_ball", "nesterov"},
                new String[] {
                    Words.say("build.training-fields.gradient"),
                    Words.say("build.training-fields.heavy-ball"),
                    Words.say("build.training-fields.nesterov")
                },
                word -> {
                    for (UpdateRule.Kind kind : UpdateRule.Kind.values()) {
                        if (kind.word().equals(word)) {
                            learn(now().learning().by(kind));
                        }
                    }
                });
        beta = number(bar, "set-beta", "β", 3, v -> {
            UpdateRule r = now().learning().update();
            return now().by(now().learning().by(new UpdateRule(r.kind(), v, r.weightDecay())));
        });
        decay = number(bar, "set-decay", Words.say("build.training-fields.decay"), 4, v -> {
            UpdateRule r = now().learning().update();
            return now().by(now().learning().by(new UpdateRule(r.kind(), r.beta(), v)));
        });
        loss = new Menu(
                bar,
                "set-loss",
                Words.say("build.training-fields.loss"),
                new String[] {"squared", "softmax_cross_entropy"},
                new String[] {
                    Words.say("build.training-fields.squared"), Words.say("build.training-fields.cross-entropy")
                },
                word -> {
                    for (Loss each : Loss.values()) {
                        if (each.word().equals(word)) {
                            learn(now().learning().by(each));
                        }
                    }
                });
        gates = new Menu(
                bar,
                "set-gates",
                Words.say("build.training-fields.gates"),
                new String[] {"drawn", "linear", "sigmoid", "softmax"},
                new String[] {
                    Words.say("build.training-fields.as-drawn"),
                    Words.say("build.training-fields.learned-linear"),
                    Words.say("build.training-fields.learned-sigmoid"),
                    Words.say("build.training-fields.learned-softmax")
                },
                word -> {
                    Optional<GateKind> kind = Optional.empty();
                    for (GateKind each : GateKind.values()) {
                        kind = each.word().equals(word) ? Optional.of(each) : kind;
                    }
                    learn(now().learning().gated(kind));
                });
        seed = number(bar, "set-seed", "seed", 3, v -> {
            Settings s = now();
            return new Settings(s.steps(), s.dt(), s.tau(), s.begin(), s.size(), v, s.learning());
        });
    }

    private Settings now() {
        return builder.drawing().settings();
    }

    private void learn(Learning learning) {
        if (!builder.edit(d -> DataEdit.train(d, d.settings().by(learning)))) {
            draw();
        }
    }

    private static int whole(double value) {
        return value == Math.rint(value) && value >= 0 && value <= Integer.MAX_VALUE ? (int) value : -1;
    }

    private Field number(HTMLElement bar, String id, String label, int room, DoubleFunction<Settings> with) {
        return new Field(bar, id, label, room, words -> {
            double value =
                    words.trim().isEmpty() ? Double.NaN : builder.decimals().parse(words.trim());
            if (!builder.edit(d -> DataEdit.train(d, with.apply(value)))) {
                draw();
                restore();
            }
        });
    }

    private void restore() {
        for (Field field : new Field[] {steps, dt, tau, size, beta, decay, seed}) {
            field.restore();
        }
    }

    private void begin(String word) {
        for (Settings.Begin how : Settings.Begin.values()) {
            if (how.word().equals(word) && !builder.edit(d -> DataEdit.train(d, now().beginning(how)))) {
                begin.show(now().begin().word());
            }
        }
    }

    @Override
    public void draw() {
        Settings s = now();
        steps.show(Integer.toString(s.steps()));
        dt.show(builder.decimals().format(s.dt()));
        tau.show(builder.decimals().format(s.tau()));
        begin.show(s.begin().word());
        rule.show(s.learning().update().kind().word());
        beta.show(builder.decimals().format(s.learning().update().beta()));
        decay.show(builder.decimals().format(s.learning().update().weightDecay()));
        loss.show(s.learning().method().loss().word());
        gates.show(s.learning().gates().map(GateKind::word).orElse("drawn"));
        size.show(builder.decimals().format(s.size()));
        seed.show(Numbers.digits(s.seed()));
    }
}
