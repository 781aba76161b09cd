package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.LinearMap;
import dynlab.network.Measured;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.theory.modes.Modes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Watches a run and keeps what its plan asks for. Never touches the weights.
 *
 * <p>An adaptive plan moves along {@code q(k) = k / steps + Σ |ΔL| / L(0)} and records whenever q has grown by
 * {@code 2 / MOST}: a falling loss has q ≤ 2, so plateaus get few records and drops many. When an oscillating loss makes
 * more, every second record is dropped and the spacing doubled; memory above {@link #MOST_NUMBERS} numbers is thinned
 * the same way.
 */
final class Recorder {
    /** A trajectory holds at most 64 MB. */
    static final int MOST_NUMBERS = 8_000_000;

    private final Experiment experiment;
    private final Network network;
    private final Optional<Measured> measured;
    private final Optional<Modes> modes;
    private final List<String> notes = new ArrayList<>();
    private final Map<SeriesKey, Growing> series = new LinkedHashMap<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final int most;
    private double spacing;
    private double travelled;
    private double travelledAtRecord;
    private double lastLoss = Double.NaN;
    private double firstLoss;
    private int nextListed;

    /** One matrix a record. */
    private record Growing(int rows, int columns, List<double[]> values) {}

    /** Hidden layers at the step that is being recorded. */
    private Optional<Tuning> tuning = Optional.empty();

    /**
     * @param modes the data's modes, where the graph is one linear map
     */
    Recorder(Experiment experiment, Network network, Optional<Modes> modes) {
        this.experiment = experiment;
        this.network = network;
        Architecture architecture = experiment.architecture();
        Optional<String> obstacle = LinearMap.obstacle(architecture, experiment.contexts());
        boolean asksMap = wants(Quantity.MODE_STRENGTH) || wants(Quantity.MAP_SINGULAR_VALUES);
        if (asksMap && obstacle.isPresent()) {
            notes.add("mode_strength and map_singular_values need one input, one output, linear nodes and gates 1: "
                    + obstacle.get());
        }
        this.modes = asksMap ? modes : Optional.empty();
        boolean asksActivity = wants(Quantity.CONTEXT_ERROR)
                || wants(Quantity.OUTPUTS)
                || wants(Quantity.SIMILARITY)
                || wants(Quantity.TUNING)
                || wants(Quantity.SHARING);
        measured = asksActivity ? Optional.of(new Measured(network, experiment.contexts())) : Optional.empty();
        layOut(architecture);
        int size = 1;
        for (Growing growing : series.values()) {
            size += growing.rows * growing.columns;
        }
        most = Math.max(8, Math.min(RecordPlan.When.Adaptive.MOST, MOST_NUMBERS / size));
        spacing = 2.0 / (most - 2);
    }

    private boolean wants(Quantity quantity) {
        return experiment.record().quantities().contains(quantity);
    }

    private void layOut(Architecture architecture) {
        int contexts = experiment.contexts().size();
        if (wants(Quantity.CONTEXT_ERROR)) {
            add(SeriesKey.of(Quantity.CONTEXT_ERROR), 1, contexts);
        }
        if (wants(Quantity.SINGULAR_VALUES)) {
            for (int e = 0; e < architecture.edges().size(); e++) {
                add(
                        new SeriesKey(Quantity.SINGULAR_VALUES, e, 0),
                        1,
                        Math.min(architecture.rows(e), architecture.columns(e)));
            }
        }
        for (int e = 0; wants(Quantity.WEIGHTS) && e < architecture.edges().size(); e++) {
            add(new SeriesKey(Quantity.WEIGHTS, e, 0), architecture.rows(e), architecture.columns(e));
        }
        for (int v = 0;
                wants(Quantity.INPUT_SIMILARITY) && v < architecture.nodes().size();
                v++) {
            int units = encoders(v).stream().mapToInt(architecture::columns).sum();
            if (units > 0) {
                add(new SeriesKey(Quantity.INPUT_SIMILARITY, v, 0), units, units);
            }
        }
        int samples = 0;
        for (Context context : experiment.contexts()) {
            samples += context.samples();
        }
        for (int v = 0; v < architecture.nodes().size(); v++) {
            Role role = architecture.nodes().get(v).role();
            if (wants(Quantity.SIMILARITY) && role == Role.HIDDEN) {
                add(new SeriesKey(Quantity.SIMILARITY, v, 0), samples, samples);
            }
            for (int c = 0; wants(Quantity.OUTPUTS) && role == Role.OUTPUT && c < contexts; c++) {
                add(
                        new SeriesKey(Quantity.OUTPUTS, c, v),
                        architecture.nodes().get(v).width(),
                        experiment.contexts().get(c).samples());
            }
        }
        layOutLayers(architecture, samples);
        int count = modes.map(Modes::count).orElse(0);
        if (count > 0 && wants(Quantity.MODE_STRENGTH)) {
            add(SeriesKey.of(Quantity.MODE_STRENGTH), 1, count);
        }
        if (count > 0 && wants(Quantity.MAP_SINGULAR_VALUES)) {
            add(SeriesKey.of(Quantity.MAP_SINGULAR_VALUES), 1, count);
        }
    }

    private void layOutLayers(Architecture architecture, int samples) {
        for (int v = 0; wants(Quantity.PATH_MAPS) && v < architecture.nodes().size(); v++) {
            if (PathMaps.isPath(architecture, v)) {
                add(
                        new SeriesKey(Quantity.PATH_MAPS, v, 0),
                        PathMaps.rows(architecture, v),
                        PathMaps.columns(architecture, v));
            }
        }
        int[] widths = Tuning.widths(architecture);
        for (int l = 0; l < widths.length; l++) {
            if (wants(Quantity.TUNING)) {
                add(new SeriesKey(Quantity.TUNING, l, 0), widths[l], samples + 1);
            }
            if (wants(Quantity.SHARING) && samples % experiment.contexts().size() == 0) {
                int numbers = Sharing.numbers(experiment.contexts().size());
                add(new SeriesKey(Quantity.SHARING, l, 0), 1, numbers);
            }
        }
    }

    private void add(SeriesKey key, int rows, int columns) {
        series.put(key, new Growing(rows, columns, new ArrayList<>()));
    }

    /** Records this step if the plan asks for it; called before the update, and once after the last. */
    void consider(int step, double loss) {
        if (step == 0) {
            firstLoss = loss;
        } else if (firstLoss > 0) {
            travelled += Math.min(1, Math.abs(loss - lastLoss) / firstLoss);
        }
        lastLoss = loss;
        if (asks(step)) {
            record(step, loss);
        }
    }

    private boolean asks(int step) {
        int last = experiment.training().steps();
        RecordPlan.When when = experiment.record().when();
        if (when instanceof RecordPlan.When.At at) {
            boolean listed = nextListed < at.steps().size() && at.steps().get(nextListed) == step;
            nextListed += listed ? 1 : 0;
            return listed;
        } else if (when instanceof RecordPlan.When.Every every) {
            return step % every.n() == 0 || step == last;
        }
        if (step == 0 || step == last || last < most) {
            travelledAtRecord = position(step);
            return true;
        }
        if (position(step) - travelledAtRecord < spacing) {
            return false;
        }
        if (steps.size() >= most - 1) {
            thin();
            return false;
        }
        travelledAtRecord = position(step);
        return true;
    }

    private double position(int step) {
        return travelled + step / (double) Math.max(1, experiment.training().steps());
    }

    private void thin() {
        spacing *= 2;
        keepEven(steps);
        keepEven(losses);
        for (Growing growing : series.values()) {
            keepEven(growing.values);
        }
    }

    private static <T> void keepEven(List<T> list) {
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i += 2) {
            kept.add(list.get(i));
        }
        list.clear();
        list.addAll(kept);
    }

    private void record(int step, double loss) {
        steps.add(step);
        losses.add(loss);
        measured.ifPresent(Measured::refresh);
        tuning = wants(Quantity.TUNING) || wants(Quantity.SHARING)
                ? Optional.of(Tuning.of(network, measured.orElseThrow(), experiment.contexts(), step, loss))
                : Optional.empty();
        Matrix map = modes.isPresent() ? LinearMap.total(network) : Matrix.zero(0, 0);
        series.forEach((key, growing) -> growing.values.add(measure(key, map)));
    }

    private double[] measure(SeriesKey key, Matrix map) {
        return switch (key.quantity()) {
            case SINGULAR_VALUES -> Svd.singularValues(network.weight(key.first()));
            case MODE_STRENGTH ->
                LinearMap.modeStrength(
                        modes.orElseThrow().u(), map, modes.orElseThrow().v());
            case MAP_SINGULAR_VALUES -> Svd.singularValues(map);
            case OUTPUTS ->
                measured.orElseThrow().activity(key.first(), key.second()).toArray();
            case SIMILARITY -> similarity(measured.orElseThrow(), key.first());
            case CONTEXT_ERROR -> contextErrors(measured.orElseThrow());
            case INPUT_SIMILARITY -> inputSimilarity(key.first());
            case WEIGHTS -> network.weight(key.first()).toArray();
            case PATH_MAPS -> PathMaps.of(network, key.first()).toArray();
            case TUNING -> withContributions(layer(key.first()));
            case SHARING ->
                Sharing.pack(
                        layer(key.first()).selectivity(experiment.contexts().size()));
            case LOSS, DISCOVERY, GATE_FITS -> throw new AssertionError("recorded by itself");
        };
    }

    private Tuning.Layer layer(int l) {
        return tuning.orElseThrow().layers().get(l);
    }

    private static double[] withContributions(Tuning.Layer layer) {
        Matrix h = layer.hidden();
        double[] all = new double[h.rows() * (h.columns() + 1)];
        for (int u = 0; u < h.rows(); u++) {
            System.arraycopy(h.row(u), 0, all, u * (h.columns() + 1), h.columns());
            all[u * (h.columns() + 1) + h.columns()] = layer.contributions()[u];
        }
        return all;
    }

    private double[] contextErrors(Measured activities) {
        double[] errors = new double[experiment.contexts().size()];
        for (int c = 0; c < errors.length; c++) {
            errors[c] = activities.error(c);
        }
        return errors;
    }

    /** Edges from inputs into a hidden node. */
    private List<Integer> encoders(int node) {
        Architecture architecture = experiment.architecture();
        List<Integer> found = new ArrayList<>();
        for (int e : architecture.incoming(node)) {
            Role source = architecture.nodes().get(architecture.source(e)).role();
            Role target = architecture.nodes().get(node).role();
            if (source == Role.INPUT && target == Role.HIDDEN) {
                found.add(e);
            }
        }
        return found;
    }

    private double[] inputSimilarity(int node) {
        int width = experiment.architecture().nodes().get(node).width();
        List<Integer> encoders = encoders(node);
        int units =
                encoders.stream().mapToInt(experiment.architecture()::columns).sum();
        double[] all = new double[width * units];
        int at = 0;
        for (int e : encoders) {
            Matrix weight = network.weight(e);
            for (int i = 0; i < width; i++) {
                System.arraycopy(weight.row(i), 0, all, i * units + at, weight.columns());
            }
            at += weight.columns();
        }
        Matrix w = Matrix.of(width, units, all);
        return w.transpose().times(w).toArray();
    }

    /** HᵀH over all samples of all contexts, in order. */
    private double[] similarity(Measured activities, int node) {
        int width = experiment.architecture().nodes().get(node).width();
        int samples = 0;
        List<Matrix> blocks = new ArrayList<>();
        for (int c = 0; c < experiment.contexts().size(); c++) {
            blocks.add(activities.activity(c, node));
            samples += experiment.contexts().get(c).samples();
        }
        double[] all = new double[width * samples];
        int at = 0;
        for (Matrix block : blocks) {
            for (int i = 0; i < width; i++) {
                System.arraycopy(block.row(i), 0, all, i * samples + at, block.columns());
            }
            at += block.columns();
        }
        Matrix h = Matrix.of(width, samples, all);
        return h.transpose().times(h).toArray();
    }

    /** What has been recorded so far. */
    Trajectory trajectory(Optional<String> digest, OptionalInt divergedAt) {
        int[] at = new int[steps.size()];
        double[] loss = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = steps.get(i);
            loss[i] = losses.get(i);
        }
        Map<SeriesKey, Series> done = new LinkedHashMap<>();
        series.forEach((key, growing) -> {
            int size = growing.rows * growing.columns;
            double[] values = new double[size * at.length];
            for (int i = 0; i < at.length; i++) {
                System.arraycopy(growing.values.get(i), 0, values, i * size, size);
            }
            done.put(key, new Series(growing.rows, growing.columns, values));
        });
        return new Trajectory(experiment.training().dt(), at, loss, done, notes, digest, divergedAt);
    }
}
