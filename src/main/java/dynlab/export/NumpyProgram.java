package dynlab.export;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.experiment.Training;
import dynlab.learning.LearningRule;
import dynlab.learning.UpdateRule;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.List;

/** A run as a program in Python with NumPy: every rule and loss of the laboratory, with the gradient written out. */
final class NumpyProgram {
    private final Blueprint plan;
    private final Decimals decimals;
    private final PythonForward forward;
    private final PythonSamples samples;

    NumpyProgram(Blueprint plan, Decimals decimals) {
        this.plan = plan;
        this.decimals = decimals;
        forward = new PythonForward(plan, false, decimals);
        samples = new PythonSamples(plan, forward, false, decimals);
    }

    private Architecture graph() {
        return plan.architecture();
    }

    private Training training() {
        return plan.experiment().training();
    }

    private LearningRule rule() {
        return training().method().rule();
    }

    /** The pieces of the program, in their order. */
    List<Section> sections() {
        PythonNumbers numbers = new PythonNumbers("np", "", decimals);
        PythonData data = new PythonData(plan, numbers, decimals);
        List<Section> all = new ArrayList<>();
        all.add(new Section("Libraries", "import math\n\nimport numpy as np\n"));
        all.add(data.data());
        all.add(data.start());
        samples.section().ifPresent(all::add);
        all.add(forward.section());
        all.add(gradient());
        all.add(new Section("Training", data.seen() + loop()));
        all.add(check());
        return all;
    }

    /** The comparison, the same for both libraries. */
    Section check() {
        return new Section("The same run?", comparison(plan.rerun()));
    }

    static String comparison(Rerun rerun) {
        String until = rerun.trusted() == Integer.MAX_VALUE ? "" : " if step < " + rerun.trusted();
        return """
                first = expected[0] if expected[0] > 0 else 1
                gaps = {step: abs(losses[step] - e) / first for step, e in zip(seen, expected)}
                compared = [gaps[step] for step in seen%s]
                print("ends at loss", losses[seen[-1]], "after", seen[-1], "steps")
                print("largest gap to the recorded run:", max(compared, default=0), "of the first loss")
                assert all(gap <= 1e-9 for gap in compared), "this is another run"
                """.formatted(until);
    }

    private Section gradient() {
        Lines lines = new Lines();
        List<String> arguments = new ArrayList<>(List.of("z", "a", "h", "y", "w"));
        if (forward.batches()) {
            arguments.add("c");
        }
        lines.add("# D = −dL/d of every matrix, bias and θ, from the outputs down: t is the signal at h, d that at z");
        lines.add("def descent(" + String.join(", ", arguments) + "):");
        lines.add("    D, Db, t, d = {e: np.zeros_like(W[e]) for e in W}, {}, {}, {}");
        if (forward.learned()) {
            lines.add("    g = open_gates()");
            lines.add("    pull = [np.zeros_like(one) for one in g]");
        }
        signals(lines);
        int[] order = graph().order();
        for (int i = order.length - 1; i >= 0; i--) {
            if (plan.node(order[i]).role() != Role.INPUT) {
                back(lines, order[i]);
            }
        }
        if (forward.learned()) {
            gates(lines);
            lines.add("    return D, Db, pull");
        } else {
            lines.add("    return D, Db");
        }
        return new Section("The way back", lines.toString());
    }

    /** {@code r = −∂L/∂h} at the outputs. */
    private void signals(Lines lines) {
        for (int v = 0; v < graph().nodes().size(); v++) {
            if (plan.node(v).role() == Role.OUTPUT && plan.aims(v)) {
                String w = "w" + forward.of(v);
                String y = "y" + forward.of(v);
                String h = "h" + forward.of(v);
                if (forward.entropy()) {
                    lines.add("    grown = np.exp(" + h + " - " + h + ".max(axis=0))");
                    lines.add("    r" + v + " = " + w + " * (" + y + " - " + y
                            + ".sum(axis=0) * grown / grown.sum(axis=0))");
                } else {
                    lines.add("    r" + v + " = " + w + " * (" + y + " - " + h + ")");
                }
            }
        }
    }

