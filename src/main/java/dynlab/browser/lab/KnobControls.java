package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.app.TypedNumber;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.numeric.Numbers;
import dynlab.scene.BadSetting;
import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A control for every knob of a scene: a slider and a field to type in, or a few buttons. */
final class KnobControls implements KnobPanel {
    /** Sliders of long logarithmic ranges move in powers of ten. */
    private static final double LONG_RANGE = 6;

    private static final int POSITIONS = 1000;

    /** More options than this stand under their name instead of beside it. */
    private static final int MOST_BESIDE = 4;

    private final JsDecimals decimals = new JsDecimals();
    private final List<Control> controls = new ArrayList<>();
    private final Lab lab;
    private final SceneConfig initial;
    private SceneConfig config;

    /** A knob's elements. */
    private static final class Control {
        private final Knob knob;
        private final HTMLElement row;
        private @Nullable HTMLElement field;
        private @Nullable HTMLElement slider;
        private @Nullable HTMLElement segments;
        private final HTMLElement reset;

        Control(Knob knob, HTMLElement parent) {
            this.knob = knob;
            row = Dom.make("div", "knob", parent);
            row.setTitle(knob.tip());
            Dom.attribute(row, "data-control", knob.key());
            reset = Dom.make("button", "btn icon back", null);
            Dom.attribute(reset, "type", "button");
            Dom.text(reset, "↺");
        }
    }

    /**
     * @param scene whose knobs
     * @param first settings at the start
     * @param list where rows go
     * @param compare where the choice of a rival goes
     * @param lab hears of every change
     */
    KnobControls(Scene scene, SceneConfig first, HTMLElement list, HTMLElement compare, Lab lab) {
        this.lab = lab;
        config = first;
        initial = SceneConfig.initial(scene.knobs());
        Dom.empty(list);
        Dom.empty(compare);
        List<Knob> ordered = new ArrayList<>();
        for (Knob knob : scene.knobs()) {
            if (!plainNumber(knob) && !(knob instanceof Knob.Text)) {
                ordered.add(knob);
            }
        }
        for (Knob knob : scene.knobs()) {
            if (plainNumber(knob)) {
                ordered.add(knob);
            }
        }
        for (Knob knob : ordered) {
            if (knob.key().equals("against")) {
                add(knob, compare, true);
            }
            add(knob, list, false);
        }
        show(first);
    }

    private void add(Knob knob, HTMLElement parent, boolean header) {
        Control control = new Control(knob, parent);
        controls.add(control);
        if (knob instanceof Knob.Choice choice) {
            makeChoice(control, choice, header);
        } else if (knob instanceof Knob.Whole whole && whole.most() - whole.least() <= 5) {
            makeFew(control, whole);
        } else {
            makeSlider(control);
        }
        if (!header) {
            makeReset(control);
        }
    }

    /** One knob as the scene opens. */
    private void makeReset(Control control) {
        Knob knob = control.knob;
        String to = knob instanceof Knob.Choice choice ? option(choice) : words(knob, initial.real(knob.key()));
        Dom.attribute(control.reset, "aria-label", Words.say("lab.knob-controls.reset", knob.label(), to));
        control.reset.setTitle(Words.say("lab.knob-controls.reset-2", to));
        control.row.appendChild(control.reset);
        Dom.on(control.reset, "click", e -> {
            lab.send(new Event.Reset(knob.key()));
            HTMLElement next = control.field != null ? control.field : control.segments;
            if (next != null) {
                next.focus();
            }
        });
    }

    private static String option(Knob.Choice choice) {
        for (Knob.Option option : choice.options()) {
            if (option.word().equals(choice.initial())) {
                return option.label();
            }
        }
        return choice.initial();
    }

    private boolean isInitial(Knob knob) {
        return knob instanceof Knob.Choice || knob instanceof Knob.Text
                ? config.choice(knob.key()).equals(initial.choice(knob.key()))
                : config.real(knob.key()) == initial.real(knob.key());
    }

