package dynlab.export;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The forward pass and the loss in Python, node by node as the graph has them; NumPy and PyTorch differ in a word or two. */
final class PythonForward {
    private final Blueprint plan;
    private final boolean torch;
    private final Decimals decimals;

    PythonForward(Blueprint plan, boolean torch, Decimals decimals) {
        this.plan = plan;
        this.torch = torch;
        this.decimals = decimals;
    }

    private Architecture graph() {
        return plan.architecture();
    }

    boolean batches() {
        return plan.batch().isPresent();
    }

    boolean learned() {
        return !plan.experiment().extras().gates().isEmpty();
    }

    boolean held() {
        return plan.experiment().training().gatesEvery().isPresent();
    }

    boolean entropy() {
        return plan.experiment().training().method().loss() == Loss.SOFTMAX_CROSS_ENTROPY;
    }

    private boolean perContext() {
        return plan.experiment().extras().gates().stream().anyMatch(GateGroup::perContext);
    }

    /** Whether the number of the context of each sample is asked for. */
    boolean asksContext() {
        return perContext() || plan.experiment().training().method().noise().isPresent();
    }

    /** The columns that are looked at, behind a matrix; nothing where it is always all. */
    String columns() {
        return batches() ? "[:, c]" : "";
    }

    String column() {
        return batches() ? "[c]" : "";
    }

    /** Name of node {@code v} in brackets. */
    String of(int v) {
        return "[" + Preface.quoted(plan.node(v).id()) + "]";
    }

    String ofEdge(int e) {
        return "[" + Preface.quoted(graph().edges().get(e).id()) + "]";
    }

    /** The matrix that edge {@code e} uses. */
    String used(int e) {
        return "W" + ofEdge(graph().owner(e)) + (graph().transposed(e) ? ".T" : "");
    }

    /** The gate that a context gives edge {@code e} as a factor, or nothing. */
    String edgeFactor(int e) {
        return plan.edgeGate(e).isPresent() ? "edge_gate" + ofEdge(e) + column() + " * " : "";
    }

    /** The gate that a context gives node {@code v} as a factor, or nothing. */
    String contextFactor(int v) {
        return plan.nodeGate(v).isPresent() ? "node_gate" + of(v) + column() + " * " : "";
    }

    /** All gates of node {@code v} as factors, or nothing. */
    String nodeFactor(int v) {
        int k = plan.group(v);
        if (k < 0) {
            return contextFactor(v);
        }
        GateGroup group = plan.experiment().extras().gates().get(k);
        String row = group.perContext() ? "context" + column() : "0";
        return contextFactor(v) + "g[" + k + "][" + row + ", "
                + group.nodes().indexOf(plan.node(v).id()) + "] * ";
    }

    /** The functions of units that occur, with their derivatives where these are not found by the library. */
    String functions() {
        Set<Activation> used = new LinkedHashSet<>();
        for (Node node : graph().nodes()) {
            used.add(node.activation());
        }
        used.remove(Activation.LINEAR);
        StringBuilder text = new StringBuilder();
        String lib = torch ? "torch" : "np";
        for (Activation one : Activation.values()) {
            if (used.contains(one)) {
                text.append(torch ? torchFunction(one) : numpyFunction(one));
            }
        }
        if (entropy()) {
            text.append(String.join(
                    "\n",
                    "def cross_entropy(w, y, h):",
                    "    m = h." + (torch ? "amax(0)" : "max(axis=0)"),
                    "    level = m + " + lib + ".log(" + lib + ".exp(h - m).sum(" + (torch ? "0" : "axis=0") + "))",
                    "    return (w * (y.sum(" + (torch ? "0" : "axis=0") + ") * level - (y * h).sum("
                            + (torch ? "0" : "axis=0") + "))).sum()",
                    "",
                    "",
                    ""));
        }
        return text.toString();
    }

    private static String numpyFunction(Activation one) {
        return switch (one) {
            case LINEAR -> "";
            case RELU -> """
                    def relu(z):
                        return np.where(z > 0, z, 0.0)


                    def relu_slope(z):
                        return np.where(z > 0, 1.0, 0.0)


                    """;
            case LEAKY_RELU -> """
                    def leaky_relu(z, slope):
                        return np.where(z > 0, z, slope * z)


                    def leaky_relu_slope(z, slope):
                        return np.where(z > 0, 1.0, slope)


                    """;
            case TANH -> """
                    def tanh(z):
                        return np.tanh(z)


                    def tanh_slope(z):
                        return 1 - np.tanh(z) ** 2


                    """;
            case GELU -> """
                    erfc = np.vectorize(math.erfc, otypes=[float])


                    def gelu(z):
                        return z * 0.5 * erfc(-z * math.sqrt(0.5))


                    def gelu_slope(z):
                        return 0.5 * erfc(-z * math.sqrt(0.5)) + z * np.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)


                    """;
        };
    }

