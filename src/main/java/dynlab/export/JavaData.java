package dynlab.export;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.experiment.Training;
import dynlab.network.GateGroup;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The numbers of a run as constants of a program in Java, nodes and edges by their position. */
final class JavaData {
    /** A string of a class file has at most 65,535 bytes; so many numbers are far below. */
    private static final int CHUNK = 400;
    /** Programs with more numbers than this do not keep a row a line. */
    private static final int LONG = 20_000;

    private final Blueprint plan;
    private final Decimals decimals;
    private final Lines lines = new Lines();

    JavaData(Blueprint plan, Decimals decimals) {
        this.plan = plan;
        this.decimals = decimals;
    }

    private Architecture graph() {
        return plan.architecture();
    }

    String text() {
        int nodes = graph().nodes().size();
        int edges = graph().edges().size();
        Training training = plan.experiment().training();
        lines.add("    static final int SAMPLES = " + plan.columns() + ";");
        lines.add("    static final int STEPS = " + plan.steps() + ";");
        lines.add("    /** η = dt / τ. */");
        lines.add("    static final double RATE = " + decimals.format(training.learningRate()) + ";\n");
        lines.add(
                "    // nodes by position: " + names(v -> graph().nodes().get(v).id(), nodes));
        ints("WIDTH", nodes, v -> plan.node(v).width());
        list(
                "String[]",
                "ACTIVATION",
                nodes,
                v -> "\"" + plan.node(v).activation().word() + "\"");
        list("double[]", "LEAK", nodes, v -> decimals.format(plan.node(v).leak()));
        int[] order = graph().order();
        ints("ORDER", nodes, v -> order[v]);
        lines.add(
                "    // edges by position: " + names(e -> graph().edges().get(e).id(), edges));
        ints("SOURCE", edges, e -> graph().source(e));
        ints("TARGET", edges, e -> graph().target(e));
        ints("OWNER", edges, e -> graph().owner(e));
        list("boolean[]", "TURNED", edges, e -> Boolean.toString(graph().transposed(e)));
        ints("FIRST_STEP", edges, this::firstStep);
        data(nodes, edges);
        start(nodes, edges);
        if (!plan.experiment().extras().gates().isEmpty()) {
            gates(nodes);
        }
        seen();
        return lines.toString();
    }

    private static String names(IntFunction<String> name, int count) {
        return IntStream.range(0, Math.min(40, count))
                        .mapToObj(i -> i + " " + Preface.plain(name.apply(i)))
                        .collect(Collectors.joining(", "))
                + (count > 40 ? ", …" : "");
    }

    private int firstStep(int e) {
        Integer from =
                plan.experiment().training().from().get(graph().edges().get(e).id());
        return from == null ? 0 : from;
    }

    private void data(int nodes, int edges) {
        lines.add("\n    /** Data and targets, units × samples; null where a node has none. */");
        matrices("x", nodes, v -> plan.node(v).role() == Role.INPUT ? matrix(plan.x(v)) : "null");
        matrices("y", nodes, v -> plan.aims(v) ? matrix(plan.y(v)) : "null");
        lines.add("    /** What each sample weighs at an output. */");
        list("double[][]", "WEIGHT", nodes, v -> plan.aims(v) ? row(plan.weight(v)) : "null");
        lines.add("    /** Gates, one a sample; null where all are open. */");
        list(
                "double[][]",
                "NODE_GATE",
                nodes,
                v -> plan.nodeGate(v).map(this::row).orElse("null"));
        list(
                "double[][]",
                "EDGE_GATE",
                edges,
                e -> plan.edgeGate(e).map(this::row).orElse("null"));
        lines.add("    /** First sample, one past the last, first step, one past the last. */");
        List<int[]> during = plan.periods() ? plan.during() : List.of();
        lines.add("    static final int[][] DURING = {"
                + during.stream().map(JavaData::braces).collect(Collectors.joining(", ")) + "};");
        boolean spoils = plan.experiment().training().method().noise().isPresent();
        if (spoils || !plan.experiment().extras().gates().isEmpty()) {
            lines.add("    static final double[] CONTEXTS = " + row(plan.contextOf()) + ";");
            lines.add(
                    "    static final int[] CONTEXT = java.util.Arrays.stream(CONTEXTS).mapToInt(c -> (int) c).toArray();");
        }
        if (spoils) {
            lines.add("    /** Whether a sample has a target for an output. */");
            list("boolean[][]", "AIMING", nodes, v -> plan.aims(v) ? aiming(v) : "null");
        }
    }

    private String aiming(int v) {
        List<String> all = new ArrayList<>();
        for (int c = 0; c < plan.contexts().length; c++) {
            for (int n = plan.first()[c]; n < plan.first()[c + 1]; n++) {
                all.add(Boolean.toString(plan.aims(c, v)));
            }
        }
        return "{" + String.join(", ", all) + "}";
    }

