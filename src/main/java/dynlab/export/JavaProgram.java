package dynlab.export;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.experiment.Training;
import dynlab.learning.Batch;
import dynlab.learning.LabelNoise;
import dynlab.learning.LearningRule;
import dynlab.learning.UpdateRule;
import dynlab.network.Loss;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.List;

/** A run as one file of Java without libraries: every rule and loss of the laboratory, with the gradient written out. */
final class JavaProgram {
    private final Blueprint plan;
    private final JavaData data;
    private final Decimals decimals;
    private final boolean batches;
    private final boolean learned;
    private final boolean spoils;
    private final boolean flips;

    JavaProgram(Blueprint plan, Decimals decimals) {
        this.plan = plan;
        this.decimals = decimals;
        data = new JavaData(plan, decimals);
        batches = plan.batch().isPresent();
        learned = !plan.experiment().extras().gates().isEmpty();
        spoils = training().method().noise().isPresent();
        flips = training()
                .method()
                .noise()
                .filter(n -> n.kind() == LabelNoise.Kind.FLIP)
                .isPresent();
    }

    private Training training() {
        return plan.experiment().training();
    }

    private Architecture graph() {
        return plan.architecture();
    }

    private LearningRule rule() {
        return training().method().rule();
    }

    private boolean held() {
        return training().gatesEvery().isPresent();
    }

    /** The whole program. */
    String text() {
        Lines lines = new Lines();
        for (String line : Preface.lines(plan, "Java", "Run it with: java FILE (Java 17 or later)")) {
            lines.add(line.isEmpty() ? "//" : "// " + line);
        }
        lines.add("\npublic final class DynlabRun {");
        lines.add(data.text());
        state(lines);
        lines.add(JavaParts.MATRICES);
        functions(lines);
        samples(lines);
        forward(lines);
        loss(lines);
        backward(lines);
        step(lines);
        main(lines);
        return lines.add("}").toString();
    }

    private void state(Lines lines) {
        lines.add("""
                    /** Summed inputs, activities and outputs, and the signals at outputs and at summed inputs. */
                    static final double[][][] z = new double[WIDTH.length][][];
                    static final double[][][] a = new double[WIDTH.length][][];
                    static final double[][][] h = new double[WIDTH.length][][];
                    static final double[][][] r = new double[WIDTH.length][][];
                    static final double[][][] t = new double[WIDTH.length][][];
                    static final double[][][] d = new double[WIDTH.length][][];
                    /** Descents −dL/d of matrices and biases. */
                    static final double[][][] descent = new double[SOURCE.length][][];
                    static final double[][] biasDescent = new double[WIDTH.length][];
                """);
        lines.addIf(held(), "    static final double[][][] on = new double[WIDTH.length][][];");
        if (training().method().update().kind().mover().hasVelocity()) {
            lines.add("    static final double[][][] velocity = new double[SOURCE.length][][];");
            lines.add("    static final double[][] biasVelocity = new double[WIDTH.length][];");
        }
    }

    private void functions(Lines lines) {
        lines.add("    static double f(int v, double z) {\n        switch (ACTIVATION[v]) {");
        List<Activation> used = graph().nodes().stream()
                .map(node -> node.activation())
                .distinct()
                .toList();
        for (Activation one : used) {
            lines.addIf(
                    one != Activation.LINEAR,
                    "            case \"" + one.word() + "\":\n                return " + JavaParts.function(one)
                            + ";");
        }
        lines.add("            default:\n                return z;\n        }\n    }\n");
        lines.add("    static double slope(int v, double z) {\n        switch (ACTIVATION[v]) {");
        for (Activation one : used) {
            lines.addIf(
                    one != Activation.LINEAR,
                    "            case \"" + one.word() + "\":\n                return " + JavaParts.slope(one) + ";");
        }
        lines.add("            default:\n                return 1;\n        }\n    }\n");
        lines.addIf(used.contains(Activation.GELU), JavaParts.ERFC);
        if (learned) {
            lines.add(JavaParts.GATES);
        }
    }

