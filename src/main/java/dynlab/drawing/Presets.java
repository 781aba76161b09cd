package dynlab.drawing;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.drawing.Settings.Begin;
import dynlab.numeric.Matrix;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.task.GatedTask;
import dynlab.task.InputSelection;
import dynlab.task.Race;
import dynlab.task.Routing;
import dynlab.task.Xor;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Networks to start from. */
public final class Presets {
    private static final int ITEMS = Routing.ITEMS;
    private static final int PROPERTIES = Routing.PROPERTIES;
    private static final int HIDDEN = 16;
    /** Learning rate of the routing network, as published. */
    private static final double ROUTING_RATE = 0.02;

    private static final Matrix X = Matrix.identity(ITEMS);
    private static final Matrix Y = Routing.targets();

    /** Three structures in three contexts; rate, epochs, units and start as in the scene. */
    private static final ContextTask CONTEXTS = ContextTask.diff(3);

    private static final Settings CONTEXTS_TRAINED = new Settings(840, 1, 100, Begin.RANDOM, 1e-5, 1);
    private static final int CONTEXT_UNITS = 60;

    /** All of them, in the order of the menu. */
    public static final List<Preset> ALL = List.of(
            new Preset("blank", Phrase.of("drawing.preset.blank"), Drawing::blank),
            new Preset("chain", Phrase.of("drawing.preset.chain"), Presets::chain),
            new Preset("deep", Phrase.of("drawing.preset.deep"), Presets::deep),
            new Preset("xor", Phrase.of("drawing.preset.xor"), Presets::xorPaths),
            new Preset("xor-relu", Phrase.of("drawing.preset.xor-relu"), Presets::xorRelu),
            new Preset("select", Phrase.of("drawing.preset.select"), Presets::selection),
            new Preset("routing-3", Phrase.of("drawing.preset.routing-3"), () -> routing(3, 2, 1000)),
            new Preset("routing-7", Phrase.of("drawing.preset.routing-7"), () -> routing(7, 4, 500)),
            new Preset("race", Phrase.of("drawing.preset.race"), Presets::race),
            new Preset("senses", Phrase.of("drawing.preset.senses"), Presets::senses),
            new Preset("heads", Phrase.of("drawing.preset.heads"), Presets::heads),
            new Preset("fusion-late", Phrase.of("drawing.preset.fusion-late"), SensePresets::late),
            new Preset("fusion-middle", Phrase.of("drawing.preset.fusion-middle"), SensePresets::middle),
            new Preset("fusion-early", Phrase.of("drawing.preset.fusion-early"), SensePresets::early),
            new Preset(
                    "attention-separate", Phrase.of("drawing.preset.attention-separate"), AttentionPresets::separate),
            new Preset("attention-merged", Phrase.of("drawing.preset.attention-merged"), AttentionPresets::merged),
            new Preset("contexts", Phrase.of("drawing.preset.contexts"), Presets::contextTwin),
            new Preset("contexts-relu", Phrase.of("drawing.preset.contexts-relu"), Presets::contextRelu));

    private Presets() {}

    /**
     * A network to start from.
     *
     * @param id the word in an address
     * @param title what the menu says
     * @param make draws it
     */
    public record Preset(String id, Phrase title, Supplier<Drawing> make) {}

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

    /** A drawing of a task's graph, its gates and its data, laid out. */
    private static Drawing of(
            String name, String description, Architecture graph, List<Context> contexts, Settings settings) {
        List<Placed> nodes = new ArrayList<>();
        graph.nodes().forEach(node -> nodes.add(new Placed(node, 0, 0)));
        return Layers.place(new Drawing(name, description, nodes, graph.edges(), contexts, settings, Optional.empty()));
    }

    /** Node h_k is open on example k only. Learning rate, epochs and units as in the scene. */
    private static Drawing xorPaths() {
        GatedTask task = Xor.fourPaths(Xor.UNITS / 4);
        return of(
                "exclusive or, four gated paths",
                "Each example has a path of its own.",
                task.architecture(),
                task.contexts(),
                new Settings(100, 1, 2.5, Begin.AUTO, 0.001, 1));
    }

    private static Drawing xorRelu() {
        GatedTask task = Xor.relu(Xor.UNITS);
        return of(
                "exclusive or, ReLU",
                "The network that the four gated paths imitate.",
                task.architecture(),
                task.contexts(),
                new Settings(100, 1, 2.5, Begin.RANDOM, 0.0002, 1));
    }

    /** Saxe, Sodhani and Lewallen, ICML 2022, appendix A.2: with both paths always open it would end halfway. */
    private static Drawing selection() {
        GatedTask task = InputSelection.twoPaths(HIDDEN);
        return of(
                "which of two inputs, gated paths",
                "The context says which input is to be reported; each has a path of its own.",
                task.architecture(),
                task.contexts(),
                new Settings(400, 0.1, 1, Begin.AUTO, 0.08, 1));
    }

    /** M domains share one hidden pathway, K trained routes each. */
    private static Drawing routing(int domains, int trained, int steps) {
        Routing routing = new Routing(domains, trained, HIDDEN);
        GatedTask task = routing.task();
        return of(
                "routing, " + domains + " × " + trained,
                domains + " domains share one hidden pathway; " + trained + " routes of each are trained.",
                task.architecture(),
                task.contexts(),
                new Settings(steps, routing.step(ROUTING_RATE), 1, Begin.AUTO, 0.08, 1));
    }

    /** M = 4, m = 2: each of four pathways serves two inputs and two outputs. */
    private static Drawing race() {
        GatedTask task = Race.blocks(4, 2, HIDDEN).task();
        return of(
                "race of four pathways",
                "Each pathway serves two inputs and two outputs.",
                task.architecture(),
                task.contexts(),
                new Settings(1500, new Routing(4, 4, HIDDEN).step(ROUTING_RATE), 1, Begin.AUTO, 0.08, 1));
    }

    private static Drawing contextTwin() {
        Assignment twin = ContextGraphs.twin(CONTEXTS, ContextPaths.dropOne(CONTEXTS.contexts(), CONTEXT_UNITS));
        return of(
                "objects in contexts, gated twin",
                "A common path, and for each context one that is closed in it.",
                twin.architecture(),
                twin.contexts(),
                CONTEXTS_TRAINED);
    }

    private static Drawing contextRelu() {
        Assignment relu = ContextGraphs.relu(CONTEXTS, CONTEXT_UNITS);
        return of(
                "objects in contexts, ReLU",
                "The network that the gated twin imitates.",
                relu.architecture(),
                relu.contexts(),
                CONTEXTS_TRAINED);
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
                new Settings(1500, new Routing(2, 2, HIDDEN).step(ROUTING_RATE), 1, Begin.AUTO, 0.08, 1));
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
