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
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of inputs and targets. */
public final class DataEdit {
    private DataEdit() {}

    /** A task that is put into a context. */
    public enum Task {
        HIERARCHY,
        XOR,
        RANDOM;

        /** What the menu says. */
        public Phrase title() {
            return switch (this) {
                case HIERARCHY -> Phrase.of("drawing.task.hierarchy");
                case XOR -> Phrase.of("drawing.task.xor");
                case RANDOM -> Phrase.of("drawing.task.random");
            };
        }
    }

    private static final Phrase NEGATIVE = Phrase.of("drawing.negative-target");

    private static boolean entropic(Drawing drawing) {
        return drawing.settings().learning().method().loss() == Loss.SOFTMAX_CROSS_ENTROPY
                && drawing.hasNegativeTargets();
    }

    private static Optional<Phrase> wrong(Drawing drawing, int index, String id) {
        if (index < 0 || index >= drawing.contexts().size()) {
            return Optional.of(Phrase.of("drawing.no-context"));
        }
        Optional<Placed> placed = drawing.node(id);
        if (placed.isEmpty()) {
            return Optional.of(Phrase.of("drawing.no-layer"));
        }
        return placed.get().role() == Role.HIDDEN
                ? Optional.of(Phrase.of("drawing.hidden-data", Argument.name(id)))
                : Optional.empty();
    }

    /** Other data for an input or output; refused where those of another layer would have to be cut or filled. */
    public static Outcome set(Drawing drawing, int index, String id, Matrix matrix) {
        return set(drawing, index, id, matrix, false);
    }

    private static Outcome set(Drawing drawing, int index, String id, Matrix matrix, boolean fits) {
        Optional<Phrase> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        Placed placed = drawing.node(id).orElseThrow();
        if (matrix.rows() != placed.width()) {
            return Outcome.refused(
                    drawing,
                    Phrase.of(
                            "drawing.rows",
                            Argument.name(id),
                            Argument.count(placed.width()),
                            Argument.count(matrix.rows())));
        }
        Context old = drawing.contexts().get(index);
        int samples = drawing.samples() - old.samples() + matrix.columns();
        if (matrix.columns() < 1 || samples > Drawing.MOST_SAMPLES) {
            return Outcome.refused(drawing, Phrase.of("drawing.samples", Argument.count(Drawing.MOST_SAMPLES)));
        }
        for (double value : matrix.toArray()) {
            if (!Double.isFinite(value)) {
                return Outcome.refused(drawing, Phrase.of("drawing.finite"));
            }
        }
        List<String> others = others(drawing, index, id);
        if (!fits && matrix.columns() != old.samples() && !others.isEmpty()) {
            return Outcome.refused(
                    drawing,
                    Phrase.of(
                            "drawing.other-samples",
                            Argument.count(matrix.columns()),
                            Argument.name(others.get(0)),
                            Argument.count(old.samples())));
        }
        if (drawing.data(index, id).filter(matrix::equals).isPresent()) {
            return Outcome.silent(drawing);
        }
        Drawing next = drawing.with(index, Data.set(old, id, placed.role(), matrix));
        if (entropic(next)) {
            return Outcome.refused(drawing, NEGATIVE);
        }
        return Outcome.done(
                next,
                Phrase.of(
                        "drawing.data-set",
                        Argument.name(id),
                        Argument.count(matrix.rows()),
                        Argument.count(matrix.columns()),
                        ContextEdit.name(drawing, index)));
    }

    /** Layers that have data in a context, but for that one. */
    public static List<String> others(Drawing drawing, int index, String id) {
        Context context = drawing.contexts().get(index);
        List<String> others = new ArrayList<>(context.x().keySet());
        others.addAll(context.y().keySet());
        others.remove(id);
        return others;
    }

    /**
     * A table as the data of an input or output, with the names that stand in it. The layer is resized, and the data of
     * others are cut at their end or filled with zeros, only where that is asked for.
     */
    public static Outcome table(Drawing drawing, int index, String id, LayerTable table) {
        Optional<Phrase> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        Drawing wide = drawing;
        if (table.resizes()) {
            Outcome resized = GraphEdit.resize(drawing, id, table.matrix().rows());
            if (!resized.done()) {
                return resized;
            }
            wide = resized.drawing();
        }
        Outcome set = set(wide, index, id, table.matrix(), table.fits());
        if (!set.done()) {
            return new Outcome(drawing, set.why(), set.said());
        }
        Drawing next = set.drawing();
        if (!table.units().isEmpty()) {
            List<Placed> nodes = new ArrayList<>();
            for (Placed placed : next.nodes()) {
                nodes.add(placed.id().equals(id) ? placed.with(placed.node().calling(table.units())) : placed);
            }
            next = next.graph(nodes, next.edges());
        }
        if (!table.samples().isEmpty()) {
            next = next.with(index, next.contexts().get(index).calling(table.samples()));
        }
        return Outcome.done(
                next,
                Phrase.of(
                        "drawing.data-set",
                        Argument.name(id),
                        Argument.count(table.matrix().rows()),
                        Argument.count(table.matrix().columns()),
                        ContextEdit.name(drawing, index)));
    }