    private void samples(Lines lines) {
        boolean shuffles =
                plan.batch().filter(b -> b.order() == Batch.Order.SHUFFLED).isPresent();
        lines.addIf(shuffles || spoils, JavaParts.RANDOM);
        lines.add(
                "    static int[] everything() {\n        int[] all = new int[SAMPLES];\n        for (int i = 0; i < SAMPLES; i++) {");
        lines.add("            all[i] = i;\n        }\n        return all;\n    }\n");
        if (plan.batch().isPresent()) {
            Batch batch = plan.batch().get();
            lines.add("    static final int SIZE = " + batch.size() + ";");
            lines.add("    static final int[] order = everything();");
            lines.addIf(shuffles, "    static final Random shuffler = new Random(" + batch.seed() + ");");
            lines.add(JavaParts.batch(shuffles));
        }
        if (spoils) {
            LabelNoise noise = training().method().noise().orElseThrow();
            lines.add("    static final Random noise = new Random(" + noise.seed() + ");");
            lines.add("    static final double AMOUNT = " + decimals.format(noise.amount()) + ";");
            lines.add(flips ? JavaParts.FLIP : JavaParts.NOISE);
        }
    }

    private void forward(Lines lines) {
        lines.add("    /** h = g f(Σ g_e W_e h_source + b), on the chosen samples. */");
        lines.add("    static void forward(int[] chosen" + (held() ? ", boolean look" : "") + ") {");
        lines.addIf(learned, "        openGates();");
        lines.add("        for (int v : ORDER) {");
        lines.add("            if (x[v] != null) {\n                a[v] = columns(x[v], chosen);");
        lines.add("            } else {\n                z[v] = new double[WIDTH[v]][chosen.length];");
        lines.add(
                "                for (int e : into(v)) {\n                    add(z[v], times(used(e), gated(EDGE_GATE[e], h[SOURCE[e]], chosen)));\n                }");
        lines.addIf(graph().biased(), "                addBias(z[v], b[v]);");
        lines.add("                a[v] = new double[WIDTH[v]][chosen.length];");
        lines.addIf(
                held(),
                "                if (look) {\n                    on[v] = new double[WIDTH[v]][chosen.length];\n                }");
        lines.add(
                "                for (int i = 0; i < WIDTH[v]; i++) {\n                    for (int n = 0; n < chosen.length; n++) {");
        if (held()) {
            lines.add("                        boolean holds = ACTIVATION[v].equals(\"relu\");");
            lines.add(
                    "                        if (look && holds) {\n                            on[v][i][n] = z[v][i][n] > 0 ? 1 : 0;\n                        }");
            lines.add("                        a[v][i][n] = holds ? on[v][i][n] * z[v][i][n] : f(v, z[v][i][n]);");
        } else {
            lines.add("                        a[v][i][n] = f(v, z[v][i][n]);");
        }
        lines.add("                    }\n                }\n            }");
        lines.add("            h[v] = gated(NODE_GATE[v], a[v], chosen);");
        lines.addIf(learned, "            h[v] = learned(v, h[v], chosen);");
        lines.add("        }\n    }\n");
    }

    private void loss(Lines lines) {
        boolean entropy = training().method().loss() == Loss.SOFTMAX_CROSS_ENTROPY;
        lines.add(entropy ? JavaParts.ENTROPY : JavaParts.SQUARED);
    }

