package dynlab.export;

import dynlab.experiment.Companion.Manner;
import dynlab.numeric.Numbers;
import dynlab.scene.Knob;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextStyle;
import dynlab.view.plot.DifferencePlot;
import dynlab.view.plot.LossPlot;
import dynlab.view.plot.ModePlot;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/** A few runs on one axis of time: what differs in their settings, when their errors part, and both as a picture. */
public final class Comparison {
    /** Errors have parted where they differ by more than this share of the first error. */
    public static final double PARTED = 0.05;

    private static final double HEAD = 8;
    private static final double LOSS = 220;
    private static final double APART = 170;
    private static final double NOTE = 16;
    private static final String LETTERS = "ABCD";

    private final List<Taken> taken;
    private final List<RunView> runs;

    private Comparison(List<Taken> taken, List<RunView> runs) {
        this.taken = List.copyOf(taken);
        this.runs = List.copyOf(runs);
    }

    /**
     * Makes the runs.
     *
     * @param taken two to four
     */
    public static Comparison of(List<Taken> taken) {
        List<RunView> runs = new ArrayList<>();
        for (Taken one : taken) {
            runs.add(SceneRun.story(one.experiment(), one.scene().world(one.config())));
        }
        return new Comparison(taken, runs);
    }

    /** "A", "B", "C" or "D". */
    public static String letter(int k) {
        return LETTERS.substring(k, k + 1);
    }

    /** What differs in the settings, in one sentence. */
    public String differs() {
        Taken first = taken.get(0);
        for (Taken other : taken) {
            if (!other.scene().id().equals(first.scene().id())
                    || first.scene().id().equals("file")) {
                return Words.say("export.comparison.other-lessons");
            }
        }
        List<String> differing = new ArrayList<>();
        for (Knob knob : first.scene().knobs()) {
            List<String> values = new ArrayList<>();
            boolean same = true;
            for (Taken one : taken) {
                values.add(value(one.config(), knob));
                same &= values.get(values.size() - 1).equals(values.get(0));
            }
            if (!same) {
                differing.add(Words.say("export.comparison.setting", knob.label(), Words.list(lettered(values))));
            }
        }
        return switch (differing.size()) {
            case 0 -> Words.say("export.comparison.same");
            case 1 -> Words.say("export.comparison.one-setting", differing.get(0));
            default ->
                Words.say(
                        "export.comparison.settings", Integer.toString(differing.size()), String.join("; ", differing));
        };
    }

    private static List<String> lettered(List<String> values) {
        List<String> said = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            said.add(Words.say("export.comparison.value", values.get(k), letter(k)));
        }
        return said;
    }

    private static String value(SceneConfig config, Knob knob) {
        if (knob instanceof Knob.Choice choice) {
            String word = config.choice(knob.key());
            for (Knob.Option option : choice.options()) {
                if (option.word().equals(word)) {
                    return option.label();
                }
            }
            return word;
        }
        return knob instanceof Knob.Text ? config.text(knob.key()) : Numbers.brief(config.real(knob.key()));
    }

    /** For each run but the longest, a sentence: from which step on its error is another one than that of the longest. */
    public List<String> parts() {
        List<String> sentences = new ArrayList<>();
        int against = longest();
        RunView first = runs.get(against);
        for (int k = 0; k < runs.size(); k++) {
            RunView other = runs.get(k);
            double[] apart = DifferencePlot.apart(first, other);
            int most = farthest(apart);
            if (k == against || most < 0) {
                continue;
            }
            int at = parted(apart);
            double step = other.steps()[most];
            sentences.add(
                    at < 0
                            ? Words.say(
                                    "export.comparison.never-part",
                                    letter(k),
                                    letter(against),
                                    Numbers.percent(Math.abs(apart[most])))
                            : Words.say(
                                    "export.comparison.part",
                                    letter(k),
                                    letter(against),
                                    Numbers.fixed(other.steps()[at], 0),
                                    Numbers.fixed(step, 0),
                                    Numbers.percent(other.loss()[most]),
                                    Numbers.percent(first.at(first.loss(), step))));
        }
        return sentences;
    }

    private String of(int k) {
        return taken.get(k).scene().id();
    }

    /** Which run has the most steps; the first of them. */
    private int longest() {
        int most = 0;
        for (int k = 1; k < runs.size(); k++) {
            most = runs.get(k).horizon() > runs.get(most).horizon() ? k : most;
        }
        return most;
    }

    /** The first record at which errors have parted, or −1. */
    static int parted(double[] apart) {
        for (int i = 0; i < apart.length; i++) {
            if (Math.abs(apart[i]) > PARTED) {
                return i;
            }
        }
        return -1;
    }

    private static int farthest(double[] apart) {
        int most = apart.length - 1;
        for (int i = 0; i < apart.length; i++) {
            most = Math.abs(apart[i]) > Math.abs(apart[most]) ? i : most;
        }
        return most;
    }

    /**
     * The errors of all on the axis of the longest; how far they are from that of the longest; and, of those that have modes as
     * it has, their strengths.
     */
    public String svg(Palette palette, double wide) {
        SvgPen pen = new SvgPen(palette);
        Frame frame = frame(Manner.PEER);
        double inside = wide - 2 * HEAD;
        new LossPlot(false).draw(pen, frame, new Box(HEAD, HEAD, inside, LOSS));
        new DifferencePlot().draw(pen, frame, new Box(HEAD, HEAD + LOSS, inside, APART));
        double end = HEAD + LOSS + APART;
        Frame modes = frame(Manner.RIVAL);
        if (!modes.rivals().isEmpty()) {
            new ModePlot().draw(pen, modes, new Box(HEAD, end + HEAD, inside, LOSS));
            pen.text(modesOf(modes), HEAD, end + HEAD + LOSS + NOTE, TextStyle.SMALL);
            end += HEAD + LOSS + NOTE + HEAD;
        }
        return pen.svg(wide, end + HEAD, differs() + " " + String.join(" ", parts()));
    }

    /** Which dash is which run. */
    private static String modesOf(Frame frame) {
        StringBuilder names = new StringBuilder();
        for (Frame.Rival rival : frame.rivals()) {
            names.append(names.length() == 0 ? "" : ", ").append(rival.name());
        }
        return Words.say("export.comparison.modes", frame.name(), names.toString());
    }

    /** The longest run rules the axis, the others stand beside it; those with other modes do not stand beside its modes. */
    private Frame frame(Manner manner) {
        int first = longest();
        int blocks = runs.get(first).blocks().size();
        List<Frame.Rival> rivals = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            boolean like = runs.get(k).blocks().size() == blocks && blocks > 0 && of(k).equals(of(first));
            if (k != first && (manner == Manner.PEER || like)) {
                rivals.add(new Frame.Rival(runs.get(k), letter(k), manner));
            }
        }
        RunView story = runs.get(first);
        // long after the end: all of it has happened, and the time cursor is out of the picture
        return Frame.of(story, 2 * story.horizon(), new Frame.Asked(0, 0), Layout.Kind.MEDIUM, true)
                .against(letter(first), rivals);
    }
}
