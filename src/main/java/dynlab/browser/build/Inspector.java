package dynlab.browser.build;

import dynlab.architecture.Activation;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Role;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Field;
import dynlab.browser.dom.Menu;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Outcome;
import dynlab.drawing.Placed;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.teavm.jso.dom.html.HTMLElement;

/** The fields of what is selected on the sheet: a layer, or a connection. */
final class Inspector implements BuildPanel {
    private static final String[] DOES = {"linear", "relu", "leaky_relu", "tanh", "gelu"};
    private static final String[] NAMES = {
        "linear", "ReLU", Words.say("build.inspector.leaky-relu"), "tanh", Words.say("build.inspector.gelu")
    };

    private final Builder builder;
    private final HTMLElement none = Dom.find("pick-none");
    private final HTMLElement ofNode = Dom.find("pick-node");
    private final HTMLElement ofEdge = Dom.find("pick-edge");
    private final HTMLElement edgeName;
    private final Field name;
    private final Field width;
    private final Menu does;
    private final Field nodeGate;
    private final Field edgeGate;
    /** What the fields show: a pointer selects something else before it takes the focus from them. */
    private String node = "";

    private String edge = "";
    private int context;

    Inspector(Builder builder) {
        this.builder = builder;
        name = new Field(ofNode, "node-name", "name", 8, this::rename);
        width = new Field(ofNode, "node-width", "width", 3, this::resize);
        does = new Menu(ofNode, "node-does", "does", DOES, NAMES, this::activate);
        nodeGate = new Field(ofNode, "node-gate", "gate", 3, this::gate);
        button(ofNode, "node-remove", Words.say("build.inspector.remove"));
        edgeName = Dom.make("b", "", ofEdge);
        edgeGate = new Field(ofEdge, "edge-gate", "gate", 3, this::gate);
        button(ofEdge, "edge-remove", Words.say("build.inspector.remove"));
    }

    private void button(HTMLElement parent, String id, String words) {
        HTMLElement button = Dom.make("button", "btn line", parent);
        Dom.attribute(button, "id", id);
        Dom.attribute(button, "type", "button");
        Dom.text(button, words);
        Dom.on(button, "click", e -> {
            builder.removeSelected();
            Dom.find("sheet").focus();
        });
    }

    /** To the first field of what is selected. */
    static void focusName() {
        HTMLElement first =
                Dom.find("pick-node").hasAttribute("hidden") ? Dom.find("edge-gate") : Dom.find("node-name");
        first.focus();
    }

    private void rename(String words) {
        String id = node;
        boolean selected = builder.selection().equals(id);
        if (builder.edit(d -> GraphEdit.rename(d, id, words))) {
            if (selected) {
                builder.select(words.trim());
            }
        } else {
            name.restore();
        }
    }

    private void resize(String words) {
        String id = node;
        double units = builder.decimals().parse(words.trim());
        int whole = units == Math.rint(units) && units > 0 && units < 1e6 ? (int) units : 0;
        if (!builder.edit(d -> GraphEdit.resize(d, id, whole))) {
            width.restore();
        }
    }

    private void activate(String word) {
        String id = builder.selection();
        for (Activation activation : Activation.values()) {
            if (activation.word().equals(word)) {
                builder.edit(d -> GraphEdit.activate(d, id, activation));
            }
        }
    }

    private void gate(String words) {
        double gate = words.trim().isEmpty()
                ? Double.NaN
                : builder.decimals().parse(words.trim().replace('−', '-'));
        int of = context;
        String line = edge;
        String id = node;
        Function<Drawing, Outcome> edit = line.isEmpty()
                ? d -> ContextEdit.gateNode(d, of, id, gate)
                : d -> ContextEdit.gateEdge(d, of, line, gate);
        if (!builder.edit(edit)) {
            (line.isEmpty() ? nodeGate : edgeGate).restore();
        }
    }

    @Override
    public void draw() {
        if (!node.equals(builder.selection()) || context != builder.context()) {
            List.of(name, width, nodeGate, edgeGate).forEach(Field::leave);
        }
        node = builder.selection();
        edge = builder.state().selectedEdge();
        context = builder.context();
        Optional<Placed> layer = builder.drawing().node(node);
        Optional<Edge> line = builder.drawing().edge(edge);
        Dom.toggle(none, "hidden", layer.isPresent() || line.isPresent());
        Dom.toggle(ofNode, "hidden", layer.isEmpty());
        Dom.toggle(ofEdge, "hidden", line.isEmpty());
        Gates gates = builder.drawing().contexts().get(context).gates();
        if (layer.isPresent()) {
            Placed placed = layer.get();
            name.show(placed.id());
            width.show(Integer.toString(placed.width()));
            does.show(placed.node().activation().word());
            Dom.toggle(does.select(), "disabled", placed.role() == Role.INPUT);
            nodeGate.show(builder.decimals().format(gates.node(placed.id())));
        } else if (line.isPresent()) {
            Dom.text(edgeName, line.get().source() + " → " + line.get().target());
            edgeGate.show(builder.decimals().format(gates.edge(line.get().id())));
        }
    }
}