    private void backward(Lines lines) {
        LearningRule.Kind kind = rule().kind();
        boolean direct = kind.teacher().direct();
        lines.add("    /** Descents of everything from the signals r at the outputs, from the outputs down. */");
        lines.add("    static void backward(int[] chosen) {");
        lines.add(
                "        for (int e = 0; e < SOURCE.length; e++) {\n            descent[e] = w[e] == null ? null : new double[w[e].length][w[e][0].length];\n        }");
        lines.addIf(learned, "        clearPulls();");
        lines.add(
                "        for (int k = ORDER.length - 1; k >= 0; k--) {\n            int v = ORDER[k];\n            if (x[v] != null) {\n                continue;\n            }");
        lines.add("            t[v] = new double[WIDTH[v]][chosen.length];");
        lines.add("            if (r[v] != null) {\n                add(t[v], r[v]);\n            }");
        if (direct) {
            lines.add(
                    "            for (int y = 0; y < WIDTH.length; y++) {\n                if (direct[v][y] != null && r[y] != null) {\n                    add(t[v], times(direct[v][y], r[y]));\n                }\n            }");
        } else {
            lines.add("            for (int e : outOf(v)) {");
            String back = kind.teacher().hasFeedback() ? "feedback[e] != null ? feedback[e] : used(e)" : "used(e)";
            lines.add("                add(t[v], times(transposed(" + back
                    + "), gated(EDGE_GATE[e], d[TARGET[e]], chosen)));\n            }");
        }
        lines.addIf(learned, "            pull(v, chosen);");
        lines.add("            d[v] = gated(NODE_GATE[v], t[v], chosen);");
        lines.addIf(learned, "            d[v] = learned(v, d[v], chosen);");
        lines.add(
                "            for (int i = 0; i < WIDTH[v]; i++) {\n                for (int n = 0; n < chosen.length; n++) {");
        lines.add(
                held()
                        ? "                    d[v][i][n] *= ACTIVATION[v].equals(\"relu\") ? on[v][i][n] : slope(v, z[v][i][n]);"
                        : "                    d[v][i][n] *= slope(v, z[v][i][n]);");
        lines.add("                }\n            }");
        lines.add("            for (int e : into(v)) {");
        lines.add(
                "                double[][] own = times(gated(EDGE_GATE[e], d[v], chosen), transposed(h[SOURCE[e]]));");
        lines.add("                add(descent[OWNER[e]], TURNED[e] ? transposed(own) : own);\n            }");
        if (graph().biased()) {
            lines.add("            if (b[v] != null) {\n                biasDescent[v] = sums(d[v]);\n            }");
        }
        lines.add("        }");
        lines.addIf(learned, "        descendGates();");
        lines.add("    }\n");
    }

    private void step(Lines lines) {
        UpdateRule update = training().method().update();
        boolean moving = update.kind().mover().hasVelocity();
        lines.add("    /** One step: matrices on the way back, then weights and biases, then gates. */");
        lines.add("    static void update(int step) {");
        if (rule().kind().teacher().learns()) {
            lines.add("        for (int e = 0; e < SOURCE.length; e++) {");
            lines.add("            for (int i = 0; feedback[e] != null && i < feedback[e].length; i++) {");
            lines.add("                for (int j = 0; j < feedback[e][i].length; j++) {");
            String at = rule().kind().teacher().mirrors() ? "w" : "descent";
            lines.add("                    double seen = TURNED[e] ? " + at + "[OWNER[e]][j][i] : " + at
                    + "[OWNER[e]][i][j];");
            lines.add("                    feedback[e][i][j] += RATE * "
                    + (rule().kind().teacher().mirrors()
                            ? decimals.format(rule().mirror()) + " * (seen - feedback[e][i][j]);"
                            : "(seen - " + decimals.format(update.weightDecay()) + " * feedback[e][i][j]);"));
            lines.add("                }\n            }\n        }");
        }
        lines.add("        for (int e = 0; e < SOURCE.length; e++) {");
        lines.add("            if (w[e] == null || step < FIRST_STEP[e]) {\n                continue;\n            }");
        lines.addIf(
                moving,
                "            if (velocity[e] == null) {\n                velocity[e] = new double[w[e].length][w[e][0].length];\n            }");
        lines.add("            for (int i = 0; i < w[e].length; i++) {");
        lines.add("                move(w[e][i], descent[e][i], " + (moving ? "velocity[e][i], " : "")
                + decimals.format(update.weightDecay()) + ");\n            }\n        }");
        if (graph().biased()) {
            lines.add(
                    "        for (int v = 0; v < WIDTH.length; v++) {\n            if (b[v] == null) {\n                continue;\n            }");
            lines.addIf(
                    moving,
                    "            if (biasVelocity[v] == null) {\n                biasVelocity[v] = new double[WIDTH[v]];\n            }");
            lines.add(
                    "            move(b[v], biasDescent[v], " + (moving ? "biasVelocity[v], " : "") + "0);\n        }");
        }
        lines.addIf(learned, "        moveGates();");
        lines.add("    }\n");
        move(lines, update, moving);
    }

