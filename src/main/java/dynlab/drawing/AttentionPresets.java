package dynlab.drawing;

import dynlab.drawing.Settings.Begin;
import dynlab.experiment.Start;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One layer of linear attention that learns regression in its context, as a deep linear graph: the expected loss of heads
 * v_h q_h k_hᵀ over sequences of {@value #EXAMPLES} examples whose inputs have variances Λ is that of paths with data of its
 * own, X = G^½ and Y = Λ^½ A* G^½ with G = Λ²(1 + 1/N) + Λ tr Λ / N and A* = Λ G⁻¹. A last sample, which no input foretells, holds
 * what no attention can explain, so that the loss is the published one.
 */
final class AttentionPresets {
    static final double[] VARIANCES = {1, 0.7, 0.5, 0.3};
    static final int EXAMPLES = 31;
    private static final int HEADS = 8;
    private static final double START = 0.05;
    private static final int SEED = 1;

    private AttentionPresets() {}

    /** The diagonal of G. */
    static double[] g() {
        double trace = Arrays.stream(VARIANCES).sum();
        double[] g = new double[VARIANCES.length];
        for (int d = 0; d < g.length; d++) {
            double square = VARIANCES[d] * VARIANCES[d];
            double mixed = VARIANCES[d] * trace;
            g[d] = square * (1 + 1.0 / EXAMPLES) + mixed / EXAMPLES;
        }
        return g;
    }

    /** What no attention can explain: ½ (tr Λ − Σ λ³ / g). */
    static double rest() {
        double[] g = g();
        double rest = 0;
        for (int d = 0; d < g.length; d++) {
            double cube = VARIANCES[d] * VARIANCES[d] * VARIANCES[d];
            double explained = cube / g[d];
            double left = VARIANCES[d] - explained;
            rest += left;
        }
        return rest / 2;
    }

    /** Keys and queries apart: each head has three factors, and the directions are learned one after the other. */
    static Drawing separate() {
        int width = VARIANCES.length;
        Sketch sketch = new Sketch().input("context", width);
        for (int h = 1; h <= HEADS; h++) {
            sketch.hidden("key " + h, 1).hidden("value " + h, 1);
        }
        sketch.hidden("query", width).output("answer", width);
        for (int h = 1; h <= HEADS; h++) {
            sketch.path("context", "key " + h, "value " + h, "query");
        }
        sketch.path("query", "answer");
        double[] g = g();
        double[] x = new double[width * (width + 1)];
        double[] y = new double[width * (width + 1)];
        for (int d = 0; d < width; d++) {
            x[d * (width + 1) + d] = Math.sqrt(g[d]);
            double cube = VARIANCES[d] * VARIANCES[d] * VARIANCES[d];
            y[d * (width + 1) + d] = Math.sqrt(cube / g[d]);
        }
        y[width] = Math.sqrt(2 * rest());
        Settings settings = new Settings(20_000, 0.01, 1, Begin.KEPT, START, SEED);
        Drawing drawing = sketch.context(
                        "sequences",
                        true,
                        1,
                        Set.of(),
                        Map.of("context", Matrix.of(width, width + 1, x)),
                        Map.of("answer", Matrix.of(width, width + 1, y)))
                .drawing(
                        "linear attention, keys and queries apart",
                        "Heads as paths: four directions, four steps down.",
                        settings);
        return frozen(drawing);
    }

    /** The last edge is Λ^½ and never learns; the heads begin at random. */
    private static Drawing frozen(Drawing drawing) {
        List<Matrix> weights = new ArrayList<>(
                Initialization.draw(new Init.Gaussian(START, SEED), drawing.architecture(), drawing.contexts()));
        double[] roots = new double[VARIANCES.length];
        for (int d = 0; d < roots.length; d++) {
            roots[d] = Math.sqrt(VARIANCES[d]);
        }
        int last = drawing.edges().size() - 1;
        weights.set(last, Matrix.diagonal(roots));
        Learning learning = Learning.PLAIN.from(
                Map.of(drawing.edges().get(last).id(), drawing.settings().steps() + 1));
        return drawing.keeping(new Start.Given(weights), drawing.settings().by(learning));
    }

    /** Keys and queries merged: a head weighs all products of context and question at once, and all directions come together. */
    static Drawing merged() {
        int width = VARIANCES.length;
        int inputs = width * width;
        double[] g = g();
        double[] x = new double[inputs * (inputs + 1)];
        double[] y = new double[inputs + 1];
        for (int d = 0; d < width; d++) {
            for (int e = 0; e < width; e++) {
                int at = d * width + e;
                x[at * (inputs + 1) + at] = Math.sqrt(VARIANCES[d] * g[e]);
            }
            double cube = VARIANCES[d] * VARIANCES[d] * VARIANCES[d];
            y[d * width + d] = Math.sqrt(cube / g[d]);
        }
        y[inputs] = Math.sqrt(2 * rest());
        return new Sketch()
                .input("context × question", inputs)
                .hidden("heads", HEADS)
                .output("answer", 1)
                .path("context × question", "heads", "answer")
                .context(
                        "sequences",
                        true,
                        1,
                        Set.of(),
                        Map.of("context × question", Matrix.of(inputs, inputs + 1, x)),
                        Map.of("answer", Matrix.of(1, inputs + 1, y)))
                .drawing(
                        "linear attention, keys and queries merged",
                        "All directions share the values: one step down.",
                        new Settings(2500, 0.01, 1, Begin.RANDOM, START, SEED));
    }
}
