package dynlab.drawing;

import dynlab.drawing.Settings.Begin;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Networks to start from. */
public final class Presets {
    static final Matrix XOR_INPUTS = Matrix.of(new double[][] {{1, 1, -1, -1}, {1, -1, 1, -1}});
    static final Matrix XOR_TARGETS = Matrix.of(new double[][] {{1, -1, -1, 1}});

    private static final int ITEMS = 4;
    private static final int PROPERTIES = 7;
    private static final int HIDDEN = 16;
    private static final Matrix X = Matrix.identity(ITEMS);
    private static final Matrix Y = Data.hierarchy(PROPERTIES, ITEMS);

    /** All of them, in the order of the menu. */
    public static final List<Preset> ALL = List.of(
            new Preset("blank", "an empty sheet", Drawing::blank),
            new Preset("chain", "a chain of single units", Presets::chain),
            new Preset("deep", "deep linear network", Presets::deep),
            new Preset("xor", "exclusive or, four gated paths", Presets::xorPaths),
            new Preset("xor-relu", "exclusive or, ReLU", Presets::xorRelu),
            new Preset("routing-3", "routing, 3 × 2", () -> routing(3, 2, 1000)),
            new Preset("routing-7", "routing, 7 × 4", () -> routing(7, 4, 500)),
            new Preset("race", "race of four pathways", Presets::race),
            new Preset("senses", "two senses, two tasks", Presets::senses),
            new Preset("heads", "parallel heads", Presets::heads));

    private Presets() {}

    /**
     * A network to start from.
     *
     * @param id the word in an address
     * @param title the words in the menu
     * @param make draws it
     */
    public record Preset(String id, String title, Supplier<Drawing> make) {}

    private static Drawing chain() {
        return new Sketch()
                .input("x", 1)
                .hidden("h1", 1)
                .hidden("h2", 1)
                .output("y", 1)
                .path("x", "h1", "h2", "y")
                .context("all", true, 1, Set.of(), Map.of("x", one(1)), Map.of("y", one(1)))
                .drawing("chain", "One number through three weights.", new Settings(400, 0.1, 1, Begin.AUTO, 0.2, 1));
    }

    private static Matrix one(double value) {
        return Matrix.of(1, 1, new double[] {value});
    }

    private static Drawing deep() {
        return new Sketch()
                .input("items", ITEMS)
                .hidden("hidden 1", HIDDEN)
                .hidden("hidden 2", HIDDEN)
                .output("properties", PROPERTIES)
                .path("items", "hidden 1", "hidden 2", "properties")
                .context("all", true, 1, Set.of(), Map.of("items", X), Map.of("properties", Y))
                .drawing(
                        "deep linear network",
                        "Four items and their properties through two hidden layers.",
                        new Settings(400, 0.01, 1, Begin.AUTO, 0.08, 1));
    }

    /** gdln C: node h_k is open on example k only; dt / tau = 0.04, so 1200 steps are 120 time units of the figure. */
    private static Drawing xorPaths() {
        Sketch sketch = new Sketch().input("x", 2);
        List<String> all = new ArrayList<>();
        for (int k = 1; k <= 4; k++) {
            all.add("h" + k);
            sketch.hidden("h" + k, 4);
        }
        sketch.output("y", 1);
        all.forEach(h -> sketch.path("x", h, "y"));
        String[] names = {"both on", "first on", "second on", "both off"};
        for (int k = 0; k < 4; k++) {
            Set<String> closed = new HashSet<>(all);
            closed.remove("h" + (k + 1));
            Matrix x = Matrix.of(2, 1, XOR_INPUTS.column(k));
            sketch.context(names[k], true, 0.25, closed, Map.of("x", x), Map.of("y", one(XOR_TARGETS.at(0, k))));
        }
        return sketch.drawing(
                "exclusive or, four gated paths",
                "Each example has a path of its own.",
                new Settings(1200, 0.1, 2.5, Begin.AUTO, 0.001, 1));
    }

    private static Drawing xorRelu() {
        return new Sketch()
                .input("x", 2)
                .relu("h", 128)
                .output("y", 1)
                .path("x", "h", "y")
                .context("all", true, 0.25, Set.of(), Map.of("x", XOR_INPUTS), Map.of("y", XOR_TARGETS))
                .drawing(
                        "exclusive or, ReLU",
                        "The network that the four gated paths imitate.",
                        new Settings(1200, 0.1, 2.5, Begin.RANDOM, 0.0002, 1));
    }

    /** gdln D: M domains, K trained routes each; every sample weighs 1/M², and dt = 2 λ M² / (4 · 7) with λ = 0.02. */
    private static Drawing routing(int domains, int trained, int steps) {
        Sketch sketch = new Sketch();
        for (int i = 1; i <= domains; i++) {
            sketch.input("x" + i, ITEMS);
        }
        sketch.hidden("hidden 1", HIDDEN).hidden("hidden 2", HIDDEN);
        for (int o = 1; o <= domains; o++) {
            sketch.output("y" + o, PROPERTIES);
        }
        for (int i = 1; i <= domains; i++) {
            sketch.path("x" + i, "hidden 1", "hidden 2", "y" + i);
        }
        double weight = 1.0 / (domains * domains);
        for (int i = 0; i < domains; i++) {
            for (int o = 0; o < domains; o++) {
                boolean trains = Math.floorMod(o - i + (trained - 1) / 2, domains) < trained;
                route(sketch, i + 1, o + 1, trains, weight, Set.of());
            }
        }
        return sketch.drawing(
                "routing, " + domains + " × " + trained,
                domains + " domains share one hidden pathway; " + trained + " routes of each are trained.",
                new Settings(steps, step(domains), 1, Begin.AUTO, 0.08, 1));
    }

