package dynlab.experiment.search;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.numeric.Matrix;
import dynlab.task.ContextPath;
import dynlab.task.ContextTask;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.ClaimWords;
import dynlab.theory.Judge;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the gated twins of context tasks by their shape, data and gates, whatever their nodes are called, and foretells them by their closed forms. */
public final class ContextTwins {
    private static final String KIND = "closed form";

    private final Experiment twin;
    private final ContextTask task;
    private final int size;

    private final Map<String, String> original;

    private ContextTwins(TwinShape shape, ContextTask task, int size) {
        twin = shape.twin();
        original = shape.original();
        this.task = task;
        this.size = size;
    }

    /** The twin that an experiment is, if it is a common path and one path for every set of so many contexts. */
    public static Optional<ContextTwins> of(Experiment experiment) {
        int count = experiment.contexts().size();
        if (count < ContextTask.FEWEST || count > ContextTask.MOST) {
            return Optional.empty();
        }
        Optional<TwinShape> shape = TwinShape.of(experiment);
        return shape.flatMap(found -> of(found, count));
    }

    private static Optional<ContextTwins> of(TwinShape shape, int count) {
        Experiment experiment = shape.twin();
        Optional<ContextTask> task = task(experiment);
        for (int size = count - 1; size >= 1 && task.isPresent(); size--) {
            if (gated(experiment, ContextPath.subsets(count, size))) {
                return Optional.of(new ContextTwins(shape, task.get(), size));
            }
        }
        return Optional.empty();
    }

    private static Optional<ContextTask> task(Experiment experiment) {
        List<ContextTask.Form> forms = new ArrayList<>();
        List<Context> contexts = experiment.contexts();
        double kappa = 0;
        for (int c = 0; c < contexts.size(); c++) {
            Matrix y = contexts.get(c).y().get("y");
            Matrix x = contexts.get(c).x().get("contexts");
            int rows = ContextTask.PROPERTIES * (contexts.size() + 1);
            if (y == null || x == null || y.rows() != rows || y.columns() != ContextTask.OBJECTS || x.rows() <= c) {
                return Optional.empty();
            }
            kappa = x.at(c, 0);
            for (ContextTask.Form form : ContextTask.Form.values()) {
                if (forms.size() == c && holds(y, form.matrix(), ContextTask.PROPERTIES * (c + 1))) {
                    forms.add(form);
                }
            }
        }
        if (forms.size() < contexts.size() || !(kappa > 0)) {
            return Optional.empty();
        }
        ContextTask task = new ContextTask(forms, kappa);
        for (int c = 0; c < contexts.size(); c++) {
            Context context = contexts.get(c);
            boolean same = task.targets(c).equals(context.y().get("y"))
                    && task.contextInputs(c).equals(context.x().get("contexts"))
                    && task.objectInputs().equals(context.x().get("objects"));
            for (int n = 0; n < context.samples(); n++) {
                same &= context.weights()[n] == 1;
            }
            if (!same) {
                return Optional.empty();
            }
        }
        return Optional.of(task);
    }

    private static boolean holds(Matrix y, Matrix block, int from) {
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.columns(); j++) {
                if (y.at(from + i, j) != block.at(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean gated(Experiment experiment, List<List<Integer>> sets) {
        Architecture graph = experiment.architecture();
        // objects, contexts, the common path, one node a set, y; each gated path has two edges, the common one three
        boolean fits = graph.nodes().size() == 4 + sets.size() && graph.edges().size() == 3 + 2 * sets.size();
        for (int p = 1; p <= sets.size() && fits; p++) {
            fits = graph.edge("objects>h" + p).isPresent()
                    && graph.edge("h" + p + ">y").isPresent();
        }
        for (int c = 0; c < experiment.contexts().size() && fits; c++) {
            var gates = experiment.contexts().get(c).gates();
            fits = gates.node("h0") == 1;
            for (int p = 1; p <= sets.size(); p++) {
                fits &= gates.node("h" + p) == (sets.get(p - 1).contains(c) ? 1 : 0);
            }
        }
        return fits;
    }

    /** Loss and strengths at the recorded steps; {@code |B|} of an edge {@code hp>y} is the root of its path's strength. */
    public Prediction predict(int[] steps) {
        TwinTheory theory = TwinTheory.of(task, size, twin, steps);
        Map<String, Matrix> strength = new LinkedHashMap<>();
        strength.put(edge("h0>y"), roots(theory.common()));
        for (int p = 0; p < theory.paths().size(); p++) {
            strength.put(edge("h" + (p + 1) + ">y"), roots(theory.paths().get(p)));
        }
        Claim claim = new Judge(List.of(
                        Assumption.measured(Premise.SHARED_FRAME, theory.offDiagonal()),
                        Assumption.fact(Premise.COMMON_PATH_FIRST, false)))
                .claim(KIND, Claim.Of.STEPS);
        Badge badge = new Badge(Badge.Grade.APPROXIMATE, ClaimWords.reason(claim), theory.offDiagonal());
        return new Prediction(
                        claim, theory.offDiagonal(), theory.loss(), Optional.empty(), strength, List.of(), List.of())
                .reaching(Reach.of(badge, Phrase.of("claim.unsearched.closed-form")));
    }

    /** The id in the experiment of an edge of its shape. */
    private String edge(String id) {
        return original.getOrDefault(id, id);
    }

    private static Matrix roots(Matrix strengths) {
        double[] values = strengths.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(Math.max(0, values[i]));
        }
        return Matrix.of(strengths.rows(), strengths.columns(), values);
    }
}