    private void back(Lines lines, int v) {
        List<String> terms = new ArrayList<>();
        if (plan.node(v).role() == Role.OUTPUT && plan.aims(v)) {
            terms.add("r" + v);
        }
        boolean direct = rule().kind().teacher().direct();
        if (direct && plan.node(v).role() == Role.HIDDEN) {
            for (int y = 0; y < graph().nodes().size(); y++) {
                String name = plan.node(v).id() + "<" + plan.node(y).id();
                if (plan.node(y).role() == Role.OUTPUT
                        && plan.aims(y)
                        && plan.experiment().extras().feedback().containsKey(name)) {
                    terms.add("B[" + Preface.quoted(name) + "] @ r" + y);
                }
            }
        }
        for (int e : graph().outgoing(v)) {
            if (!direct) {
                terms.add(wayBack(e));
            }
        }
        String zeros = "np.zeros_like(z" + forward.of(v) + ")";
        lines.add("    t" + forward.of(v) + " = " + (terms.isEmpty() ? zeros : String.join(" + ", terms)));
        if (plan.group(v) >= 0) {
            pull(lines, v);
        }
        boolean held = forward.held() && plan.node(v).activation() == Activation.RELU;
        String slope = plan.node(v).activation() == Activation.LINEAR
                ? ""
                : " * " + (held ? "on" + forward.of(v) : forward.call(v, "_slope"));
        lines.add("    d" + forward.of(v) + " = " + forward.nodeFactor(v) + "t" + forward.of(v) + slope);
        for (int e : graph().incoming(v)) {
            String gate = forward.edgeFactor(e);
            String d = gate.isEmpty() ? "d" + forward.of(v) : "(" + gate + "d" + forward.of(v) + ")";
            String source = "h" + forward.of(graph().source(e));
            String product = graph().transposed(e) ? source + " @ " + d + ".T" : d + " @ " + source + ".T";
            lines.add("    D" + forward.ofEdge(graph().owner(e)) + " += " + product);
        }
        if (plan.node(v).bias()) {
            lines.add("    Db" + forward.of(v) + " = d" + forward.of(v) + ".sum(axis=1, keepdims=True)");
        }
    }

    /** {@code −∂L/∂g} of a learned gate. */
    private void pull(Lines lines, int v) {
        int k = plan.group(v);
        GateGroup group = plan.experiment().extras().gates().get(k);
        int place = group.nodes().indexOf(plan.node(v).id());
        lines.add("    p = " + forward.contextFactor(v) + "(t" + forward.of(v) + " * a" + forward.of(v)
                + ").sum(axis=0)");
        lines.add(
                group.perContext()
                        ? "    np.add.at(pull[" + k + "][:, " + place + "], context" + forward.column() + ", p)"
                        : "    pull[" + k + "][0, " + place + "] += p.sum()");
    }

    /** From {@code −∂L/∂g} to {@code −∂L/∂θ}. */
    private void gates(Lines lines) {
        List<GateGroup> groups = plan.experiment().extras().gates();
        for (int k = 0; k < groups.size(); k++) {
            String g = "g[" + k + "]";
            String p = "pull[" + k + "]";
            if (groups.get(k).kind() == GateKind.SIGMOID) {
                lines.add("    " + p + " *= " + g + " * (1 - " + g + ")");
            } else if (groups.get(k).kind() == GateKind.SOFTMAX) {
                lines.add(
                        "    " + p + " = " + g + " * (" + p + " - (" + g + " * " + p + ").sum(axis=1, keepdims=True))");
            }
        }
    }