    private void start(int nodes, int edges) {
        lines.add("\n    /** The weights, width of the target × width of the source; null of an edge that is tied. */");
        matrices("w", edges, e -> graph().owns(e) ? matrix(plan.weights().get(e)) : "null");
        if (graph().biased()) {
            Map<String, Matrix> given = plan.experiment().extras().biases();
            list("double[][]", "b", nodes, v -> {
                Matrix zero = Matrix.zero(plan.node(v).width(), 1);
                return plan.node(v).bias()
                        ? row(given.getOrDefault(plan.node(v).id(), zero).toArray())
                        : "null";
            });
        }
        Map<String, Matrix> feedback = plan.experiment().extras().feedback();
        if (!feedback.isEmpty()) {
            lines.add("    /** Matrices by which errors travel back. */");
            if (plan.experiment().training().method().rule().kind().teacher().direct()) {
                lines.add(
                        "    static final double[][][][] direct = new double[WIDTH.length][WIDTH.length][][];\n\n    static {");
                for (int v = 0; v < nodes; v++) {
                    for (int y = 0; y < nodes; y++) {
                        Matrix one = feedback.get(
                                plan.node(v).id() + "<" + plan.node(y).id());
                        lines.addIf(
                                one != null,
                                "        direct[" + v + "][" + y + "] = " + (one == null ? "" : matrix(one)) + ";");
                    }
                }
                lines.add("    }\n");
            } else {
                matrices("feedback", edges, e -> {
                    Matrix one = feedback.get(graph().edges().get(e).id());
                    return one == null ? "null" : matrix(one);
                });
            }
        } else if (plan.experiment().training().method().rule().kind().teacher().hasFeedback()) {
            lines.add("    static final double[][][] feedback = new double[SOURCE.length][][];");
            lines.add("    static final double[][][][] direct = new double[WIDTH.length][WIDTH.length][][];");
        }
    }

    private void gates(int nodes) {
        List<GateGroup> groups = plan.experiment().extras().gates();
        Training training = plan.experiment().training();
        lines.add(
                "    /** Learned gates: θ of each group, contexts × nodes; the group and the place in it of each node. */");
        matrices("THETA", groups.size(), k -> matrix(groups.get(k).initial()));
        list(
                "String[]",
                "GATE_KIND",
                groups.size(),
                k -> "\"" + groups.get(k).kind().word() + "\"");
        list(
                "double[]",
                "GATE_RATE",
                groups.size(),
                k -> decimals.format(training.dt() / groups.get(k).tau().orElse(training.tau())));
        ints("GROUP", nodes, plan::group);
        ints(
                "PLACE",
                nodes,
                v -> plan.group(v) < 0
                        ? 0
                        : groups.get(plan.group(v)).nodes().indexOf(plan.node(v).id()));
    }

    private void seen() {
        Rerun rerun = plan.rerun();
        lines.add("\n    /** The recorded losses, before these steps. */");
        lines.add("    static final int[] SEEN = " + braces(rerun.steps()) + ";");
        lines.add("    static final double[] EXPECTED = " + row(rerun.losses()) + ";");
        lines.add("    /** The step from which rounding decides, and nothing is asserted. */");
        String trusted = rerun.trusted() == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Integer.toString(rerun.trusted());
        lines.add("    static final int TRUSTED = " + trusted + ";\n");
    }

    private void ints(String name, int count, IntFunction<Integer> value) {
        list("int[]", name, count, i -> Integer.toString(value.apply(i)));
    }

    private void list(String type, String name, int count, IntFunction<String> value) {
        List<String> all = IntStream.range(0, count).mapToObj(value).toList();
        boolean flat = type.indexOf("[]") == type.length() - 2;
        String between = flat ? ", " : ",\n        ";
        lines.add("    static final " + type + " " + name + " = {" + (flat ? "" : "\n        ")
                + String.join(between, all) + (flat ? "" : "\n    ") + "};");
    }

    private void matrices(String name, int count, IntFunction<String> value) {
        list("double[][][]", name, count, value);
    }

    private static String braces(int[] values) {
        return "{" + Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", ")) + "}";
    }

    private String row(double[] values) {
        return "matrix(" + Math.max(1, values.length) + ", " + strings(values, values.length) + ")[0]";
    }

    private String matrix(Matrix m) {
        boolean rows = m.rows() * m.columns() < LONG;
        return "matrix(" + m.columns() + ", " + strings(m.toArray(), rows ? m.columns() : CHUNK) + ")";
    }

    private String strings(double[] values, int chunk) {
        int most = Math.max(1, Math.min(chunk, CHUNK));
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < values.length; from += most) {
            text.append(from == 0 ? "\"" : ",\n            \"");
            for (int i = from; i < Math.min(values.length, from + most); i++) {
                text.append(i == from ? "" : " ").append(decimals.format(values[i]));
            }
            text.append('"');
        }
        return text.toString();
    }
}