    /** One number. */
    public static Outcome cell(Drawing drawing, int index, String id, int row, int sample, double value) {
        Optional<Phrase> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        int width = drawing.node(id).orElseThrow().width();
        Matrix old = drawing.data(index, id)
                .orElseGet(
                        () -> Matrix.zero(width, drawing.contexts().get(index).samples()));
        if (row < 0 || row >= old.rows() || sample < 0 || sample >= old.columns()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-cell"));
        }
        return set(drawing, index, id, Data.with(old, row, sample, value));
    }

    /** Takes the data away: the input is silent, or the output is not asked. */
    public static Outcome clear(Drawing drawing, int index, String id) {
        Optional<Phrase> wrong = wrong(drawing, index, id);
        if (wrong.isPresent()) {
            return Outcome.refused(drawing, wrong.get());
        }
        if (drawing.data(index, id).isEmpty()) {
            return Outcome.silent(drawing);
        }
        Context c = drawing.contexts().get(index);
        Map<String, Matrix> x = new LinkedHashMap<>(c.x());
        Map<String, Matrix> y = new LinkedHashMap<>(c.y());
        x.remove(id);
        y.remove(id);
        return Outcome.done(
                drawing.with(index, c.holding(x, y)),
                Phrase.of("drawing.data-cleared", Argument.name(id), ContextEdit.name(drawing, index)));
    }

    /** The weight of every sample of a context. */
    public static Outcome weigh(Drawing drawing, int index, double weight) {
        if (index < 0 || index >= drawing.contexts().size()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-context"));
        }
        if (!(weight >= 0 && weight <= 1e6)) {
            return Outcome.refused(drawing, Phrase.of("drawing.weight-range"));
        }
        Context c = drawing.contexts().get(index);
        double[] weights = new double[c.samples()];
        Arrays.fill(weights, weight);
        if (Arrays.equals(weights, c.weights())) {
            return Outcome.silent(drawing);
        }
        return Outcome.done(
                drawing.with(index, c.weighing(weights)),
                Phrase.of("drawing.weighed", ContextEdit.name(drawing, index), Argument.name(Numbers.precise(weight))));
    }

    /**
     * Puts a task into every input and output of a context, or of all.
     *
     * @param index the context, or −1 for all
     */
    public static Outcome task(Drawing drawing, int index, Task task) {
        if (index < -1 || index >= drawing.contexts().size()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-context"));
        }
        if (task == Task.XOR && drawing.nodes().stream().anyMatch(DataEdit::unfitForXor)) {
            return Outcome.refused(drawing, Phrase.of("drawing.xor-widths"));
        }
        int widest = 1;
        for (Placed placed : drawing.nodes(Role.INPUT)) {
            widest = Math.max(widest, placed.width());
        }
        int samples = task == Task.XOR ? 4 : widest;
        if ((double) samples * drawing.contexts().size() > Drawing.MOST_SAMPLES) {
            return Outcome.refused(drawing, Phrase.of("drawing.most-samples", Argument.count(Drawing.MOST_SAMPLES)));
        }
        List<Context> contexts = new ArrayList<>(drawing.contexts());
        for (int c = 0; c < contexts.size(); c++) {
            if (index < 0 || index == c) {
                // other samples: the names were those of the old ones
                Context next = Data.sized(contexts.get(c), samples).calling(List.of());
                Rng rng = new Rng(drawing.settings().seedBits() + c);
                for (Placed placed : drawing.nodes()) {
                    if (placed.role() != Role.HIDDEN) {
                        next = Data.set(next, placed.id(), placed.role(), matrix(task, placed, samples, rng));
                    }
                }
                contexts.set(c, next);
            }
        }
        return Outcome.done(drawing.with(contexts), Phrase.of("drawing.task-set", Argument.of(task.title())));
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
            return Outcome.refused(drawing, Phrase.of("drawing.settings-range"));
        }
        UpdateRule rule = s.learning().update();
        if (!(rule.beta() >= 0 && rule.beta() < 1 && rule.weightDecay() >= 0 && rule.weightDecay() <= 1e6)) {
            return Outcome.refused(drawing, Phrase.of("drawing.momentum-range"));
        }
        if (entropic(drawing.with(s))) {
            return Outcome.refused(drawing, NEGATIVE);
        }
        if (s.begin() == Settings.Begin.KEPT && drawing.kept().isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.kept-start"));
        }
        return s.equals(drawing.settings())
                ? Outcome.silent(drawing)
                : Outcome.done(drawing.with(s), Phrase.of("drawing.settings"));
    }
}
