package dynlab.experiment.file;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.InvalidArchitecture;
import dynlab.architecture.Node;
import dynlab.architecture.Period;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Refused;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Initialization;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The experiment file, {@code "format": "dynlab-experiment/1"}: reading with every cap and shape checked, and writing. */
public final class ExperimentCodec {
    /** The first field of every experiment file. */
    public static final String FORMAT = "dynlab-experiment/1";

    static final int MOST_NODES = 512;
    static final int MOST_EDGES = 2048;
    static final int MOST_WIDTH = 16_384;
    static final int MOST_WEIGHTS = 4_000_000;
    static final int MOST_CONTEXTS = 1024;
    static final int MOST_SAMPLES = 200_000;
    static final int MOST_STEPS = 100_000_000;
    static final int MOST_SIMILARITY_SAMPLES = 1024;
    /** Activities that a run may hold, width × samples over all nodes: 400 MB of doubles. */
    static final double MOST_ACTIVITIES = 5e7;

    /** What can be recorded of a run that holds its gates: other quantities look at units as they would be without. */
    private static final Set<Quantity> HELD = Set.of(Quantity.LOSS, Quantity.SINGULAR_VALUES, Quantity.WEIGHTS);

    /** Quantities with a number for every two samples. */
    private static final Set<Quantity> SQUARE =
            Set.of(Quantity.SIMILARITY, Quantity.EUCLIDEAN_DISTANCE, Quantity.CORRELATION_DISTANCE);

    private ExperimentCodec() {}

    /**
     * Reads an experiment file.
     *
     * @throws Refused with one sentence and the JSON path of the first thing that is wrong
     */
    public static Experiment read(String text, Decimals decimals) {
        return read(JsonReader.read(text), decimals);
    }

