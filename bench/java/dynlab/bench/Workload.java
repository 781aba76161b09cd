package dynlab.bench;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A workload as an experiment. Its file is a list of doubles: a header, then the tensors. Samples weigh 1/P, so that the
 * loss here, ½ Σ w |y − h|², is the bench's, 1/(2P) Σ |y − h|².
 */
final class Workload {
    private final double[] file;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Context> contexts = new ArrayList<>();
    private final List<Matrix> weights = new ArrayList<>();
    private int at;

    private Workload(double[] file) {
        this.file = file;
        at = (int) file[0];
    }

    static Experiment experiment(double[] file, int steps, int lossEvery) {
        Workload workload = new Workload(file);
        if (file[1] == 0) {
            workload.chain();
        } else {
            workload.routes();
        }
        int every = (int) file[5];
        RecordPlan plan = every > 0
                ? new RecordPlan(
                        new RecordPlan.When.Every(every),
                        EnumSet.of(Quantity.LOSS, Quantity.MAP_SINGULAR_VALUES, Quantity.SIMILARITY))
                : new RecordPlan(new RecordPlan.When.Every(lossEvery), EnumSet.of(Quantity.LOSS));
        return new Experiment(
                "bench",
                "",
                new Architecture(workload.nodes, workload.edges),
                workload.contexts,
                new Start.Given(workload.weights),
                new Training(file[4], 1, steps),
                plan,
                false);
    }

    /** {@code [HL, 0, relu, P, lr, recordEvery, L, d0 … dL]}, then X, T, W1 … WL. */
    private void chain() {
        int samples = (int) file[3];
        int layers = (int) file[6];
        for (int l = 0; l <= layers; l++) {
            Role role = l == 0 ? Role.INPUT : l == layers ? Role.OUTPUT : Role.HIDDEN;
            boolean relu = file[2] != 0 && role == Role.HIDDEN;
            nodes.add(new Node("n" + l, role, width(l), relu ? Activation.RELU : Activation.LINEAR));
            if (l > 0) {
                edges.add(new Edge("w" + l, "n" + (l - 1), "n" + l));
            }
        }
        Matrix x = next(samples, width(0));
        Matrix y = next(samples, width(layers));
        for (int l = 0; l < layers; l++) {
            weights.add(next(width(l), width(l + 1)));
        }
        contexts.add(context("", samples, samples, Gates.OPEN, Map.of("n0", x), Map.of("n" + layers, y)));
    }

    private int width(int layer) {
        return (int) file[7 + layer];
    }

    /** {@code [HL, 1, 0, P, lr, 0, M, items, nin, h, nout, R, d, o, …]}, then X, T of every route, W1, Wh, W3. */
    private void routes() {
        int domains = (int) file[6];
        int items = (int) file[7];
        int in = (int) file[8];
        int hidden = (int) file[9];
        int out = (int) file[10];
        graph(domains, in, hidden, out);
        List<Matrix> x = new ArrayList<>();
        for (int i = 0; i < domains; i++) {
            x.add(next(items, in));
        }
        for (int r = 0; r < (int) file[11]; r++) {
            int from = (int) file[12 + 2 * r];
            int to = (int) file[13 + 2 * r];
            Map<String, Double> closed = new HashMap<>();
            for (int i = 0; i < domains; i++) {
                closed.put("i" + i, 0.0);
                closed.put("o" + i, 0.0);
            }
            closed.remove("i" + from);
            closed.remove("o" + to);
            contexts.add(context(
                    "r" + r,
                    items,
                    (int) file[3],
                    new Gates(closed, Map.of()),
                    Map.of("i" + from, x.get(from)),
                    Map.of("o" + to, next(items, out))));
        }
        for (int i = 0; i < domains; i++) {
            weights.add(next(in, hidden));
        }
        weights.add(next(hidden, hidden));
        for (int i = 0; i < domains; i++) {
            weights.add(next(hidden, out));
        }
    }

    private void graph(int domains, int in, int hidden, int out) {
        for (int i = 0; i < domains; i++) {
            nodes.add(Node.linear("i" + i, Role.INPUT, in));
            edges.add(new Edge("wi" + i, "i" + i, "h1"));
        }
        nodes.add(Node.linear("h1", Role.HIDDEN, hidden));
        nodes.add(Node.linear("h2", Role.HIDDEN, hidden));
        edges.add(new Edge("wh", "h1", "h2"));
        for (int i = 0; i < domains; i++) {
            nodes.add(Node.linear("o" + i, Role.OUTPUT, out));
            edges.add(new Edge("wo" + i, "h2", "o" + i));
        }
    }

    private static Context context(
            String name, int samples, int all, Gates gates, Map<String, Matrix> x, Map<String, Matrix> y) {
        double[] weight = new double[samples];
        Arrays.fill(weight, 1.0 / all);
        return new Context(name, true, weight, gates, x, y);
    }

    /** The next tensor of the file; its rows are columns here. */
    private Matrix next(int rows, int columns) {
        Matrix matrix = Matrix.of(rows, columns, Arrays.copyOfRange(file, at, at + rows * columns));
        at += rows * columns;
        return matrix.transpose();
    }
}
