package dynlab.drawing;

import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.learning.UpdateRule;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Rng;
import dynlab.numeric.Seeds;
import dynlab.task.Xor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of inputs and targets. */
public final class DataEdit {
    private DataEdit() {}

    /** A task that is put into a context. {@link #title} is what the menu says. */
    public enum Task {
        HIERARCHY("tree of living things"),
        XOR("exclusive or"),
        RANDOM("random targets");

        private final String title;

        Task(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private static final String NEGATIVE = "Cross-entropy takes targets of at least 0, and there is a negative one.";

    private static boolean entropic(Drawing drawing) {
        return drawing.settings().learning().method().loss() == Loss.SOFTMAX_CROSS_ENTROPY && drawing.hasNegativeTargets();
    }

    private static Optional<String> wrong(Drawing drawing, int index, String id) {
        if (index < 0 || index >= drawing.contexts().size()) {
            return Optional.of("There is no such context.");
        }
        Optional<Placed> placed = drawing.node(id);
        if (placed.isEmpty()) {
            return Optional.of("There is no such layer.");
        }
        return placed.get().role() == Role.HIDDEN
                ? Optional.of(id + " is hidden; only inputs and outputs have data.")
                : Optional.empty();
    }

    /** Other data for an input or output; the context gets as many samples as they have columns. */
    public static Outcome set(Drawing drawing, int index, String id, Matrix matrix) {
        Optional<String> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        Placed placed = drawing.node(id).orElseThrow();
        if (matrix.rows() != placed.width()) {
            return Outcome.refused(
                    drawing,
                    id + " has " + Counts.of(placed.width(), "unit") + " and takes as many rows; the matrix has "
                            + matrix.rows() + ".");
        }
        Context old = drawing.contexts().get(index);
        int samples = drawing.samples() - old.samples() + matrix.columns();
        if (matrix.columns() < 1 || samples > Drawing.MOST_SAMPLES) {
            return Outcome.refused(drawing, "A drawing has 1 to " + Drawing.MOST_SAMPLES + " samples.");
        }
        for (double value : matrix.toArray()) {
            if (!Double.isFinite(value)) {
                return Outcome.refused(drawing, "Data are finite numbers.");
            }
        }
        if (drawing.data(index, id).filter(matrix::equals).isPresent()) {
            return Outcome.done(drawing, "");
        }
        Drawing next = drawing.with(index, Data.set(old, id, placed.role(), matrix));
        if (entropic(next)) {
            return Outcome.refused(drawing, NEGATIVE);
        }
        return Outcome.done(
                next,
                id + " has " + Counts.of(matrix.rows(), "row") + " and " + Counts.of(matrix.columns(), "sample")
                        + " in " + ContextEdit.name(drawing, index));
    }

    /** One number. */
    public static Outcome cell(Drawing drawing, int index, String id, int row, int sample, double value) {
        Optional<String> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        int width = drawing.node(id).orElseThrow().width();
        Matrix old = drawing.data(index, id)
                .orElseGet(
                        () -> Matrix.zero(width, drawing.contexts().get(index).samples()));
        if (row < 0 || row >= old.rows() || sample < 0 || sample >= old.columns()) {
            return Outcome.refused(drawing, "There is no such cell.");
        }
        return set(drawing, index, id, Data.with(old, row, sample, value));
    }

    /** Takes the data away: the input is silent, or the output is not asked. */
    public static Outcome clear(Drawing drawing, int index, String id) {
        Optional<String> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        if (drawing.data(index, id).isEmpty()) {
            return Outcome.done(drawing, "");
        }
        Context c = drawing.contexts().get(index);
        Map<String, Matrix> x = new LinkedHashMap<>(c.x());
        Map<String, Matrix> y = new LinkedHashMap<>(c.y());
        x.remove(id);
        y.remove(id);
        return Outcome.done(
                drawing.with(index, c.holding(x, y)), id + " has no data in " + ContextEdit.name(drawing, index));
    }

    /** The weight of every sample of a context. */
    public static Outcome weigh(Drawing drawing, int index, double weight) {
        if (index < 0 || index >= drawing.contexts().size()) {
            return Outcome.refused(drawing, "There is no such context.");
        }
        if (!(weight >= 0 && weight <= 1e6)) {
            return Outcome.refused(drawing, "A sample's weight is a number from 0 to a million.");
        }
        Context c = drawing.contexts().get(index);
        double[] weights = new double[c.samples()];
        Arrays.fill(weights, weight);
        if (Arrays.equals(weights, c.weights())) {
            return Outcome.done(drawing, "");
        }
        return Outcome.done(
                drawing.with(index, c.weighing(weights)),
                "samples of " + ContextEdit.name(drawing, index) + " weigh " + Numbers.precise(weight));
    }

    /**
     * Puts a task into every input and output of a context, or of all.
     *
     * @param index the context, or −1 for all
     */
    public static Outcome task(Drawing drawing, int index, Task task) {
        if (index < -1 || index >= drawing.contexts().size()) {
            return Outcome.refused(drawing, "There is no such context.");
        }
        if (task == Task.XOR && drawing.nodes().stream().anyMatch(DataEdit::unfitForXor)) {
            return Outcome.refused(drawing, "Exclusive or takes inputs of width 2 and outputs of width 1.");
        }
        int widest = 1;
        for (Placed placed : drawing.nodes(Role.INPUT)) {
            widest = Math.max(widest, placed.width());
        }
        int samples = task == Task.XOR ? 4 : widest;
        if ((double) samples * drawing.contexts().size() > Drawing.MOST_SAMPLES) {
            return Outcome.refused(drawing, "A drawing has at most " + Drawing.MOST_SAMPLES + " samples.");
        }
        List<Context> contexts = new ArrayList<>(drawing.contexts());
        for (int c = 0; c < contexts.size(); c++) {
            if (index < 0 || index == c) {
                // other samples: the names were those of the old ones
                Context next = Data.sized(contexts.get(c), samples).nameless();
                Rng rng = new Rng(drawing.settings().seedBits() + c);
                for (Placed placed : drawing.nodes()) {
                    if (placed.role() != Role.HIDDEN) {
                        next = Data.set(next, placed.id(), placed.role(), matrix(task, placed, samples, rng));
                    }
                }
                contexts.set(c, next);
            }
        }
        Drawing next = drawing.with(contexts);
        return entropic(next)
                ? Outcome.refused(drawing, NEGATIVE)
                : Outcome.done(next, "data: " + task.title());
    }

    private static boolean unfitForXor(Placed placed) {
        return placed.role() == Role.INPUT && placed.width() != 2
                || placed.role() == Role.OUTPUT && placed.width() != 1;
    }

    private static Matrix matrix(Task task, Placed placed, int samples, Rng rng) {
        boolean input = placed.role() == Role.INPUT;
        return switch (task) {
            case HIERARCHY -> input ? Data.identity(placed.width(), samples) : Data.hierarchy(placed.width(), samples);
            case XOR -> input ? Xor.inputs() : Xor.targets();
            case RANDOM -> input ? Data.identity(placed.width(), samples) : Data.random(placed.width(), samples, rng);
        };
    }

    /** Other settings. */
    public static Outcome train(Drawing drawing, Settings s) {
        boolean sound = s.steps() >= 1
                && s.steps() <= 1_000_000
                && s.dt() > 0
                && s.dt() <= 1e6
                && s.tau() >= 1e-6
                && s.tau() <= 1e6
                && s.size() >= 0
                && s.size() <= 1e6
                && s.seed() == Math.rint(s.seed())
                && s.seed() >= 0
                && s.seed() <= Seeds.MOST;
        if (!sound) {
            return Outcome.refused(
                    drawing,
                    "A run has 1 to 1000000 steps, dt and tau above 0, a start of at least 0, and a whole seed from 0 to 4294967295.");
        }
        UpdateRule rule = s.learning().update();
        if (!(rule.beta() >= 0 && rule.beta() < 1 && rule.weightDecay() >= 0 && rule.weightDecay() <= 1e6)) {
            return Outcome.refused(drawing, "Momentum is from 0 to less than 1, and weight decay at least 0.");
        }
        if (entropic(drawing.with(s))) {
            return Outcome.refused(drawing, NEGATIVE);
        }
        if (s.begin() == Settings.Begin.KEPT && drawing.kept().isEmpty()) {
            return Outcome.refused(drawing, "The graph has changed since it was opened; its start no longer fits.");
        }
        return s.equals(drawing.settings())
                ? Outcome.done(drawing, "")
                : Outcome.done(drawing.with(s), "settings changed");
    }
}
