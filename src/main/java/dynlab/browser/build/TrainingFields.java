package dynlab.browser.build;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Field;
import dynlab.browser.dom.Menu;
import dynlab.drawing.DataEdit;
import dynlab.drawing.Settings;
import dynlab.numeric.Numbers;
import dynlab.words.Words;
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

    TrainingFields(Builder builder) {
        this.builder = builder;
        HTMLElement bar = Dom.find("settings");
        steps = number(bar, "set-steps", "steps", 5, v -> {
            Settings s = now();
            return new Settings(whole(v), s.dt(), s.tau(), s.begin(), s.size(), s.seed());
        });
        dt = number(bar, "set-dt", "dt", 6, v -> {
            Settings s = now();
            return new Settings(s.steps(), v, s.tau(), s.begin(), s.size(), s.seed());
        });
        tau = number(bar, "set-tau", "τ", 3, v -> {
            Settings s = now();
            return new Settings(s.steps(), s.dt(), v, s.begin(), s.size(), s.seed());
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
            return new Settings(s.steps(), s.dt(), s.tau(), s.begin(), v, s.seed());
        });
        seed = number(bar, "set-seed", "seed", 3, v -> {
            Settings s = now();
            return new Settings(s.steps(), s.dt(), s.tau(), s.begin(), s.size(), v);
        });
    }

    private Settings now() {
        return builder.drawing().settings();
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
        for (Field field : new Field[] {steps, dt, tau, size, seed}) {
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
        size.show(builder.decimals().format(s.size()));
        seed.show(Numbers.digits(s.seed()));
    }
}