    private String wayBack(int e) {
        boolean other = rule().kind().teacher().hasFeedback()
                && plan.experiment()
                        .extras()
                        .feedback()
                        .containsKey(graph().edges().get(e).id());
        String matrix = other ? "B" + forward.ofEdge(e) + ".T" : turned(forward.used(e));
        String gate = forward.edgeFactor(e);
        String signal = "d" + forward.of(graph().target(e));
        return matrix + " @ " + (gate.isEmpty() ? signal : "(" + gate + signal + ")");
    }

    private static String turned(String matrix) {
        return matrix.endsWith(".T") ? matrix.substring(0, matrix.length() - 2) : matrix + ".T";
    }

    private String loop() {
        Lines lines = new Lines();
        boolean moving = training().method().update().kind().mover().hasVelocity();
        if (moving) {
            lines.add("V = {e: np.zeros_like(W[e]) for e in W}");
            lines.addIf(graph().biased(), "Vb = {v: np.zeros_like(b[v]) for v in b}");
        }
        lines.add("losses = {}");
        lines.add("for step in range(steps + 1):");
        look(lines);
        step(lines, moving);
        return lines.toString();
    }

    /** What a step looks at, and the loss there. */
    private void look(Lines lines) {
        PythonLook look = PythonLook.add(
                lines, plan, forward, samples, (to, indent, loss, alone) -> to.add(indent + "losses[step] = " + loss));
        String made = forward.learned() ? "D, Db, pull" : "D, Db";
        lines.add("    " + made + " = descent(z, a, h, " + look.targets() + ", " + look.weight()
                + (forward.batches() ? ", c" : "") + ")");
    }

    private void step(Lines lines, boolean moving) {
        UpdateRule update = training().method().update();
        feedback(lines, update);
        String decay =
                update.weightDecay() == 0 ? "D[e]" : "D[e] - " + decimals.format(update.weightDecay()) + " * W[e]";
        lines.add("    for e in W:");
        boolean late = !training().from().isEmpty();
        if (late) {
            lines.add("        if step < first_step.get(e, 0):");
            lines.add("            continue");
        }
        lines.add("        G = " + decay);
        move(lines, update, moving, "W[e]", "V[e]");
        if (graph().biased()) {
            lines.add("    for v in b:");
            lines.add("        G = Db[v]");
            move(lines, update, moving, "b[v]", "Vb[v]");
        }
        List<GateGroup> groups = plan.experiment().extras().gates();
        for (int k = 0; k < groups.size(); k++) {
            double rate =
                    training().dt() / groups.get(k).tau().orElse(training().tau());
            lines.add("    theta[" + k + "] = theta[" + k + "] + " + decimals.format(rate) + " * pull[" + k + "]");
        }
    }

    private void move(Lines lines, UpdateRule update, boolean moving, String w, String velocity) {
        String beta = decimals.format(update.beta());
        if (!moving) {
            lines.add("        " + w + " = " + w + " + rate * G");
            return;
        }
        lines.add("        " + velocity + " = " + beta + " * " + velocity + " + rate * G");
        boolean ahead = update.kind() == UpdateRule.Kind.NESTEROV;
        lines.add("        " + w + " = " + w + " + " + (ahead ? beta + " * " + velocity + " + rate * G" : velocity));
    }

    private void feedback(Lines lines, UpdateRule update) {
        if (!rule().kind().teacher().learns()) {
            return;
        }
        lines.add("    # matrices on the way back learn first");
        for (String name : plan.experiment().extras().feedback().keySet()) {
            int e = graph().edge(name).orElseThrow();
            String at = "B[" + Preface.quoted(name) + "]";
            String turn = graph().transposed(e) ? ".T" : "";
            String owner = forward.ofEdge(graph().owner(e));
            String change = rule().kind().teacher().mirrors()
                    ? decimals.format(rule().mirror()) + " * (W" + owner + turn + " - " + at + ")"
                    : "(D" + owner + turn + " - " + decimals.format(update.weightDecay()) + " * " + at + ")";
            lines.add("    " + at + " = " + at + " + rate * " + change);
        }
    }
}