    private static double step(int domains) {
        return Math.rint(1e4 * 0.04 * domains * domains / (ITEMS * PROPERTIES)) / 1e4;
    }

    private static void route(Sketch sketch, int i, int o, boolean train, double weight, Set<String> closed) {
        sketch.context(i + " → " + o, train, weight, closed, Map.of("x" + i, X), Map.of("y" + o, Y));
    }

    /** gdln E with M = 4, m = 2: each of four pathways serves two inputs and two outputs. */
    private static Drawing race() {
        Sketch sketch = new Sketch();
        for (int i = 1; i <= 4; i++) {
            sketch.input("x" + i, ITEMS);
        }
        String[] names = {"a", "b", "c", "d"};
        for (String name : names) {
            sketch.hidden(name + "1", HIDDEN).hidden(name + "2", HIDDEN);
        }
        for (int o = 1; o <= 4; o++) {
            sketch.output("y" + o, PROPERTIES);
        }
        for (int i = 0; i < 4; i++) {
            for (int o = 0; o < 4; o++) {
                String own = names[i / 2 * 2 + o / 2];
                sketch.path("x" + (i + 1), own + "1", own + "2", "y" + (o + 1));
            }
        }
        for (int i = 0; i < 4; i++) {
            for (int o = 0; o < 4; o++) {
                Set<String> closed = new HashSet<>();
                for (int p = 0; p < 4; p++) {
                    if (p != i / 2 * 2 + o / 2) {
                        closed.add(names[p] + "1");
                        closed.add(names[p] + "2");
                    }
                }
                route(sketch, i + 1, o + 1, true, 1.0 / 16, closed);
            }
        }
        return sketch.drawing(
                "race of four pathways",
                "Each pathway serves two inputs and two outputs.",
                new Settings(1500, step(4), 1, Begin.AUTO, 0.08, 1));
    }

    /** Shared and private layers between two senses and two tasks, in the manner of the paper's first figure. */
    private static Drawing senses() {
        Sketch sketch = new Sketch()
                .input("vision", ITEMS)
                .input("sound", ITEMS)
                .hidden("see", HIDDEN)
                .hidden("hear", HIDDEN)
                .hidden("shared", HIDDEN)
                .hidden("only seen", HIDDEN)
                .hidden("only heard", HIDDEN)
                .output("name it", PROPERTIES)
                .output("act on it", PROPERTIES)
                .path("vision", "see", "shared", "name it")
                .path("sound", "hear", "shared", "act on it")
                .path("see", "only seen", "act on it")
                .path("hear", "only heard", "name it");
        Set<String> none = Set.of();
        String[] senses = {"vision", "sound"};
        String[] tasks = {"name it", "act on it"};
        for (int s = 0; s < 2; s++) {
            for (int t = 0; t < 2; t++) {
                Set<String> closed = s == 0 ? Set.of("hear", "only heard") : Set.of("see", "only seen");
                sketch.context(
                        senses[s] + ", " + tasks[t], true, 0.25, closed, Map.of(senses[s], X), Map.of(tasks[t], Y));
            }
        }
        Map<String, Matrix> both = new java.util.LinkedHashMap<>();
        both.put("vision", X);
        both.put("sound", X);
        sketch.context("both, name it", false, 0.25, none, both, Map.of("name it", Y));
        return sketch.drawing(
                "two senses, two tasks",
                "A shared layer and private ones between two inputs and two outputs.",
                new Settings(1500, step(2), 1, Begin.AUTO, 0.08, 1));
    }

    /** A trunk and four heads of which a context opens one; the targets differ in size only, so one frame serves all. */
    private static Drawing heads() {
        Sketch sketch = new Sketch().input("x", ITEMS).hidden("trunk", HIDDEN);
        List<String> all = List.of("head 1", "head 2", "head 3", "head 4");
        all.forEach(head -> sketch.hidden(head, 8));
        sketch.output("y", PROPERTIES);
        all.forEach(head -> sketch.path("x", "trunk", head, "y"));
        double[] sizes = {1, 0.75, 0.5, 0.25};
        for (int k = 0; k < sizes.length; k++) {
            Set<String> closed = new HashSet<>(all);
            closed.remove(all.get(k));
            sketch.context("rule " + (k + 1), true, 0.25, closed, Map.of("x", X), Map.of("y", Y.scaled(sizes[k])));
        }
        return sketch.drawing(
                "parallel heads",
                "The context chooses which head answers.",
                new Settings(1500, 0.01, 1, Begin.AUTO, 0.08, 1));
    }
}
