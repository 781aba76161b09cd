package dynlab.view.lesson;

import dynlab.architecture.Activation;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.learning.Batch;
import dynlab.learning.Init;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.Loss;
import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes that can be tapped on and off, together. */
public final class ChangeChips implements View {
    private static final String[] WORDS = {
        "momentum",
        "nesterov",
        "batches",
        "single",
        "noise",
        "decay",
        "tanh",
        "relu",
        "leaky",
        "bias",
        "layers",
        "four",
        "one",
        "entropy",
        "feedback",
        "tiny",
        "he"
    };
    private static final String[] LABELS = {
        Words.say("lesson.change-chips.momentum"),
        "Nesterov",
        Words.say("lesson.change-chips.batches"),
        Words.say("lesson.change-chips.one-at-a-time"),
        Words.say("lesson.change-chips.label-noise"),
        Words.say("lesson.change-chips.weight-decay"),
        "tanh",
        "ReLU",
        Words.say("lesson.change-chips.leaky"),
        Words.say("lesson.change-chips.bias"),
        Words.say("lesson.change-chips.three-layers"),
        Words.say("lesson.change-chips.four-layers"),
        Words.say("lesson.change-chips.one-layer"),
        Words.say("lesson.change-chips.cross-entropy"),
        Words.say("lesson.change-chips.feedback"),
        Words.say("lesson.change-chips.tiny-start"),
        Words.say("lesson.change-chips.large-start-he")
    };
    /** Of changes with the same number only one can be chosen; 0: any. */
    private static final int[] INSTEAD = {1, 1, 2, 2, 0, 0, 3, 3, 3, 0, 4, 4, 4, 0, 0, 5, 5};

    /** Usual starts are larger than this, and a thousandth of them smaller. */
    private static final double TINY = 1e-4;

    private static final int ROWS = (WORDS.length + 1) / 2;
    private static final double HIGH = 30;
    private static final double GAP = 5;

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String title() {
        return Words.say("lesson.change-chips.do-you-change");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.change-chips.tap-them-together");
    }

    private static Box chip(Box space, int k) {
        boolean last = k == WORDS.length - 1;
        double wide = last ? space.w() : (space.w() - GAP) / 2;
        double high = Math.min(HIGH, (space.h() - 8) / ROWS - GAP);
        int row = k / 2;
        return new Box(space.x() + k % 2 * (wide + GAP) * (last ? 0 : 1), space.y() + row * (high + GAP), wide, high);
    }

    /** The changes of a run, read off what it is. */
    private static List<String> chosen(Frame frame) {
        Experiment run = frame.story().experiment();
        List<String> chosen = new ArrayList<>();
        Method method = run.training().method();
        add(chosen, "momentum", method.update().kind() == UpdateRule.Kind.HEAVY_BALL);
        add(chosen, "nesterov", method.update().kind() == UpdateRule.Kind.NESTEROV);
        add(chosen, "decay", method.update().weightDecay() > 0);
        int batch = method.batch().map(Batch::size).orElse(0);
        add(chosen, "batches", batch > 1);
        add(chosen, "single", batch == 1);
        add(chosen, "noise", method.noise().isPresent());
        add(chosen, "entropy", method.loss() == Loss.SOFTMAX_CROSS_ENTROPY);
        add(chosen, "feedback", method.rule().kind() == LearningRule.Kind.FEEDBACK_ALIGNMENT);
        int hidden = 0;
        for (Node node : run.architecture().nodes()) {
            hidden += node.role() == Role.HIDDEN ? 1 : 0;
            add(chosen, "tanh", node.activation() == Activation.TANH && hidden == 1);
            add(chosen, "relu", node.activation() == Activation.RELU && hidden == 1);
            add(chosen, "leaky", node.activation() == Activation.LEAKY_RELU && hidden == 1);
        }
        add(chosen, "bias", run.architecture().biased());
        add(chosen, "layers", hidden == 2);
        add(chosen, "four", hidden == 3);
        add(chosen, "one", hidden == 0);
        boolean drawn = run.start() instanceof Start.Drawn;
        Init init = drawn ? ((Start.Drawn) run.start()).init() : new Init.Gaussian(1, 0);
        add(chosen, "he", init instanceof Init.Overridden);
        add(chosen, "tiny", init instanceof Init.Gaussian gaussian && gaussian.sigma() < TINY);
        return chosen;
    }

    private static void add(List<String> chosen, String word, boolean is) {
        if (is && !chosen.contains(word)) {
            chosen.add(word);
        }
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<String> on = chosen(frame);
        for (int k = 0; k < WORDS.length; k++) {
            Box chip = chip(space, k);
            boolean taken = on.contains(WORDS[k]);
            if (taken) {
                pen.rect(chip, 5, Paint.of(Ink.INK));
            }
            pen.frame(chip.inset(0.5, 0.5, 0.5, 0.5), 5, Stroke.of(taken ? Ink.INK : Ink.LINE_2, Weight.HAIR));
            TextStyle style = TextStyle.NAME.ink(taken ? Ink.BG : Ink.INK).strong(taken);
            if (pen.width(LABELS[k], style) <= chip.w() - 14) {
                pen.textIfFree(LABELS[k], chip.x() + 9, chip.middleY() + 4, style);
            }
        }
    }

    @Override
    public Optional<Grip> grip(Pen pen, Frame frame, Box box, double px, double py) {
        Box space = Heads.room(frame, box);
        for (int k = 0; k < WORDS.length; k++) {
            if (chip(space, k).contains(px, py)) {
                List<String> next = new ArrayList<>(chosen(frame));
                boolean taken = next.contains(WORDS[k]);
                for (int j = 0; j < WORDS.length; j++) {
                    if (j == k || INSTEAD[k] > 0 && INSTEAD[j] == INSTEAD[k]) {
                        next.remove(WORDS[j]);
                    }
                }
                if (!taken) {
                    next.add(WORDS[k]);
                }
                return Optional.of(Grip.choosing("changes", String.join(",", next)));
            }
        }
        return Optional.empty();
    }

    /** What is changed. */
    @Override
    public String reading(Frame frame) {
        List<String> chosen = chosen(frame);
        StringBuilder words = new StringBuilder();
        for (int k = 0; k < WORDS.length; k++) {
            words.append(chosen.contains(WORDS[k]) ? "\n" + LABELS[k] : "");
        }
        return words.length() == 0 ? Words.say("lesson.change-chips.nothing") : words.toString();
    }
}
