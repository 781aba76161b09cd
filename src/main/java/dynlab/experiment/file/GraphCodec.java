package dynlab.experiment.file;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Edge;
import dynlab.architecture.InvalidArchitecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Refused;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The field {@code graph} of an experiment file: nodes and edges. */
final class GraphCodec {
    private static final int MOST_NODES = 512;
    private static final int MOST_EDGES = 2048;
    private static final int MOST_WIDTH = 16_384;
    private static final int MOST_WEIGHTS = 4_000_000;

    private GraphCodec() {}

    static Architecture read(JsonCursor graph) {
        graph.fields("nodes", "edges");
        JsonCursor nodeList = graph.required("nodes");
        List<Node> nodes = new ArrayList<>();
        for (JsonCursor cursor : Lists.atMost(
                nodeList,
                MOST_NODES,
                Phrase.of("file.too-many-nodes", Lists.size(nodeList), Argument.count(MOST_NODES)))) {
            nodes.add(node(cursor));
        }
        if (nodes.isEmpty()) {
            throw nodeList.refused(Phrase.of("file.no-nodes"));
        }
        List<Edge> edges = new ArrayList<>();
        JsonCursor edgeList = graph.required("edges");
        for (JsonCursor cursor : Lists.atMost(
                edgeList,
                MOST_EDGES,
                Phrase.of("file.too-many-edges", Lists.size(edgeList), Argument.count(MOST_EDGES)))) {
            cursor.fields("id", "source", "target", "tied");
            edges.add(new Edge(
                    cursor.required("id").id(),
                    cursor.required("source").id(),
                    cursor.required("target").id(),
                    cursor.optional("tied").map(GraphCodec::tie)));
        }
        Architecture architecture;
        try {
            architecture = new Architecture(nodes, edges);
        } catch (InvalidArchitecture invalid) {
            throw new Refused(graph.path() + "." + invalid.place(), invalid.what());
        }
        double weights = 0;
        for (int e = 0; e < edges.size(); e++) {
            weights += (double) architecture.rows(e) * architecture.columns(e);
        }
        if (weights > MOST_WEIGHTS) {
            throw graph.refused(Phrase.of("file.too-many-weights", Lists.plain(weights), Argument.count(MOST_WEIGHTS)));
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
            throw given.orElse(cursor).refused(Phrase.of("file.input-activation"));
        }
        Optional<JsonCursor> slope = cursor.optional("slope");
        if (slope.isPresent() && !activation.function().takesLeak()) {
            throw slope.get().refused(Phrase.of("file.slope", Argument.name(activation.word())));
        }
        double leak = slope.map(JsonCursor::atLeastZero).orElse(Activation.LEAK);
        if (leak >= 1) {
            throw slope.orElse(cursor).refused(Phrase.of("file.below-one"));
        }
        Optional<JsonCursor> properties = cursor.optional("properties");
        if (properties.isPresent() && role != Role.OUTPUT) {
            throw properties
                    .get()
                    .refused(role == Role.INPUT ? Phrase.of("file.names-of-input") : Phrase.of("file.names-of-hidden"));
        }
        return new Node(
                id,
                role,
                width,
                activation,
                leak,
                cursor.optional("bias").map(JsonCursor::bool).orElse(false),
                properties
                        .map(c -> Lists.names(
                                c, width, Phrase.of("file.unit-names", Argument.count(width), Lists.size(c))))
                        .orElse(List.of()));
    }

    static void write(JsonWriter json, Architecture architecture) {
        json.open('{').name("nodes").open('[');
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
            Lists.writeNames(json, "properties", node.properties());
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
    }
}
