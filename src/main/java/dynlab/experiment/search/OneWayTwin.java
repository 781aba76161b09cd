package dynlab.experiment.search;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.ReluLayers;
import dynlab.learning.CoupledPaths;
import dynlab.network.Extras;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPath;
import dynlab.task.ContextTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The gated twin of a {@link ContextTask} as its authors train it: the common path does not feel the others. This is the
 * coupling that the closed forms of {@code theory.ContextTheory} describe.
 */
public final class OneWayTwin {
    private final List<ContextPath> gated;
    private final Network gatedPaths;
    private final CoupledPaths paths;
    private final List<Matrix> commonStart;
    private final List<List<Matrix>> gatedStart = new ArrayList<>();

    /**
     * Draws N(0, sigma²) weights.
     *
     * @param paths the common path first
     * @param learningRate η
     */
    public OneWayTwin(ContextTask task, List<ContextPath> paths, double sigma, int seed, double learningRate) {
        gated = paths.subList(1, paths.size());
        Rng rng = new Rng(seed);
        commonStart = List.of(
                gaussian(rng, paths.get(0).width(), task.inputs(), sigma),
                gaussian(rng, task.outputs(), paths.get(0).width(), sigma));
        int units = gated.stream().mapToInt(ContextPath::width).sum();
        double[] first = new double[units * task.inputs()];
        double[] second = new double[task.outputs() * units];
        double[] gates = new double[units * task.samples()];
        double[] reads = new double[units * task.inputs()];
        int at = 0;
        for (ContextPath path : gated) {
            Matrix w1 = gaussian(rng, path.width(), ContextTask.OBJECTS, sigma);
            Matrix w2 = gaussian(rng, task.outputs(), path.width(), sigma);
            gatedStart.add(List.of(w1, w2));
            for (int u = 0; u < path.width(); u++) {
                for (int o = 0; o < ContextTask.OBJECTS; o++) {
                    first[(at + u) * task.inputs() + o] = w1.at(u, o);
                    reads[(at + u) * task.inputs() + o] = 1;
                }
                for (int i = 0; i < task.outputs(); i++) {
                    second[i * units + at + u] = w2.at(i, u);
                }
                for (int n = 0; n < task.samples(); n++) {
                    gates[(at + u) * task.samples() + n] = path.on(n / ContextTask.OBJECTS) ? 1 : 0;
                }
            }
            at += path.width();
        }
        gatedPaths = network(
                task,
                units,
                List.of(Matrix.of(units, task.inputs(), first), Matrix.of(task.outputs(), units, second)),
                Matrix.of(units, task.samples(), gates));
        gatedPaths.restrict(0, Matrix.of(units, task.inputs(), reads));
        double[] open = new double[paths.get(0).width() * task.samples()];
        Arrays.fill(open, 1);
        Network common = network(
                task, paths.get(0).width(), commonStart, Matrix.of(paths.get(0).width(), task.samples(), open));
        this.paths = new CoupledPaths(common, gatedPaths, task.y().toArray(), learningRate);
    }

    /** All samples as one context, with gates of the hidden units that stay. */
    private static Network network(ContextTask task, int units, List<Matrix> weights, Matrix gates) {
        Context all = Context.open("all", task.samples(), Map.of("x", task.x()), Map.of("y", task.y()));
        Architecture relu = ContextGraphs.relu(task, units).architecture();
        Network network = new Network(relu, List.of(all), weights, Extras.NONE, Network.Setting.PLAIN.giving());
        network.setGates(ReluLayers.of(relu).get(0), gates);
        return network;
    }

    private static Matrix gaussian(Rng rng, int rows, int columns, double sigma) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = sigma * rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    /** Initial W1 and W2 of the common path. */
    public List<Matrix> commonStart() {
        return commonStart;
    }

    /** Initial W1 (objects only) and W2 of gated path {@code p}, from 0. */
    public List<Matrix> gatedStart(int p) {
        return gatedStart.get(p);
    }

    /** The loss of all paths together; to be asked for before every {@link #step}. */
    public double loss() {
        return paths.loss();
    }

    /** One update of all paths. */
    public void step() {
        paths.step();
    }

    /** The present map of gated path {@code p} from objects to outputs, W2 W1. */
    public Matrix map(int p) {
        int from = 0;
        for (int q = 0; q < p; q++) {
            from += gated.get(q).width();
        }
        int width = gated.get(p).width();
        Matrix w1 = gatedPaths.weight(0);
        Matrix w2 = gatedPaths.weight(1);
        double[] first = new double[width * ContextTask.OBJECTS];
        double[] second = new double[w2.rows() * width];
        for (int u = 0; u < width; u++) {
            for (int o = 0; o < ContextTask.OBJECTS; o++) {
                first[u * ContextTask.OBJECTS + o] = w1.at(from + u, o);
            }
            for (int i = 0; i < w2.rows(); i++) {
                second[i * width + u] = w2.at(i, from + u);
            }
        }
        return Matrix.of(w2.rows(), width, second).times(Matrix.of(width, ContextTask.OBJECTS, first));
    }
}
