package dynlab.experiment.search;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Period;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Samples;
import dynlab.learning.Trainer;
import dynlab.measure.GatePatterns;
import dynlab.network.Extras;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Turns gates that were found into an experiment of their own: a gated deep linear network, one node a pathway. */
public final class Twins {
    private final Experiment relu;
    private final ChainData data;
    private final Candidate candidate;
    private final Set<Integer> cues;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Matrix> weights = new ArrayList<>();
    private final Map<String, Integer> from = new LinkedHashMap<>();
    private final Map<String, Matrix> biases = new LinkedHashMap<>();

    /** Units of one layer that share gates and inputs. */
    private record Module(String id, List<Integer> units, String gates, boolean readsCues) {}

    private Twins(Experiment relu, ChainData data, Candidate candidate) {
        this.relu = relu;
        this.data = data;
        this.candidate = candidate;
        cues = cues(candidate);
    }

    /**
     * The experiment that trains the linear network with these gates, from the initial weights of the ReLU network.
     *
     * <p>Node {@code hLpK} is pathway K of hidden layer L. Samples of one context that see different gates become
     * contexts of their own. Inputs that some pathways may not read stand in a second input node, {@code cue}.
     *
     * @param relu the experiment in which the gates were found
     * @param candidate the gates
     * @return its loss curve is that of the discovery's trial up to rounding
     */
    public static Experiment experiment(Experiment relu, Candidate candidate) {
        return new Twins(relu, ChainData.of(relu), candidate).build();
    }

    /**
     * The loss of the linear network with these gates before every step and after the last, without an experiment of its
     * own; for one distinct pattern a unit this is much the quicker way.
     *
     * @return infinite from where it diverges
     */
    public static double[] lossCurve(Experiment relu, Candidate candidate) {
        Trainer trainer = candidate.on(SearchData.of(relu));
        double[] curve = new double[relu.training().steps() + 1];
        Arrays.fill(curve, Double.POSITIVE_INFINITY);
        for (int t = 0; t < curve.length; t++) {
            double loss = trainer.recordedLoss(trainer.loss());
            if (!Double.isFinite(loss)) {
                return curve;
            }
            curve[t] = loss;
            trainer.step();
        }
        return curve;
    }

    private static Set<Integer> cues(Candidate candidate) {
        Set<Integer> cues = new LinkedHashSet<>();
        candidate.inputs().ifPresent(mask -> {
            for (int u = 0; u < mask.rows(); u++) {
                for (int i = 0; i < mask.columns(); i++) {
                    if (mask.at(u, i) == 0) {
                        cues.add(i);
                    }
                }
            }
        });
        return cues;
    }