    /** The same of a file whose JSON has been read already. */
    public static Experiment read(Json value, Decimals decimals) {
        JsonCursor file = new JsonCursor(value, "", decimals);
        JsonCursor format = file.required("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refused("expected \"" + FORMAT + "\"");
        }
        file.fields(
                "format",
                "name",
                "description",
                "graph",
                "contexts",
                "initial_weights",
                "init",
                "initial_biases",
                "learned_gates",
                "feedback",
                "training",
                "record",
                "theory",
                "expected",
                "drawing");
        Architecture architecture = architecture(file.required("graph"));
        List<Context> contexts = contexts(file.required("contexts"), architecture);
        Training training = TrainingCodec.read(file.required("training"), architecture, contexts);
        RecordPlan record = file.optional("record")
                .map(cursor -> record(cursor, training.steps()))
                .orElse(new RecordPlan(
                        new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS, Quantity.SINGULAR_VALUES)));
        if (training.gatesEvery().isPresent() && !HELD.containsAll(record.quantities())) {
            throw file.required("training")
                    .refused("holds gates; of such a run loss, singular_values and weights can be recorded");
        }
        checkSize(file, architecture, contexts, record);
        return new Experiment(
                file.optional("name").map(JsonCursor::text).orElse("untitled"),
                file.optional("description").map(JsonCursor::text).orElse(""),
                architecture,
                contexts,
                start(file, architecture),
                training,
                record,
                file.optional("theory").map(JsonCursor::bool).orElse(false),
                ExtrasCodec.read(file, architecture, contexts, training));
    }

    private static Architecture architecture(JsonCursor graph) {
        graph.fields("nodes", "edges");
        JsonCursor nodeList = graph.required("nodes");
        List<Node> nodes = new ArrayList<>();
        for (JsonCursor cursor : atMost(nodeList, MOST_NODES, "nodes")) {
            nodes.add(node(cursor));
        }
        if (nodes.isEmpty()) {
            throw nodeList.refused("expected at least one node");
        }
        List<Edge> edges = new ArrayList<>();
        for (JsonCursor cursor : atMost(graph.required("edges"), MOST_EDGES, "edges")) {
            cursor.fields("id", "source", "target", "tied");
            edges.add(new Edge(
                    cursor.required("id").id(),
                    cursor.required("source").id(),
                    cursor.required("target").id(),
                    cursor.optional("tied").map(ExperimentCodec::tie)));
        }
        Architecture architecture;
        try {
            architecture = new Architecture(nodes, edges);
        } catch (InvalidArchitecture invalid) {
            throw new Refused(graph.path() + "." + invalid.place(), invalid.sentence());
        }
        double weights = 0;
        for (int e = 0; e < edges.size(); e++) {
            weights += (double) architecture.rows(e) * architecture.columns(e);
        }
        if (weights > MOST_WEIGHTS) {
            throw graph.refused("has " + plain(weights) + " weights, at most " + MOST_WEIGHTS + " are run");
        }
        return architecture;
    }

    private static Edge.Tie tie(JsonCursor cursor) {
        cursor.fields("to", "transpose");
        return new Edge.Tie(
                cursor.required("to").id(),
                cursor.optional("transpose").map(JsonCursor::bool).orElse(false));
    }

    private static Node node(JsonCursor cursor) {
        cursor.fields("id", "role", "width", "activation", "slope", "bias", "properties");
        String id = cursor.required("id").id();
        Role role = cursor.required("role").word(Role.values(), Role::word);
        int width = cursor.required("width").whole(1, MOST_WIDTH);
        Optional<JsonCursor> given = cursor.optional("activation");
        Activation activation =
                given.map(c -> c.word(Activation.values(), Activation::word)).orElse(Activation.LINEAR);
        if (role == Role.INPUT && activation != Activation.LINEAR) {
            throw given.orElse(cursor).refused("an input passes its data on as they are; expected \"linear\"");
        }
        Optional<JsonCursor> slope = cursor.optional("slope");
        if (slope.isPresent() && !activation.function().takesLeak()) {
            throw slope.get().refused("belongs to leaky units; \"" + activation.word() + "\" has none");
        }
        double leak = slope.map(JsonCursor::atLeastZero).orElse(Activation.LEAK);
        if (leak >= 1) {
            throw slope.orElse(cursor).refused("expected a number from 0 to below 1");
        }
        Optional<JsonCursor> properties = cursor.optional("properties");
        if (properties.isPresent() && role != Role.OUTPUT) {
            throw properties.get().refused("names the units of an output, and this is an " + role.word() + " node");
        }
        return new Node(
                id,
                role,
                width,
                activation,
                leak,
                cursor.optional("bias").map(JsonCursor::bool).orElse(false),
                properties.map(c -> names(c, width, "units")).orElse(List.of()));
    }

    private static List<String> names(JsonCursor cursor, int count, String of) {
        List<JsonCursor> elements = cursor.elements();
        if (elements.size() != count) {
            throw cursor.refused("expected one name for each of " + count + " " + of + ", found " + elements.size());
        }
        return elements.stream().map(JsonCursor::text).toList();
    }

    private static List<JsonCursor> atMost(JsonCursor cursor, int most, String what) {
        List<JsonCursor> elements = cursor.elements();
        if (elements.size() > most) {
            throw cursor.refused("has " + elements.size() + " " + what + ", at most " + most + " are run");
        }
        return elements;
    }

    private static List<Context> contexts(JsonCursor list, Architecture architecture) {
        List<Context> contexts = new ArrayList<>();
        int samples = 0;
        for (JsonCursor cursor : atMost(list, MOST_CONTEXTS, "contexts")) {
            Context context = context(cursor, architecture);
            samples += context.samples();
            if (samples > MOST_SAMPLES) {
                throw cursor.refused("brings the samples to " + samples + ", at most " + MOST_SAMPLES + " are run");
            }
            contexts.add(context);
        }
        if (contexts.isEmpty()) {
            throw list.refused("expected at least one context");
        }
        return contexts;
    }

    private static Context context(JsonCursor cursor, Architecture architecture) {
        cursor.fields("name", "train", "weight", "node_gates", "edge_gates", "x", "y", "during", "items");
        Map<String, Double> nodeGates = new LinkedHashMap<>();
        for (JsonCursor gate : entries(cursor, "node_gates")) {
            String id = gate.name();
            if (architecture.node(id).isEmpty()) {
                throw gate.refused("is not the id of a node");
            }
            nodeGates.put(id, gate.number());
        }
        Map<String, Double> edgeGates = new LinkedHashMap<>();
        for (JsonCursor gate : entries(cursor, "edge_gates")) {
            String id = gate.name();
            if (architecture.edge(id).isEmpty()) {
                throw gate.refused("is not the id of an edge");
            }
            edgeGates.put(id, gate.number());
        }
        Map<String, Matrix> x = data(cursor, "x", architecture, Role.INPUT, -1);
        Map<String, Matrix> y = data(cursor, "y", architecture, Role.OUTPUT, columns(x, -1));
        int samples = columns(y, columns(x, -1));
        Optional<JsonCursor> weight = cursor.optional("weight");
        double[] weights = weight.map(JsonCursor::numbers).orElse(new double[0]);
        if (samples < 0) {
            samples = weights.length;
        }
        if (samples == 0) {
            throw cursor.refused("has no samples; expected x, y or weight with at least one column");
        }
        if (weight.isEmpty()) {
            weights = new double[samples];
            Arrays.fill(weights, 1);
        } else if (weights.length != samples) {
            throw weight.get()
                    .refused("expected one weight for each of " + samples + " samples, found " + weights.length);
        }
        for (int n = 0; n < weights.length; n++) {
            if (weights[n] < 0) {
                throw new Refused(cursor.path() + ".weight[" + n + "]", "expected a weight of at least 0");
            }
        }
        Optional<JsonCursor> items = cursor.optional("items");
        return new Context(
                cursor.optional("name").map(JsonCursor::text).orElse(""),
                cursor.optional("train").map(JsonCursor::bool).orElse(true),
                weights,
                new Gates(nodeGates, edgeGates),
                x,
                y,
                cursor.optional("during").map(ExperimentCodec::period),
                items.isPresent() ? names(items.get(), weights.length, "samples") : List.of());
    }

    private static Period period(JsonCursor cursor) {
        List<JsonCursor> ends = cursor.elements();
        if (ends.size() != 2) {
            throw cursor.refused("expected two steps, the first and one past the last, found " + ends.size());
        }
        int from = ends.get(0).whole(0, MOST_STEPS);
        return new Period(from, ends.get(1).whole(from, MOST_STEPS));
    }

    private static List<JsonCursor> entries(JsonCursor cursor, String name) {
        return cursor.optional(name).map(JsonCursor::entries).orElse(List.of());
    }

    private static Map<String, Matrix> data(
            JsonCursor cursor, String field, Architecture architecture, Role role, int knownColumns) {
        Map<String, Matrix> data = new LinkedHashMap<>();
        int columns = knownColumns;
        for (JsonCursor entry : entries(cursor, field)) {
            String id = entry.name();
            Optional<Node> node = architecture.node(id).map(architecture.nodes()::get);
            if (node.isEmpty() || node.get().role() != role) {
                throw entry.refused("is not the id of an " + role.word() + " node");
            }
            int width = node.get().width();
            String shape = "width of the node × samples" + (columns < 0 ? "" : ", " + width + " × " + columns);
            Matrix matrix = entry.matrix(width, columns, shape);
            columns = matrix.columns();
            data.put(id, matrix);
        }
        return data;
    }

    private static int columns(Map<String, Matrix> data, int otherwise) {
        for (Matrix matrix : data.values()) {
            return matrix.columns();
        }
        return otherwise;
    }

    private static RecordPlan record(JsonCursor cursor, int steps) {
        cursor.fields("at", "every", "quantities");
        Optional<JsonCursor> at = cursor.optional("at");
        Optional<JsonCursor> every = cursor.optional("every");
        if (at.isPresent() && every.isPresent()) {
            throw cursor.refused("expected \"at\" or \"every\", not both");
        }
        RecordPlan.When when = new RecordPlan.When.Adaptive();
        if (at.isPresent()) {
            List<Integer> listed = new ArrayList<>();
            for (JsonCursor step : at.get().elements()) {
                int value = step.whole(0, steps);
                if (!listed.isEmpty() && listed.get(listed.size() - 1) >= value) {
                    throw step.refused("expected steps in ascending order");
                }
                listed.add(value);
            }
            when = new RecordPlan.When.At(listed);
        } else if (every.isPresent()) {
            when = new RecordPlan.When.Every(every.get().whole(1, MOST_STEPS));
        }
        Set<Quantity> quantities = new LinkedHashSet<>();
        quantities.add(Quantity.LOSS);
        Optional<JsonCursor> listed = cursor.optional("quantities");
        if (listed.isPresent()) {
            for (JsonCursor quantity : listed.get().elements()) {
                quantities.add(quantity.word(Quantity.values(), Quantity::word));
            }
        } else {
            quantities.add(Quantity.SINGULAR_VALUES);
        }
        return new RecordPlan(when, quantities);
    }

    private static Start start(JsonCursor file, Architecture architecture) {
        Optional<JsonCursor> given = file.optional("initial_weights");
        Optional<JsonCursor> init = file.optional("init");
        if (given.isPresent() && init.isPresent()) {
            throw file.refused("expected \"initial_weights\" or \"init\", not both");
        }
        if (init.isPresent()) {
            return new Start.Drawn(InitCodec.read(init.get(), architecture));
        }
        JsonCursor weights = given.orElseThrow(
                () -> new Refused("initial_weights", "is missing, and so is \"init\"; expected one of them"));
        for (JsonCursor entry : weights.entries()) {
            Optional<Integer> e = architecture.edge(entry.name());
            if (e.isEmpty()) {
                throw entry.refused("is not the id of an edge");
            }
            if (!architecture.owns(e.get())) {
                throw entry.refused("is tied to another edge and has no weights of its own");
            }
        }
        List<Matrix> matrices = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            int rows = architecture.rows(e);
            int columns = architecture.columns(e);
            matrices.add(
                    architecture.owns(e)
                            ? weights.required(architecture.edges().get(e).id())
                                    .matrix(rows, columns, "width(target) × width(source), " + rows + " × " + columns)
                            : Matrix.zero(0, 0));
        }
        return new Start.Given(Initialization.tied(architecture, matrices));
    }

    private static void checkSize(
            JsonCursor file, Architecture architecture, List<Context> contexts, RecordPlan record) {
        int samples = 0;
        for (Context context : contexts) {
            samples += context.samples();
        }
        double units = 0;
        for (Node node : architecture.nodes()) {
            units += node.width();
        }
        if (units * samples > MOST_ACTIVITIES) {
            throw file.required("contexts")
                    .refused("needs " + plain(units * samples) + " activities, units × samples; at most "
                            + plain(MOST_ACTIVITIES) + " are run");
        }
        Optional<Quantity> square =
                record.quantities().stream().filter(SQUARE::contains).findFirst();
        if (square.isPresent() && samples > MOST_SIMILARITY_SAMPLES) {
            throw new Refused(
                    "record.quantities",
                    square.get().word() + " is recorded for at most " + MOST_SIMILARITY_SAMPLES + " samples, found "
                            + samples);
        }
    }

    private static String plain(double value) {
        return value < 2e9 ? Integer.toString((int) value) : "over two thousand million";
    }

    /** The file of an experiment; {@link #read} gives an equal experiment back. */
    public static String write(Experiment experiment, Decimals decimals) {
        JsonWriter json = new JsonWriter(decimals);
        Architecture architecture = experiment.architecture();
        json.open('{');
        json.line().name("format").text(FORMAT);
        json.line().name("name").text(experiment.name());
        json.line().name("description").text(experiment.description());
        json.line().name("graph").open('{').name("nodes").open('[');
        for (Node node : architecture.nodes()) {
            json.line()
                    .open('{')
                    .name("id")
                    .text(node.id())
                    .name("role")
                    .text(node.role().word());
            json.name("width").number(node.width());
            if (node.activation() != Activation.LINEAR) {
                json.name("activation").text(node.activation().word());
            }
            if (node.activation().function().takesLeak() && node.leak() != Activation.LEAK) {
                json.name("slope").number(node.leak());
            }
            if (node.bias()) {
                json.name("bias").literal("true");
            }
            writeNames(json, "properties", node.properties());
            json.close('}');
        }
        json.close(']').name("edges").open('[');
        for (Edge edge : architecture.edges()) {
            json.line().open('{').name("id").text(edge.id()).name("source").text(edge.source());
            json.name("target").text(edge.target());
            edge.tied().ifPresent(tie -> {
                json.name("tied").open('{').name("to").text(tie.to());
                json.name("transpose")
                        .literal(Boolean.toString(tie.transpose()))
                        .close('}');
            });
            json.close('}');
        }
        json.close(']').close('}');
        json.line().name("contexts").open('[');
        for (Context context : experiment.contexts()) {
            writeContext(json.line(), context);
        }
        json.close(']');
        if (experiment.start() instanceof Start.Given given) {
            json.line().name("initial_weights").open('{');
            for (int e = 0; e < given.weights().size(); e++) {
                if (!architecture.owns(e)) {
                    continue;
                }
                Matrix w = given.weights().get(e);
                json.line().name(architecture.edges().get(e).id()).matrix(w.toArray(), 0, w.rows(), w.columns());
            }
            json.close('}');
        } else if (experiment.start() instanceof Start.Drawn drawn) {
            InitCodec.write(json.line().name("init"), drawn.init());
        }
        ExtrasCodec.write(json, experiment.extras());
        TrainingCodec.write(json.line().name("training"), experiment.training());
        json.line().name("record").open('{');
        if (experiment.record().when() instanceof RecordPlan.When.At at) {
            json.name("at").open('[');
            at.steps().forEach(json::number);
            json.close(']');
        } else if (experiment.record().when() instanceof RecordPlan.When.Every every) {
            json.name("every").number(every.n());
        }
        json.name("quantities").open('[');
        for (Quantity quantity : Quantity.values()) {
            if (experiment.record().quantities().contains(quantity)) {
                json.text(quantity.word());
            }
        }
        json.close(']').close('}');
        if (experiment.theory()) {
            json.line().name("theory").literal("true");
        }
        json.close('}');
        return json + "\n";
    }

    private static void writeContext(JsonWriter json, Context context) {
        json.open('{').name("name").text(context.name());
        if (!context.train()) {
            json.name("train").literal("false");
        }
        json.name("weight").numbers(context.weights());
        writeGates(json.name("node_gates"), context.gates().nodes());
        writeGates(json.name("edge_gates"), context.gates().edges());
        writeData(json.name("x"), context.x());
        writeData(json.name("y"), context.y());
        context.during()
                .ifPresent(period -> json.name("during")
                        .open('[')
                        .number(period.from())
                        .number(period.to())
                        .close(']'));
        writeNames(json, "items", context.items());
        json.close('}');
    }

    private static void writeNames(JsonWriter json, String field, List<String> names) {
        if (!names.isEmpty()) {
            json.name(field).open('[');
            names.forEach(json::text);
            json.close(']');
        }
    }

    private static void writeGates(JsonWriter json, Map<String, Double> gates) {
        json.open('{');
        gates.keySet().stream().sorted().forEach(id -> json.name(id).number(gates.getOrDefault(id, 1.0)));
        json.close('}');
    }

    private static void writeData(JsonWriter json, Map<String, Matrix> data) {
        json.open('{');
        data.forEach((id, m) -> json.name(id).matrix(m.toArray(), 0, m.rows(), m.columns()));
        json.close('}');
    }
}