    private static String torchFunction(Activation one) {
        return switch (one) {
            case LINEAR -> "";
            case RELU -> """
                    def relu(z):
                        return torch.relu(z)


                    """;
            case LEAKY_RELU -> """
                    def leaky_relu(z, slope):
                        return torch.where(z > 0, z, slope * z)


                    """;
            case TANH -> """
                    def tanh(z):
                        return torch.tanh(z)


                    """;
            case GELU -> """
                    def gelu(z):
                        return z * 0.5 * torch.erfc(-z * math.sqrt(0.5))


                    """;
        };
    }

    /** The argument of a function of units, with its slope if it has one. */
    String call(int v, String suffix) {
        Node node = plan.node(v);
        String leak = node.activation() == Activation.LEAKY_RELU ? ", " + decimals.format(node.leak()) : "";
        return node.activation().word() + suffix + "(z" + of(v) + leak + ")";
    }

    /** The function that opens learned gates. */
    private String gates() {
        if (!learned()) {
            return "";
        }
        Lines lines = new Lines().add("def open_gates():").add("    return [");
        String lib = torch ? "torch" : "np";
        List<GateGroup> groups = plan.experiment().extras().gates();
        for (int k = 0; k < groups.size(); k++) {
            String theta = "theta[" + k + "]";
            GateKind kind = groups.get(k).kind();
            String open = switch (kind) {
                case LINEAR -> theta + " * 1.0";
                case SIGMOID -> "1 / (1 + " + lib + ".exp(-" + theta + "))";
                case SOFTMAX -> torch ? "torch.softmax(" + theta + ", dim=1)" : "softmax(" + theta + ")";
            };
            lines.add("        " + open + ",");
        }
        lines.add("    ]\n\n");
        boolean soft = groups.stream().anyMatch(group -> group.kind() == GateKind.SOFTMAX);
        String softmax = """
                def softmax(t):
                    e = np.exp(t - t.max(axis=1, keepdims=True))
                    return e / e.sum(axis=1, keepdims=True)


                """;
        return (soft && !torch ? softmax : "") + lines;
    }

    /** The forward pass. */
    Section section() {
        Lines lines = new Lines();
        lines.add(functions() + gates());
        List<String> arguments = new ArrayList<>();
        if (batches()) {
            arguments.add("c");
        }
        if (held()) {
            lines.add("on = {}  # gates of ReLU units, as they were last taken\n\n");
            arguments.add("look");
        }
        lines.add("def forward(" + String.join(", ", arguments) + "):");
        lines.add("    z, a, h = {}, {}, {}");
        lines.addIf(learned(), "    g = open_gates()");
        for (int v : graph().order()) {
            node(lines, v);
        }
        lines.add("    return z, a, h\n\n");
        loss(lines);
        return new Section("The network", lines.toString().strip() + "\n");
    }

    private void node(Lines lines, int v) {
        if (plan.node(v).role() == Role.INPUT) {
            lines.add("    h" + of(v) + " = " + nodeFactor(v) + "x" + of(v) + columns());
            return;
        }
        List<String> terms = new ArrayList<>();
        for (int e : graph().incoming(v)) {
            String gate = edgeFactor(e);
            String source = "h" + of(graph().source(e));
            terms.add(used(e) + " @ " + (gate.isEmpty() ? source : "(" + gate + source + ")"));
        }
        if (plan.node(v).bias()) {
            terms.add("b" + of(v));
        }
        String zeros = (torch ? "torch.zeros((" : "np.zeros((") + plan.node(v).width() + ", "
                + (batches() ? "len(c)" : plan.columns()) + ")" + (torch ? ", dtype=torch.float64" : "") + ")";
        if (graph().incoming(v).length == 0) {
            terms.add(0, zeros);
        }
        String sum = terms.size() < 3
                ? String.join(" + ", terms)
                : terms.stream().collect(Collectors.joining("\n        + ", "(\n        ", "\n    )"));
        lines.add("    z" + of(v) + " = " + sum);
        if (held() && plan.node(v).activation() == Activation.RELU) {
            lines.add("    if look:");
            lines.add("        on" + of(v) + " = "
                    + (torch ? "(z" + of(v) + " > 0).double()" : "1.0 * (z" + of(v) + " > 0)"));
            lines.add("    a" + of(v) + " = on" + of(v) + " * z" + of(v));
        } else if (plan.node(v).activation() == Activation.LINEAR) {
            lines.add("    a" + of(v) + " = z" + of(v));
        } else {
            lines.add("    a" + of(v) + " = " + call(v, ""));
        }
        lines.add("    h" + of(v) + " = " + nodeFactor(v) + "a" + of(v));
    }

    private void loss(Lines lines) {
        lines.add("def loss(h, y, w):");
        List<String> terms = new ArrayList<>();
        for (int v = 0; v < graph().nodes().size(); v++) {
            if (plan.node(v).role() == Role.OUTPUT && plan.aims(v)) {
                String w = "w" + of(v);
                String y = "y" + of(v);
                String h = "h" + of(v);
                terms.add(
                        entropy()
                                ? "cross_entropy(" + w + ", " + y + ", " + h + ")"
                                : "0.5 * (" + w + " * (" + y + " - " + h + ") ** 2).sum()");
            }
        }
        lines.add("    return " + (terms.isEmpty() ? "0.0" : String.join(" + ", terms)));
    }
}
