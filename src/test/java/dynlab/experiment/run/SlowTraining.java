package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.learning.Batch;
import dynlab.learning.LabelNoise;
import dynlab.learning.LearningRule;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definition of a run, sample by sample and slow: every field of the file by its sentence, no plan, no sharing. */
final class SlowTraining {
    private final Experiment experiment;
    private final Architecture graph;
    private final List<int[]> samples = new ArrayList<>();
    private final Matrix[] w;
    private final Matrix[] v;
    private final Map<Integer, Matrix> b = new HashMap<>();
    private final Map<Integer, Matrix> vb = new HashMap<>();
    private final List<Matrix> theta = new ArrayList<>();
    private final Map<String, Matrix> feedback;
    private final Map<String, Matrix> aims = new HashMap<>();
    private final int[] order;
    private final Rng shuffle;
    private final Rng noise;

    SlowTraining(Experiment experiment) {
        this.experiment = experiment;
        graph = experiment.architecture();
        w = Runner.initialWeights(experiment).toArray(new Matrix[0]);
        v = new Matrix[w.length];
        for (int e = 0; e < w.length; e++) {
            v[e] = Matrix.zero(w[e].rows(), w[e].columns());
        }
        for (int n = 0; n < graph.nodes().size(); n++) {
            Node node = graph.nodes().get(n);
            if (node.bias()) {
                Matrix zero = Matrix.zero(node.width(), 1);
                b.put(n, experiment.extras().biases().getOrDefault(node.id(), zero));
                vb.put(n, zero);
            }
        }
        experiment.extras().gates().forEach(group -> theta.add(group.initial()));
        feedback = new HashMap<>(experiment.extras().feedback());
        for (int c = 0; c < experiment.contexts().size(); c++) {
            Context context = experiment.contexts().get(c);
            for (int n = 0; context.train() && n < context.samples(); n++) {
                samples.add(new int[] {c, n});
            }
            for (Map.Entry<String, Matrix> y : context.y().entrySet()) {
                aims.put(c + " " + y.getKey(), y.getValue());
            }
        }
        order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        shuffle =
                new Rng(experiment.training().method().batch().map(Batch::seed).orElse(0));
        noise = new Rng(
                experiment.training().method().noise().map(LabelNoise::seed).orElse(0));
        flip();
    }

    private boolean spoiled(LabelNoise.Kind kind) {
        return experiment
                .training()
                .method()
                .noise()
                .filter(n -> n.kind() == kind)
                .isPresent();
    }

    private double amount() {
        return experiment.training().method().noise().orElseThrow().amount();
    }

    private static Matrix set(Matrix m, int i, int n, double value) {
        double[] all = m.toArray();
        all[i * m.columns() + n] = value;
        return Matrix.of(m.rows(), m.columns(), all);
    }

    private void flip() {
        for (int k = 0; spoiled(LabelNoise.Kind.FLIP) && k < samples.size(); k++) {
            int c = samples.get(k)[0];
            for (Node node : graph.nodes()) {
                Matrix y = aims.get(c + " " + node.id());
                if (y != null && noise.nextDouble() < amount()) {
                    int one = noise.nextInt(node.width());
                    for (int i = 0; i < node.width(); i++) {
                        y = set(y, i, samples.get(k)[1], i == one ? 1 : 0);
                    }
                    aims.put(c + " " + node.id(), y);
                }
            }
        }
    }

