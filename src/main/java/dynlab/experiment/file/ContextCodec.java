package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Period;
import dynlab.architecture.Role;
import dynlab.experiment.Refused;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The field {@code contexts} of an experiment file: data, weights and gates. */
final class ContextCodec {
    private static final int MOST_CONTEXTS = 1024;
    private static final int MOST_SAMPLES = 200_000;

    private ContextCodec() {}

    static List<Context> read(JsonCursor list, Architecture architecture) {
        List<Context> contexts = new ArrayList<>();
        int samples = 0;
        for (JsonCursor cursor : Lists.atMost(
                list,
                MOST_CONTEXTS,
                Phrase.of("file.too-many-contexts", Lists.size(list), Argument.count(MOST_CONTEXTS)))) {
            Context context = context(cursor, architecture);
            samples += context.samples();
            if (samples > MOST_SAMPLES) {
                throw cursor.refused(
                        Phrase.of("file.too-many-samples", Argument.count(samples), Argument.count(MOST_SAMPLES)));
            }
            contexts.add(context);
        }
        if (contexts.isEmpty()) {
            throw list.refused(Phrase.of("file.no-context"));
        }
        return contexts;
    }

    private static Context context(JsonCursor cursor, Architecture architecture) {
        cursor.fields("name", "train", "weight", "node_gates", "edge_gates", "x", "y", "during", "items");
        Map<String, Double> nodeGates = new LinkedHashMap<>();
        for (JsonCursor gate : entries(cursor, "node_gates")) {
            String id = gate.name();
            if (architecture.node(id).isEmpty()) {
                throw gate.refused(Phrase.of("file.no-node"));
            }
            nodeGates.put(id, gate.number());
        }
        Map<String, Double> edgeGates = new LinkedHashMap<>();
        for (JsonCursor gate : entries(cursor, "edge_gates")) {
            String id = gate.name();
            if (architecture.edge(id).isEmpty()) {
                throw gate.refused(Phrase.of("file.no-edge"));
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
            throw cursor.refused(Phrase.of("file.no-samples"));
        }
        if (weight.isEmpty()) {
            weights = new double[samples];
            Arrays.fill(weights, 1);
        } else if (weights.length != samples) {
            throw weight.get()
                    .refused(Phrase.of("file.sample-weights", Argument.count(samples), Argument.count(weights.length)));
        }
        for (int n = 0; n < weights.length; n++) {
            if (weights[n] < 0) {
                throw new Refused(cursor.path() + ".weight[" + n + "]", Phrase.of("file.negative-weight"));
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
                cursor.optional("during").map(ContextCodec::period),
                items.isPresent()
                        ? Lists.names(
                                items.get(),
                                weights.length,
                                Phrase.of("file.sample-names", Argument.count(weights.length), Lists.size(items.get())))
                        : List.of());
    }

    private static Period period(JsonCursor cursor) {
        List<JsonCursor> ends = cursor.elements();
        if (ends.size() != 2) {
            throw cursor.refused(Phrase.of("file.period", Argument.count(ends.size())));
        }
        int from = ends.get(0).whole(0, ExperimentCodec.MOST_STEPS);
        return new Period(from, ends.get(1).whole(from, ExperimentCodec.MOST_STEPS));
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
                throw entry.refused(role == Role.INPUT ? Phrase.of("file.no-input") : Phrase.of("file.no-output"));
            }
            int width = node.get().width();
            Phrase shape = columns < 0
                    ? Phrase.of("file.shape.data")
                    : Phrase.of("file.shape.data-sized", Argument.count(width), Argument.count(columns));
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

    static void write(JsonWriter json, List<Context> contexts) {
        json.open('[');
        for (Context context : contexts) {
            writeContext(json.line(), context);
        }
        json.close(']');
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
        Lists.writeNames(json, "items", context.items());
        json.close('}');
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