    private void move(Lines lines, UpdateRule update, boolean moving) {
        String beta = decimals.format(update.beta());
        lines.add("    static void move(double[] w, double[] descent, " + (moving ? "double[] velocity, " : "")
                + "double decay) {");
        lines.add("        for (int i = 0; i < w.length; i++) {\n            double g = descent[i] - decay * w[i];");
        if (moving) {
            lines.add("            velocity[i] = " + beta + " * velocity[i] + RATE * g;");
        }
        lines.add(
                switch (update.kind()) {
                    case GRADIENT -> "            w[i] += RATE * g;";
                    case HEAVY_BALL -> "            w[i] += velocity[i];";
                    case NESTEROV -> "            w[i] += " + beta + " * velocity[i] + RATE * g;";
                });
        lines.add("        }\n    }\n");
    }

    private void main(Lines lines) {
        String look = held() ? ", step % " + training().gatesEvery().orElse(1) + " == 0" : "";
        String now = plan.periods() ? "step" : "-1";
        List<String> body = new ArrayList<>();
        body.add("    public static void main(String[] args) {");
        body.add("        int[] all = everything();");
        body.add(flips ? "        double[][][] aims = flipped();" : "        double[][][] aims = y;");
        body.add("        double worst = 0;\n        double loss = 0;\n        int next = 0;");
        body.add("        double first = EXPECTED[0] > 0 ? EXPECTED[0] : 1;");
        body.add("        for (int step = 0; step <= STEPS; step++) {");
        if (batches) {
            body.add("            boolean recorded = step == SEEN[next];");
            body.add(
                    "            if (recorded) {\n                forward(all);\n                loss = loss(y, all, -1);\n            }");
        } else {
            body.add("            forward(all" + look + ");");
            body.add("            loss = loss(y, all, " + now + ");");
            body.add("            boolean recorded = step == SEEN[next];");
        }
        body.add("            if (recorded && step < TRUSTED) {");
        body.add("                double gap = Math.abs(loss - EXPECTED[next]) / first;");
        body.add(
                "                if (!(gap <= 1e-9)) {\n                    throw new AssertionError(\"another run: at step \" + step + \" the loss is \" + loss + \", expected \" + EXPECTED[next]);\n                }");
        body.add("                worst = Math.max(worst, gap);\n            }");
        body.add("            next += recorded ? 1 : 0;");
        body.add("            if (step == STEPS) {\n                break;\n            }");
        if (batches) {
            body.add("            int[] chosen = batch(step);\n            forward(chosen);");
            body.add("            double factor = SAMPLES / (double) SIZE;");
        }
        String chosen = batches ? "chosen" : "all";
        if (spoils && !flips) {
            body.add("            aims = spoiled(" + chosen + ", " + now + ");");
        }
        body.add("            signals(aims, " + chosen + ", " + now + ", " + (batches ? "factor" : "1") + ");");
        body.add("            backward(" + chosen + ");\n            update(step);\n        }");
        body.add("        System.out.println(\"ends at loss \" + loss + \" after \" + STEPS + \" steps\");");
        body.add(
                "        System.out.println(\"largest gap to the recorded run: \" + worst + \" of the first loss\");\n    }");
        body.forEach(lines::add);
    }
}
