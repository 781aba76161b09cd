package dynlab.export;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Runner;
import dynlab.learning.Batch;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All that a program needs to make a run anew: the samples of all trained contexts side by side, so that a gate is one number
 * a column, and what a context does not train weighs nothing.
 *
 * @param experiment what is run
 * @param weights the first weights, one matrix an edge
 * @param contexts numbers of the trained contexts in the experiment
 * @param first first column of each of them, and one past the last of all
 * @param rerun the loss to be met
 * @param link where the run is shown, or nothing
 */
public record Blueprint(
        Experiment experiment, List<Matrix> weights, int[] contexts, int[] first, Rerun rerun, String link) {
    /** More numbers than this are no text that anybody reads. */
    public static final int MOST = 300_000;

    public Blueprint {
        weights = List.copyOf(weights);
        contexts = contexts.clone();
        first = first.clone();
    }

    @Override
    public int[] contexts() {
        return contexts.clone();
    }

    @Override
    public int[] first() {
        return first.clone();
    }

    /**
     * Makes the run and gathers its data.
     *
     * @param link where the run is shown, or nothing
     * @throws Refused if there are too many numbers for a program
     */
    public static Blueprint of(Experiment experiment, String link) {
        List<Integer> trained = new ArrayList<>();
        int[] first = new int[experiment.contexts().size() + 1];
        double numbers = 0;
        for (int c = 0; c < experiment.contexts().size(); c++) {
            Context context = experiment.contexts().get(c);
            if (context.train()) {
                first[trained.size() + 1] = first[trained.size()] + context.samples();
                trained.add(c);
            }
        }
        Architecture architecture = experiment.architecture();
        double columns = first[trained.size()];
        for (Node node : architecture.nodes()) {
            numbers += node.role() == Role.HIDDEN ? 0 : node.width() * columns;
        }
        List<Matrix> weights = Runner.initialWeights(experiment);
        for (int e = 0; e < weights.size(); e++) {
            double size = architecture.rows(e);
            numbers += architecture.owns(e) ? size * architecture.columns(e) : 0;
        }
        if (numbers > MOST) {
            throw new Refused(
                    "program",
                    "would hold more than 300,000 numbers of data and weights; take the experiment file, which \"run\" takes");
        }
        int[] contexts = trained.stream().mapToInt(Integer::intValue).toArray();
        return new Blueprint(
                experiment, weights, contexts, Arrays.copyOf(first, contexts.length + 1), Rerun.of(experiment), link);
    }

    Architecture architecture() {
        return experiment.architecture();
    }

    Node node(int v) {
        return architecture().nodes().get(v);
    }

    /** Number of all trained samples. */
    int columns() {
        return first[contexts.length];
    }

    /** The steps that a program makes: up to the last recorded loss. */
    int steps() {
        int[] steps = rerun.steps();
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    private Context context(int c) {
        return experiment.contexts().get(contexts[c]);
    }

    /** Data of input node {@code v}, width × all samples. */
    Matrix x(int v) {
        return sideBySide(v, true);
    }

    /** Targets of output node {@code v}, 0 where it has none. */
    Matrix y(int v) {
        return sideBySide(v, false);
    }

    private Matrix sideBySide(int v, boolean input) {
        int width = node(v).width();
        double[] all = new double[width * columns()];
        for (int c = 0; c < contexts.length; c++) {
            Matrix part = (input ? context(c).x() : context(c).y()).get(node(v).id());
            for (int i = 0; part != null && i < width; i++) {
                System.arraycopy(part.row(i), 0, all, i * columns() + first[c], part.columns());
            }
        }
        return Matrix.of(width, columns(), all);
    }

    /** Whether context {@code c} of the trained ones has a target for node {@code v}. */
    boolean aims(int c, int v) {
        return context(c).y().containsKey(node(v).id());
    }

    /** Whether some trained context has a target for node {@code v}. */
    boolean aims(int v) {
        for (int c = 0; c < contexts.length; c++) {
            if (aims(c, v)) {
                return true;
            }
        }
        return false;
    }

    /** What each sample weighs at output node {@code v}; 0 where it has no target. */
    double[] weight(int v) {
        double[] all = new double[columns()];
        for (int c = 0; c < contexts.length; c++) {
            if (aims(c, v)) {
                System.arraycopy(
                        context(c).weights(), 0, all, first[c], context(c).samples());
            }
        }
        return all;
    }

    /** The gate of node {@code v} on every sample, if one is not 1. */
    Optional<double[]> nodeGate(int v) {
        return gates(context -> context.gates().node(node(v).id()));
    }

    /** The gate of edge {@code e} on every sample, if one is not 1. */
    Optional<double[]> edgeGate(int e) {
        String id = architecture().edges().get(e).id();
        return gates(context -> context.gates().edge(id));
    }

    private Optional<double[]> gates(ToDoubleFunction<Context> gate) {
        double[] all = new double[columns()];
        boolean open = true;
        for (int c = 0; c < contexts.length; c++) {
            double g = gate.applyAsDouble(context(c));
            open &= g == 1;
            Arrays.fill(all, first[c], first[c + 1], g);
        }
        return open ? Optional.empty() : Optional.of(all);
    }

    /** The number in the experiment of the context of every sample. */
    double[] contextOf() {
        double[] all = new double[columns()];
        for (int c = 0; c < contexts.length; c++) {
            Arrays.fill(all, first[c], first[c + 1], contexts[c]);
        }
        return all;
    }

    /** The batches, where a step looks at some samples only. */
    Optional<Batch> batch() {
        return experiment.training().method().batch().filter(batch -> batch.size() < columns());
    }

    /** Whether some trained context is trained for a part of the run only. */
    boolean periods() {
        for (int c = 0; c < contexts.length; c++) {
            if (context(c).during().isPresent()) {
                return batch().isEmpty();
            }
        }
        return false;
    }

    /** Such as {@code first column, one past the last, first step, one past the last} of a context with a period. */
    List<int[]> during() {
        List<int[]> all = new ArrayList<>();
        for (int c = 0; c < contexts.length; c++) {
            int from = first[c];
            int to = first[c + 1];
            context(c).during().ifPresent(period -> all.add(new int[] {from, to, period.from(), period.to()}));
        }
        return all;
    }

    /** Which group of learned gates node {@code v} is in, or −1. */
    int group(int v) {
        for (int k = 0; k < experiment.extras().gates().size(); k++) {
            if (experiment.extras().gates().get(k).nodes().contains(node(v).id())) {
                return k;
            }
        }
        return -1;
    }
}
