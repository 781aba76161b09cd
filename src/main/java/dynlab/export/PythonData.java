package dynlab.export;

import dynlab.architecture.Role;
import dynlab.network.GateGroup;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data, the start and the settings of a run, as Python dictionaries by the names of nodes and edges. */
final class PythonData {
    private final Blueprint plan;
    private final Decimals decimals;
    private final PythonNumbers numbers;

    PythonData(Blueprint plan, PythonNumbers numbers, Decimals decimals) {
        this.plan = plan;
        this.numbers = numbers;
        this.decimals = decimals;
    }

    Section data() {
        Lines lines = new Lines();
        lines.add("# rows are units, columns are the samples of all trained contexts side by side");
        open(lines, "x");
        each(Role.INPUT, v -> entry(lines, v, numbers.matrix(plan.x(v))));
        lines.add("}");
        open(lines, "y");
        each(Role.OUTPUT, v -> entry(lines, v, numbers.matrix(plan.y(v))), true);
        lines.add("}");
        lines.add("# what each sample weighs in the loss");
        open(lines, "weight");
        each(Role.OUTPUT, v -> entry(lines, v, numbers.row(plan.weight(v))), true);
        lines.add("}");
        gates(lines);
        List<int[]> during = plan.periods() ? plan.during() : List.of();
        if (!during.isEmpty()) {
            lines.add("# first sample, one past the last, first step, one past the last");
            lines.add("during = [");
            during.forEach(d -> lines.add("    (" + d[0] + ", " + d[1] + ", " + d[2] + ", " + d[3] + "),"));
            lines.add("]");
        }
        return new Section("The data", lines.toString());
    }

    private void gates(Lines lines) {
        Lines nodes = new Lines();
        for (int v = 0; v < plan.architecture().nodes().size(); v++) {
            Optional<double[]> gate = plan.nodeGate(v);
            if (gate.isPresent()) {
                entry(nodes, v, numbers.row(gate.get()));
            }
        }
        Lines edges = new Lines();
        for (int e = 0; e < plan.architecture().edges().size(); e++) {
            Optional<double[]> gate = plan.edgeGate(e);
            if (gate.isPresent()) {
                named(edges, plan.architecture().edges().get(e).id(), numbers.row(gate.get()));
            }
        }
        lines.addIf(
                !nodes.toString().isEmpty(),
                "# gates, one number a sample; what is not named is open\nnode_gate = {\n" + nodes + "}");
        lines.addIf(!edges.toString().isEmpty(), "edge_gate = {\n" + edges + "}");
    }

    Section start() {
        Lines lines = new Lines();
        lines.add("rate = " + decimals.format(plan.experiment().training().learningRate()) + "  # η = dt / τ");
        lines.add("steps = " + plan.steps());
        Map<String, Integer> from = plan.experiment().training().from();
        if (!from.isEmpty()) {
            lines.add("# the first step at which an edge learns");
            open(lines, "first_step");
            from.forEach((edge, step) -> named(lines, edge, Integer.toString(step)));
            lines.add("}");
        }
        lines.add("# the first weights, width of the target × width of the source");
        open(lines, "W");
        for (int e = 0; e < plan.weights().size(); e++) {
            if (plan.architecture().owns(e)) {
                named(
                        lines,
                        plan.architecture().edges().get(e).id(),
                        numbers.matrix(plan.weights().get(e)));
            }
        }
        lines.add("}");
        if (plan.architecture().biased()) {
            open(lines, "b");
            for (int v = 0; v < plan.architecture().nodes().size(); v++) {
                if (plan.node(v).bias()) {
                    Matrix given = plan.experiment()
                            .extras()
                            .biases()
                            .getOrDefault(
                                    plan.node(v).id(), Matrix.zero(plan.node(v).width(), 1));
                    entry(lines, v, numbers.matrix(given));
                }
            }
            lines.add("}");
        }
        Map<String, Matrix> feedback = plan.experiment().extras().feedback();
        if (!feedback.isEmpty()) {
            lines.add("# matrices by which errors travel back");
            open(lines, "B");
            feedback.forEach((name, matrix) -> named(lines, name, numbers.matrix(matrix)));
            lines.add("}");
        }
        List<GateGroup> groups = plan.experiment().extras().gates();
        if (!groups.isEmpty()) {
            lines.add("# learned gates: θ of each group, rows are contexts, columns are nodes");
            lines.add("theta = [");
            groups.forEach(group -> lines.add("    " + numbers.matrix(group.initial()) + ","));
            lines.add("]");
        }
        return new Section("The start", lines.toString());
    }

    /** The losses to be met. */
    String seen() {
        return "# the recorded losses, before these steps\nseen = "
                + PythonNumbers.whole(plan.rerun().steps(), "    ")
                + "\nexpected = "
                + numbers.list(plan.rerun().losses(), "    ") + "\n";
    }

    private static void open(Lines lines, String name) {
        lines.add(name + " = {");
    }

    private void entry(Lines lines, int v, String value) {
        named(lines, plan.node(v).id(), value);
    }

    private static void named(Lines lines, String name, String value) {
        lines.add("    " + Preface.quoted(name) + ": " + value.replace("\n", "\n    ") + ",");
    }

    private interface EachNode {
        void at(int v);
    }

    private void each(Role role, EachNode what) {
        each(role, what, false);
    }

    private void each(Role role, EachNode what, boolean aiming) {
        for (int v = 0; v < plan.architecture().nodes().size(); v++) {
            if (plan.node(v).role() == role && (!aiming || plan.aims(v))) {
                what.at(v);
            }
        }
    }
}
