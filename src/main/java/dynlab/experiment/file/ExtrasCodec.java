package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Refused;
import dynlab.experiment.Training;
import dynlab.learning.LearningRule;
import dynlab.network.Extras;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The fields {@code initial_biases}, {@code learned_gates} and {@code feedback} of an experiment file. */
final class ExtrasCodec {
    private ExtrasCodec() {}

    static Extras read(JsonCursor file, Architecture architecture, List<Context> contexts, Training training) {
        return new Extras(
                biases(file, architecture),
                gates(file, architecture, contexts.size()),
                feedback(file, architecture, training.method().rule()));
    }

    private static Map<String, Matrix> biases(JsonCursor file, Architecture architecture) {
        Map<String, Matrix> biases = new LinkedHashMap<>();
        for (JsonCursor entry :
                file.optional("initial_biases").map(JsonCursor::entries).orElse(List.of())) {
            Node node = node(entry, entry.name(), architecture);
            if (!node.bias()) {
                throw entry.refused(Phrase.of("file.no-bias"));
            }
            double[] values = entry.numbers();
            if (values.length != node.width()) {
                throw entry.refused(
                        Phrase.of("file.units", Argument.count(node.width()), Argument.count(values.length)));
            }
            biases.put(node.id(), Matrix.of(values.length, 1, values));
        }
        return biases;
    }

    private static Node node(JsonCursor place, String id, Architecture architecture) {
        return architecture
                .node(id)
                .map(architecture.nodes()::get)
                .orElseThrow(() -> place.refused(Phrase.of("file.no-node")));
    }

    private static List<GateGroup> gates(JsonCursor file, Architecture architecture, int contexts) {
        List<GateGroup> groups = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (JsonCursor cursor :
                file.optional("learned_gates").map(JsonCursor::elements).orElse(List.of())) {
            cursor.fields("nodes", "kind", "per_context", "tau", "initial");
            List<String> nodes = new ArrayList<>();
            for (JsonCursor entry : cursor.required("nodes").elements()) {
                Node node = node(entry, entry.text(), architecture);
                if (node.role() == Role.INPUT) {
                    throw entry.refused(Phrase.of("file.gates-of-input", Argument.name(node.id())));
                }
                if (!taken.add(node.id())) {
                    throw entry.refused(Phrase.of("file.in-group", Argument.name(node.id())));
                }
                nodes.add(node.id());
            }
            if (nodes.isEmpty()) {
                throw cursor.required("nodes").refused(Phrase.of("file.no-nodes"));
            }
            boolean perContext =
                    cursor.optional("per_context").map(JsonCursor::bool).orElse(false);
            groups.add(new GateGroup(
                    nodes,
                    cursor.required("kind").word(GateKind.values(), GateKind::word),
                    perContext,
                    cursor.optional("tau")
                            .map(tau -> OptionalDouble.of(tau.positive()))
                            .orElse(OptionalDouble.empty()),
                    initial(cursor.required("initial"), nodes.size(), perContext ? contexts : 1, perContext)));
        }
        return groups;
    }

    private static Matrix initial(JsonCursor cursor, int nodes, int rows, boolean perContext) {
        if (!perContext
                && cursor.value() instanceof Json.Array array
                && !array.elements().isEmpty()
                && array.elements().get(0) instanceof Json.Numeral) {
            double[] row = cursor.numbers();
            if (row.length != nodes) {
                throw cursor.refused(Phrase.of("file.nodes", Argument.count(nodes), Argument.count(row.length)));
            }
            return Matrix.of(1, nodes, row);
        }
        return cursor.matrix(
                rows,
                nodes,
                perContext
                        ? Phrase.of("file.shape.gates-contexts", Argument.count(rows), Argument.count(nodes))
                        : Phrase.of("file.shape.gates-row", Argument.count(rows), Argument.count(nodes)));
    }

    private static Map<String, Matrix> feedback(JsonCursor file, Architecture architecture, LearningRule rule) {
        Optional<JsonCursor> given = file.optional("feedback");
        LearningRule.Teacher teacher = rule.kind().teacher();
        if (given.isPresent() && !teacher.hasFeedback()) {
            throw given.get()
                    .refused(Phrase.of("file.no-use", Argument.name(rule.kind().word())));
        }
        if (teacher.direct()) {
            return direct(given, architecture);
        }
        Map<String, Matrix> feedback = new LinkedHashMap<>();
        for (JsonCursor entry : given.map(JsonCursor::entries).orElse(List.of())) {
            int e = architecture.edge(entry.name()).orElseThrow(() -> entry.refused(Phrase.of("file.no-edge")));
            int rows = architecture.rows(e);
            int columns = architecture.columns(e);
            feedback.put(
                    entry.name(),
                    entry.matrix(
                            rows,
                            columns,
                            Phrase.of("file.shape.edge", Argument.count(rows), Argument.count(columns))));
        }
        return feedback;
    }

    private static Map<String, Matrix> direct(Optional<JsonCursor> given, Architecture architecture) {
        Map<String, Matrix> shapes = new LinkedHashMap<>();
        for (Node hidden : architecture.nodes()) {
            for (Node output : architecture.nodes()) {
                if (hidden.role() == Role.HIDDEN && output.role() == Role.OUTPUT) {
                    shapes.put(Extras.direct(hidden.id(), output.id()), Matrix.zero(hidden.width(), output.width()));
                }
            }
        }
        Map<String, Matrix> feedback = new LinkedHashMap<>();
        for (JsonCursor entry : given.map(JsonCursor::entries).orElse(List.of())) {
            Matrix shape = shapes.get(entry.name());
            if (shape == null) {
                throw entry.refused(Phrase.of("file.direct"));
            }
            feedback.put(
                    entry.name(),
                    entry.matrix(
                            shape.rows(),
                            shape.columns(),
                            Phrase.of(
                                    "file.shape.direct",
                                    Argument.count(shape.rows()),
                                    Argument.count(shape.columns()))));
        }
        for (String name : shapes.keySet()) {
            if (!feedback.containsKey(name)) {
                throw new Refused("feedback." + name, Phrase.of("file.no-direct"));
            }
        }
        return feedback;
    }

    static void write(JsonWriter json, Extras extras) {
        if (!extras.biases().isEmpty()) {
            json.line().name("initial_biases").open('{');
            extras.biases().forEach((node, b) -> json.name(node).numbers(b.toArray()));
            json.close('}');
        }
        if (!extras.gates().isEmpty()) {
            json.line().name("learned_gates").open('[');
            for (GateGroup group : extras.gates()) {
                json.line().open('{').name("nodes").open('[');
                group.nodes().forEach(json::text);
                json.close(']').name("kind").text(group.kind().word());
                json.name("per_context").literal(Boolean.toString(group.perContext()));
                group.tau().ifPresent(tau -> json.name("tau").number(tau));
                Matrix theta = group.initial();
                json.name("initial").matrix(theta.toArray(), 0, theta.rows(), theta.columns());
                json.close('}');
            }
            json.close(']');
        }
        if (!extras.feedback().isEmpty()) {
            json.line().name("feedback").open('{');
            extras.feedback()
                    .forEach((name, b) -> json.line().name(name).matrix(b.toArray(), 0, b.rows(), b.columns()));
            json.close('}');
        }
    }
}