    private void makeChoice(Control control, Knob.Choice choice, boolean header) {
        String many = choice.options().size() > MOST_BESIDE ? " many" : "";
        control.row.setClassName(header ? "compare" : "knob choice" + many + " knob-" + choice.key());
        if (!header) {
            name(control, "span");
        }
        String[] values = new String[choice.options().size()];
        String[] names = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = choice.options().get(i).word();
            names[i] = choice.options().get(i).label();
        }
        control.segments = Dom.segments(
                control.row, choice.label(), values, names, e -> pressed(choice.key(), Dom.value(e.getTarget())));
    }

    private void makeFew(Control control, Knob.Whole whole) {
        control.row.setClassName("knob choice");
        name(control, "span");
        String[] values = new String[(int) whole.most() - whole.least() + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Integer.toString(whole.least() + i);
        }
        control.segments =
                Dom.segments(control.row, whole.label(), values, values, e -> typed(control, Dom.value(e.getTarget())));
    }

    private void pressed(String key, String word) {
        lab.changed(config.with(key, word), "");
    }

    private static void name(Control control, String tag) {
        HTMLElement label = Dom.make(tag, "name", control.row);
        Dom.text(label, control.knob.label() + " ");
        if (!control.knob.symbol().isEmpty()) {
            Dom.text(Dom.make("i", "", label), control.knob.symbol());
        }
        if (tag.equals("label")) {
            Dom.attribute(label, "for", "knob-" + control.knob.key());
        }
    }

    /** Numbers that are counted or drawn rather than tuned share a row and have no slider. */
    private static boolean plainNumber(Knob knob) {
        return knob.key().equals("epochs") || knob.key().equals("seed");
    }

    private void makeSlider(Control control) {
        Knob knob = control.knob;
        name(control, "label");
        if (plainNumber(knob)) {
            control.row.setClassName("knob half");
        }
        HTMLElement slider = Dom.make("input", "", control.row);
        Dom.attribute(slider, "type", "range");
        Dom.attribute(slider, "min", "0");
        Dom.attribute(slider, "max", Integer.toString(POSITIONS));
        Dom.attribute(slider, "aria-label", knob.label());
        slider.setHidden(plainNumber(knob));
        HTMLElement field = Dom.make("input", "", control.row);
        field.setId("knob-" + knob.key());
        Dom.attribute(field, "type", "text");
        Dom.attribute(field, "inputmode", "decimal");
        Dom.attribute(field, "autocomplete", "off");
        Dom.attribute(field, "spellcheck", "false");
        control.slider = slider;
        control.field = field;
        Dom.on(slider, "input", e -> {
            double position = decimals.parse(Dom.value(slider)) / POSITIONS;
            set(control, valueAt(knob, position), true);
        });
        Dom.on(slider, "change", e -> lab.send(new Event.KnobReleased()));
        Dom.on(slider, "keydown", e -> {
            int way = way(e.getKey());
            if (way != 0) {
                e.preventDefault();
                nudge(control, way);
            }
        });
        Dom.on(field, "change", e -> typed(control, Dom.value(field)));
        Dom.on(field, "keydown", e -> {
            if (e.getKey().equals("Escape")) {
                show(config);
            }
        });
    }

    private static int way(String key) {
        return switch (key) {
            case "ArrowRight", "ArrowUp" -> 1;
            case "ArrowLeft", "ArrowDown" -> -1;
            default -> 0;
        };
    }

    /** To the next value that the slider can show: a thousandth of its length may lie within one value. */
    private void nudge(Control control, int way) {
        double now = config.real(control.knob.key());
        double from = position(control.knob, now);
        for (int k = 1; k <= POSITIONS; k++) {
            double next = valueAt(control.knob, within(from + way * k / (double) POSITIONS, 0, 1));
            if ((next - now) * way > 0) {
                set(control, next, true);
                return;
            }
        }
    }

    /** A number that is none is answered by one sentence, and the field shows the value that stands. */
    private void typed(Control control, String text) {
        OptionalDouble value = TypedNumber.parse(text, decimals);
        if (value.isPresent()) {
            set(control, value.getAsDouble(), false);
            return;
        }
        show(config);
        wrong(
                control,
                Words.say("lab.knob-controls.expects-number-still", control.knob.label(), Dom.value(field(control))));
    }

    private static HTMLElement field(Control control) {
        return control.field == null ? control.row : control.field;
    }

    private void set(Control control, double value, boolean goesOn) {
        try {
            SceneConfig changed = config.with(control.knob.key(), value);
            right(control);
            if (changed.equals(config)) {
                show(config);
            } else {
                lab.changed(changed, goesOn ? control.knob.key() : "");
            }
        } catch (BadSetting bad) {
            wrong(control, control.knob.label() + " " + bad.sentence() + ".");
        }
    }

    private static void wrong(Control control, String sentence) {
        right(control);
        HTMLElement words = Dom.make("p", "wrong", control.row);
        words.setId("wrong-" + control.knob.key());
        Dom.attribute(words, "role", "alert");
        Dom.text(words, sentence);
        if (control.field != null) {
            Dom.attribute(control.field, "aria-invalid", "true");
            Dom.attribute(control.field, "aria-describedby", words.getId());
        }
    }

    private static void right(Control control) {
        HTMLElement words = control.row.querySelector(".wrong");
        if (words != null) {
            words.delete();
        }
        if (control.field != null) {
            control.field.removeAttribute("aria-invalid");
            control.field.removeAttribute("aria-describedby");
        }
    }

    /** Shows settings that came from elsewhere. */
    @Override
    public void show(SceneConfig settings) {
        config = settings;
        for (Control control : controls) {
            Knob knob = control.knob;
            control.reset.setHidden(isInitial(knob));
            if (control.segments != null) {
                String value = knob instanceof Knob.Choice
                        ? settings.choice(knob.key())
                        : Integer.toString(settings.whole(knob.key()));
                Dom.choose(control.segments, value);
            } else if (control.field != null && control.slider != null) {
                right(control);
                double value = settings.real(knob.key());
                String words = words(knob, value);
                Dom.value(control.field, words);
                double position = position(knob, value);
                Dom.value(control.slider, Numbers.plain(position * POSITIONS, 0));
                Dom.attribute(control.slider, "aria-valuetext", words);
                Dom.style(control.slider, "--fill", Numbers.plain(100 * position, 0) + "%");
            }
        }
    }

    /** The settings in one line, for the closed sheet. */
    @Override
    public String summary() {
        StringBuilder text = new StringBuilder();
        for (Control control : controls) {
            if (!control.knob.symbol().isEmpty()) {
                text.append(text.length() == 0 ? "" : " · ")
                        .append(control.knob.symbol())
                        .append(' ')
                        .append(words(control.knob, config.real(control.knob.key())));
            }
        }
        return text.toString();
    }

    private static String words(Knob knob, double value) {
        return knob instanceof Knob.Real ? Numbers.brief(value) : Numbers.digits(value);
    }

    private static double position(Knob knob, double value) {
        if (knob instanceof Knob.Real real) {
            return real.logarithmic()
                    ? Math.log(value / real.least()) / Math.log(real.most() / real.least())
                    : (value - real.least()) / (real.most() - real.least());
        } else if (knob instanceof Knob.Whole whole) {
            double least = shifted(whole, whole.least());
            double most = shifted(whole, whole.most());
            return (shifted(whole, value) - least) / (most - least);
        }
        throw new AssertionError(knob.key());
    }

    /** Wide ranges of whole numbers are logarithmic too. */
    private static double shifted(Knob.Whole whole, double value) {
        return whole.most() - whole.least() > 500 ? Math.log(value - Math.min(0, whole.least()) + 1) : value;
    }

    private static double valueAt(Knob knob, double position) {
        if (knob instanceof Knob.Real real) {
            if (!real.logarithmic()) {
                return rounded(real.least() + position * (real.most() - real.least()), 2, real.least(), real.most());
            }
            double decades = Math.log10(real.most() / real.least());
            double exponent = Math.log10(real.least()) + position * decades;
            if (decades > LONG_RANGE) {
                return within(powerOfTen((int) Math.rint(exponent)), real.least(), real.most());
            }
            return rounded(Math.pow(10, exponent), 2, real.least(), real.most());
        } else if (knob instanceof Knob.Whole whole) {
            double least = shifted(whole, whole.least());
            double most = shifted(whole, whole.most());
            double at = least + position * (most - least);
            double value = whole.most() - whole.least() > 500 ? Math.exp(at) - 1 : at;
            double round = value >= 100 ? rounded(value, 2, whole.least(), whole.most()) : value;
            return within(Math.rint(round), whole.least(), whole.most());
        }
        throw new AssertionError(knob.key());
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** To that many significant digits, as the decimal nearest to it. */
    private static double rounded(double value, int digits, double least, double most) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value))) - digits + 1;
        double unit = Math.pow(10, Math.abs(exponent));
        double parts = exponent < 0 ? Math.rint(value * unit) / unit : Math.rint(value / unit) * unit;
        return within(parts, least, most);
    }

    private static double powerOfTen(int exponent) {
        return new JsDecimals().parse("1e" + exponent);
    }
}