    /** The samples of a step, ascending. */
    private List<Integer> chosen(int step) {
        List<Integer> chosen = new ArrayList<>();
        if (experiment.training().method().batch().isEmpty()) {
            for (int k = 0; k < samples.size(); k++) {
                if (experiment.contexts().get(samples.get(k)[0]).inForce(step)) {
                    chosen.add(k);
                }
            }
            return chosen;
        }
        Batch batch = experiment.training().method().batch().get();
        int count = (samples.size() + batch.size() - 1) / batch.size();
        if (step % count == 0 && batch.order() == Batch.Order.SHUFFLED) {
            for (int i = order.length - 1; i >= 1; i--) {
                int j = shuffle.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
        }
        int from = step % count * batch.size();
        for (int k = from; k < Math.min(order.length, from + batch.size()); k++) {
            chosen.add(order[k]);
        }
        chosen.sort(null);
        return chosen;
    }

    private double factor() {
        return experiment
                .training()
                .method()
                .batch()
                .map(batch -> samples.size() / (double) batch.size())
                .orElse(1.0);
    }

    private void disturb(List<Integer> chosen) {
        for (int c = 0;
                spoiled(LabelNoise.Kind.GAUSSIAN) && c < experiment.contexts().size();
                c++) {
            for (Node node : graph.nodes()) {
                Matrix clean = experiment.contexts().get(c).y().get(node.id());
                for (int i = 0; clean != null && i < node.width(); i++) {
                    for (int k : chosen) {
                        int n = samples.get(k)[1];
                        if (samples.get(k)[0] == c) {
                            String key = c + " " + node.id();
                            aims.put(key, set(aims.get(key), i, n, clean.at(i, n) + amount() * noise.nextGaussian()));
                        }
                    }
                }
            }
        }
    }

    private double learned(int c, int node) {
        for (int g = 0; g < theta.size(); g++) {
            GateGroup group = experiment.extras().gates().get(g);
            int place = group.nodes().indexOf(graph.nodes().get(node).id());
            if (place >= 0) {
                return gates(g, c)[place];
            }
        }
        return 1;
    }

    private double[] gates(int g, int c) {
        GateGroup group = experiment.extras().gates().get(g);
        double[] gate = theta.get(g).row(group.perContext() ? c : 0).clone();
        double sum = 0;
        for (int k = 0; k < gate.length; k++) {
            gate[k] = group.kind() == GateKind.LINEAR
                    ? gate[k]
                    : group.kind() == GateKind.SIGMOID ? 1 / (1 + Math.exp(-gate[k])) : Math.exp(gate[k]);
            sum += gate[k];
        }
        for (int k = 0; group.kind() == GateKind.SOFTMAX && k < gate.length; k++) {
            gate[k] /= sum;
        }
        return gate;
    }

    private double f(Node node, double z) {
        return switch (node.activation()) {
            case LINEAR -> z;
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : node.leak() * z;
            case TANH -> Math.tanh(z);
            case GELU -> 0.5 * z * (1 + ExactMath.erf(z / Math.sqrt(2)));
        };
    }

    private double slope(Node node, double z) {
        return switch (node.activation()) {
            case LINEAR -> 1;
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : node.leak();
            case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
            case GELU ->
                0.5 * (1 + ExactMath.erf(z / Math.sqrt(2))) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        };
    }

    private Matrix column(Matrix m, int n) {
        return Matrix.of(m.rows(), 1, m.column(n));
    }

    private double loss(Matrix h, Matrix y) {
        double sum = 0;
        if (experiment.training().method().loss() == Loss.SQUARED) {
            return 0.5 * y.minus(h).norm() * y.minus(h).norm();
        }
        double most = Arrays.stream(h.toArray()).max().orElseThrow();
        double z = Arrays.stream(h.toArray()).map(x -> Math.exp(x - most)).sum();
        for (int i = 0; i < y.rows(); i++) {
            sum += y.at(i, 0) * (most + Math.log(z) - h.at(i, 0));
        }
        return sum;
    }

    private Matrix pull(Matrix h, Matrix y) {
        if (experiment.training().method().loss() == Loss.SQUARED) {
            return y.minus(h);
        }
        double most = Arrays.stream(h.toArray()).max().orElseThrow();
        double z = Arrays.stream(h.toArray()).map(x -> Math.exp(x - most)).sum();
        double mass = Arrays.stream(y.toArray()).sum();
        double[] r = y.toArray();
        for (int i = 0; i < r.length; i++) {
            r[i] -= mass * Math.exp(h.at(i, 0) - most) / z;
        }
        return Matrix.of(r.length, 1, r);
    }

    /** What one sample does: activities, and if there is a gradient to be added to, that. */
    private double sample(int c, int n, double weight, Gradient d) {
        Context context = experiment.contexts().get(c);
        int nodes = graph.nodes().size();
        Matrix[] z = new Matrix[nodes];
        Matrix[] a = new Matrix[nodes];
        Matrix[] h = new Matrix[nodes];
        double[] gate = new double[nodes];
        double sum = 0;
        for (int v : graph.order()) {
            Node node = graph.nodes().get(v);
            Matrix x = context.x().get(node.id());
            z[v] = b.getOrDefault(v, Matrix.zero(node.width(), 1));
            for (int e : graph.incoming(v)) {
                z[v] = z[v].plus(w[e].times(h[graph.source(e)]).scaled(edgeGate(context, e)));
            }
            a[v] = mapped(z[v], value -> f(node, value));
            if (node.role() == Role.INPUT) {
                a[v] = x == null ? Matrix.zero(node.width(), 1) : column(x, n);
            }
            gate[v] = context.gates().node(node.id()) * learned(c, v);
            h[v] = a[v].scaled(gate[v]);
            Matrix y = context.y().get(node.id());
            sum += y == null ? 0 : weight * loss(h[v], column(y, n));
        }
        boolean direct = experiment.training().method().rule().kind().teacher().direct();
        Matrix[] t = new Matrix[nodes];
        for (int v = 0; v < nodes; v++) {
            Node node = graph.nodes().get(v);
            Matrix y = aims.get(c + " " + node.id());
            t[v] = y == null
                    ? Matrix.zero(node.width(), 1)
                    : pull(h[v], column(y, n)).scaled(weight);
        }
        for (int v = 0; direct && v < nodes; v++) {
            for (int y = 0; y < nodes && graph.nodes().get(v).role() == Role.HIDDEN; y++) {
                if (graph.nodes().get(y).role() == Role.OUTPUT) {
                    String name = Extras.direct(
                            graph.nodes().get(v).id(), graph.nodes().get(y).id());
                    t[v] = t[v].plus(feedback.get(name).times(t[y]));
                }
            }
        }
        int[] down = graph.order();
        for (int i = nodes - 1; i >= 0; i--) {
            int v = down[i];
            Node node = graph.nodes().get(v);
            if (node.role() == Role.INPUT) {
                continue;
            }
            double overlap = t[v].transpose().times(a[v]).at(0, 0);
            d.gate(c, v, overlap * context.gates().node(node.id()));
            double own = gate[v];
            Matrix delta = times(t[v].scaled(own), mapped(z[v], value -> slope(node, value)));
            d.bias.merge(v, delta, Matrix::plus);
            for (int e : graph.incoming(v)) {
                int s = graph.source(e);
                d.add(e, delta.times(h[s].transpose()).scaled(edgeGate(context, e)));
                Matrix back = direct
                        ? w[e]
                        : feedback.getOrDefault(graph.edges().get(e).id(), w[e]);
                if (!direct) {
                    t[s] = t[s].plus(back.transpose().times(delta).scaled(edgeGate(context, e)));
                }
            }
        }
        return sum;
    }

    private double edgeGate(Context context, int e) {
        return context.gates().edge(graph.edges().get(e).id());
    }

    private static Matrix mapped(Matrix m, java.util.function.DoubleUnaryOperator f) {
        return Matrix.of(
                m.rows(), m.columns(), Arrays.stream(m.toArray()).map(f).toArray());
    }

    private static Matrix times(Matrix one, Matrix other) {
        double[] all = one.toArray();
        for (int i = 0; i < all.length; i++) {
            all[i] *= other.toArray()[i];
        }
        return Matrix.of(one.rows(), one.columns(), all);
    }

    /** Sums of −∂L/∂ of everything. */
    private final class Gradient {
        final Matrix[] matrix = new Matrix[w.length];
        final Map<Integer, Matrix> bias = new HashMap<>();
        final List<double[]> gates = new ArrayList<>();

        Gradient() {
            for (int e = 0; e < w.length; e++) {
                int o = graph.owner(e);
                matrix[o] = Matrix.zero(w[o].rows(), w[o].columns());
            }
            theta.forEach(m -> gates.add(new double[m.rows() * m.columns()]));
        }

        void add(int e, Matrix more) {
            int o = graph.owner(e);
            matrix[o] = matrix[o].plus(graph.transposed(e) ? more.transpose() : more);
        }

        void gate(int c, int v, double more) {
            for (int g = 0; g < theta.size(); g++) {
                GateGroup group = experiment.extras().gates().get(g);
                int place = group.nodes().indexOf(graph.nodes().get(v).id());
                if (place >= 0) {
                    gates.get(g)[(group.perContext() ? c : 0) * group.nodes().size() + place] += more;
                }
            }
        }
    }

    /** The loss of the step's samples, against clean targets; then the step. */
    double step(int step) {
        List<Integer> chosen = chosen(step);
        disturb(chosen);
        Gradient d = new Gradient();
        double sum = 0;
        for (int k : chosen) {
            int[] at = samples.get(k);
            double weight = factor() * experiment.contexts().get(at[0]).weights()[at[1]];
            sum += sample(at[0], at[1], weight, d);
        }
        move(step, d);
        return sum;
    }

    private void move(int step, Gradient d) {
        double rate = experiment.training().learningRate();
        UpdateRule update = experiment.training().method().update();
        LearningRule rule = experiment.training().method().rule();
        for (int e = 0; e < w.length; e++) {
            String id = graph.edges().get(e).id();
            Matrix own = d.matrix[graph.owner(e)];
            Matrix seen = graph.transposed(e) ? own.transpose() : own;
            Matrix back = feedback.get(id);
            if (back != null && rule.kind() == LearningRule.Kind.KOLEN_POLLACK) {
                feedback.put(
                        id,
                        back.plus(seen.minus(back.scaled(update.weightDecay())).scaled(rate)));
            } else if (back != null && rule.kind() == LearningRule.Kind.WEIGHT_MIRROR) {
                feedback.put(id, back.plus(w[e].minus(back).scaled(rate * rule.mirror())));
            }
        }
        for (int e = 0; e < w.length; e++) {
            int first = experiment
                    .training()
                    .from()
                    .getOrDefault(graph.edges().get(e).id(), 0);
            if (graph.owns(e) && step >= first) {
                Matrix kick =
                        d.matrix[e].minus(w[e].scaled(update.weightDecay())).scaled(rate);
                v[e] = v[e].scaled(update.beta()).plus(kick);
                w[e] = w[e].plus(moved(update, v[e], kick));
            }
        }
        for (int e = 0; e < w.length; e++) {
            Matrix own = w[graph.owner(e)];
            w[e] = graph.transposed(e) ? own.transpose() : own;
        }
        for (int n : b.keySet()) {
            Matrix kick = d.bias.getOrDefault(n, b.get(n).scaled(0)).scaled(rate);
            vb.put(n, vb.get(n).scaled(update.beta()).plus(kick));
            b.put(n, b.get(n).plus(moved(update, vb.get(n), kick)));
        }
        for (int g = 0; g < theta.size(); g++) {
            moveGates(g, d.gates.get(g));
        }
    }

    private static Matrix moved(UpdateRule update, Matrix velocity, Matrix kick) {
        return update.kind() == UpdateRule.Kind.NESTEROV
                ? velocity.scaled(update.beta()).plus(kick)
                : velocity;
    }

    private void moveGates(int g, double[] pull) {
        GateGroup group = experiment.extras().gates().get(g);
        int nodes = group.nodes().size();
        double[] d = pull.clone();
        for (int row = 0; row * nodes < pull.length; row++) {
            double[] gate = gates(g, row);
            double mean = 0;
            for (int k = 0; k < nodes; k++) {
                mean += gate[k] * pull[row * nodes + k];
            }
            for (int k = 0; k < nodes; k++) {
                double a = pull[row * nodes + k];
                d[row * nodes + k] = group.kind() == GateKind.LINEAR
                        ? a
                        : group.kind() == GateKind.SIGMOID ? gate[k] * (1 - gate[k]) * a : gate[k] * (a - mean);
            }
        }
        double rate = experiment.training().dt()
                / group.tau().orElse(experiment.training().tau());
        theta.set(g, theta.get(g).plus(Matrix.of(pull.length / nodes, nodes, d).scaled(rate)));
    }

    Matrix weight(int e) {
        return w[e];
    }

    Matrix bias(String node) {
        return b.get(graph.node(node).orElseThrow());
    }

    Matrix theta(int g) {
        return theta.get(g);
    }

    Matrix feedback(String name) {
        return feedback.get(name);
    }
}