    private Experiment build() {
        int inputs = data.samples().x().rows();
        List<Integer> shared = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            if (!cues.contains(i)) {
                shared.add(i);
            }
        }
        List<Integer> cueList = List.copyOf(cues);
        nodes.add(Node.linear("x", Role.INPUT, shared.size()));
        if (!cueList.isEmpty()) {
            nodes.add(Node.linear("cue", Role.INPUT, cueList.size()));
        }
        List<Module> below = List.of();
        List<Module> all = new ArrayList<>();
        for (int l = 1; l <= candidate.gates().size(); l++) {
            List<Module> modules = modules(l);
            for (Module module : modules) {
                nodes.add(biased(Node.linear(module.id, Role.HIDDEN, module.units.size()), l, module.units));
                if (l == 1) {
                    connect("x", module.id, l, module.units, shared);
                    if (module.readsCues && !cueList.isEmpty()) {
                        connect("cue", module.id, l, module.units, cueList);
                    }
                }
                for (Module source : below) {
                    connect(source.id, module.id, l, module.units, source.units);
                }
            }
            all.addAll(modules);
            below = modules;
        }
        int outputs = data.samples().y().rows();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            rows.add(i);
        }
        nodes.add(
                biased(Node.linear("y", Role.OUTPUT, outputs), candidate.gates().size() + 1, rows));
        for (Module source : below) {
            connect(source.id, "y", candidate.gates().size() + 1, rows, source.units);
        }
        return new Experiment(
                relu.name(),
                "",
                new Architecture(nodes, edges),
                contexts(all, shared, cueList),
                new Start.Given(weights),
                training(),
                relu.record(),
                false,
                new Extras(biases, List.of(), Map.of()));
    }

    /** As the ReLU network is trained. */
    private Training training() {
        Training t = relu.training();
        return new Training(t.dt(), t.tau(), t.steps(), from, OptionalInt.empty(), t.method());
    }

    /** A node with the biases of some units of a layer, if that has any. */
    private Node biased(Node node, int layer, List<Integer> units) {
        Optional<Matrix> all = data.biases().get(layer - 1);
        if (all.isEmpty()) {
            return node;
        }
        biases.put(node.id(), part(all.get(), units, List.of(0)));
        return node.biased();
    }

    private List<Module> modules(int layer) {
        Matrix gates = candidate.gates().get(layer - 1);
        Map<String, Module> modules = new LinkedHashMap<>();
        for (int u = 0; u < gates.rows(); u++) {
            boolean reads = readsCues(layer, u);
            String word = GatePatterns.word(gates, u);
            String id = "h" + layer + "p" + modules.size();
            modules.computeIfAbsent(word + reads, key -> new Module(id, new ArrayList<>(), word, reads))
                    .units
                    .add(u);
        }
        return List.copyOf(modules.values());
    }

    private boolean readsCues(int layer, int unit) {
        if (layer > 1 || candidate.inputs().isEmpty()) {
            return true;
        }
        Matrix mask = candidate.inputs().orElseThrow();
        for (int i : cues) {
            if (mask.at(unit, i) == 0) {
                return false;
            }
        }
        return true;
    }

    private void connect(String source, String target, int layer, List<Integer> rows, List<Integer> columns) {
        String id = source + ">" + target;
        edges.add(new Edge(id, source, target));
        Integer first = relu.training().from().get(data.edges().get(layer - 1));
        if (first != null) {
            from.put(id, first);
        }
        weights.add(part(data.weights().get(layer - 1), rows, columns));
    }

    private List<Context> contexts(List<Module> modules, List<Integer> shared, List<Integer> cueList) {
        Samples samples = data.samples();
        int[] blocks = samples.blocks();
        List<Context> contexts = new ArrayList<>();
        for (int b = 0; b + 1 < blocks.length; b++) {
            Map<String, List<Integer>> alike = new LinkedHashMap<>();
            for (int n = blocks[b]; n < blocks[b + 1]; n++) {
                StringBuilder word = new StringBuilder();
                for (Module module : modules) {
                    word.append(module.gates.charAt(n));
                }
                alike.computeIfAbsent(word.toString(), key -> new ArrayList<>()).add(n);
            }
            int part = 0;
            for (List<Integer> members : alike.values()) {
                part++;
                String name = "context " + (b + 1) + (alike.size() > 1 ? " part " + part : "");
                Optional<Period> during = SearchData.contexts(relu).get(b).during();
                contexts.add(context(name, during, members, modules, shared, cueList));
            }
        }
        return contexts;
    }

    private Context context(
            String name,
            Optional<Period> during,
            List<Integer> members,
            List<Module> modules,
            List<Integer> shared,
            List<Integer> cueList) {
        Samples samples = data.samples();
        Map<String, Double> gates = new LinkedHashMap<>();
        for (Module module : modules) {
            gates.put(module.id, module.gates.charAt(members.get(0)) == '1' ? 1.0 : 0.0);
        }
        Map<String, Matrix> x = new LinkedHashMap<>();
        x.put("x", part(samples.x(), shared, members));
        if (!cueList.isEmpty()) {
            x.put("cue", part(samples.x(), cueList, members));
        }
        List<Integer> outputs = new ArrayList<>();
        for (int i = 0; i < samples.y().rows(); i++) {
            outputs.add(i);
        }
        double[] weightsOfSamples = new double[members.size()];
        for (int k = 0; k < weightsOfSamples.length; k++) {
            weightsOfSamples[k] = samples.weights()[members.get(k)];
        }
        return new Context(
                name,
                true,
                weightsOfSamples,
                new Gates(gates, Map.of()),
                x,
                Map.of("y", part(samples.y(), outputs, members)),
                during,
                List.of());
    }

    private static Matrix part(Matrix matrix, List<Integer> rows, List<Integer> columns) {
        double[] values = new double[rows.size() * columns.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                values[i * columns.size() + j] = matrix.at(rows.get(i), columns.get(j));
            }
        }
        return Matrix.of(rows.size(), columns.size(), values);
    }
}
