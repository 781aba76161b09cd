package dynlab.drawing;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.architecture.Role;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits of the contexts and their gates. Indices are from 0 and, as they come from a table, out of range is refused. */
public final class ContextEdit {
    private static final int LONGEST_NAME = 64;
    /** How the names of new contexts begin. They stand in files, so they are the same in every language. */
    private static final String NUMBERED = "context ";

    private ContextEdit() {}

    private static boolean none(Drawing drawing, int index) {
        return index < 0 || index >= drawing.contexts().size();
    }

    private static Outcome noSuch(Drawing drawing) {
        return Outcome.refused(drawing, Phrase.of("drawing.no-context"));
    }

    /** A new context with open gates and the first data of every input and output. */
    public static Outcome add(Drawing drawing) {
        int samples = drawing.contexts().get(drawing.contexts().size() - 1).samples();
        Context fresh = Context.open(freeName(drawing), samples, Map.of(), Map.of());
        for (Placed placed : drawing.nodes()) {
            if (placed.role() != Role.HIDDEN) {
                fresh = Data.first(fresh, placed.id(), placed.role(), placed.width());
            }
        }
        return insert(
                drawing,
                drawing.contexts().size(),
                fresh,
                Phrase.of("drawing.context-added", Argument.name(fresh.name())));
    }

    private static String freeName(Drawing drawing) {
        int number = drawing.contexts().size() + 1;
        while (true) {
            String name = NUMBERED + number;
            if (drawing.contexts().stream().noneMatch(c -> c.name().equals(name))) {
                return name;
            }
            number++;
        }
    }

    public static Outcome duplicate(Drawing drawing, int index) {
        if (none(drawing, index)) {
            return noSuch(drawing);
        }
        Context c = drawing.contexts().get(index);
        Context copy = c.named(freeName(drawing));
        return insert(
                drawing,
                index + 1,
                copy,
                Phrase.of("drawing.context-copied", Argument.name(copy.name()), name(drawing, index)));
    }

    private static Outcome insert(Drawing drawing, int index, Context context, Phrase said) {
        if (drawing.contexts().size() >= Drawing.MOST_CONTEXTS) {
            return Outcome.refused(drawing, Phrase.of("drawing.most-contexts", Argument.count(Drawing.MOST_CONTEXTS)));
        }
        if (drawing.samples() + context.samples() > Drawing.MOST_SAMPLES) {
            return Outcome.refused(drawing, Phrase.of("drawing.most-samples", Argument.count(Drawing.MOST_SAMPLES)));
        }
        List<Context> contexts = new ArrayList<>(drawing.contexts());
        contexts.add(index, context);
        return Outcome.done(drawing.with(contexts), said);
    }

    public static Outcome remove(Drawing drawing, int index) {
        if (none(drawing, index)) {
            return noSuch(drawing);
        }
        if (drawing.contexts().size() == 1) {
            return Outcome.refused(drawing, Phrase.of("drawing.last-context"));
        }
        List<Context> contexts = new ArrayList<>(drawing.contexts());
        contexts.remove(index);
        return Outcome.done(drawing.with(contexts), Phrase.of("drawing.removed", name(drawing, index)));
    }

    public static Outcome rename(Drawing drawing, int index, String wish) {
        if (none(drawing, index)) {
            return noSuch(drawing);
        }
        String name = wish.strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
            return Outcome.refused(drawing, Phrase.of("drawing.context-name", Argument.count(LONGEST_NAME)));
        }
        Context c = drawing.contexts().get(index);
        if (name.equals(c.name())) {
            return Outcome.silent(drawing);
        }
        Context next = c.named(name);
        return Outcome.done(
                drawing.with(index, next), Phrase.of("drawing.renamed", name(drawing, index), Argument.name(name)));
    }

    /** Trained on, or held out and only measured. */
    public static Outcome train(Drawing drawing, int index, boolean train) {
        if (none(drawing, index)) {
            return noSuch(drawing);
        }
        Context c = drawing.contexts().get(index);
        if (c.train() == train) {
            return Outcome.silent(drawing);
        }
        Context next = c.trained(train);
        return Outcome.done(
                drawing.with(index, next),
                Phrase.of(train ? "drawing.trained" : "drawing.held-out", name(drawing, index)));
    }

    /** The gate of a layer in a context. */
    public static Outcome gateNode(Drawing drawing, int index, String id, double gate) {
        if (none(drawing, index)) {
            return noSuch(drawing);
        }
        if (drawing.node(id).isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-layer"));
        }
        Gates old = drawing.contexts().get(index).gates();
        return gate(drawing, index, id, gate, old.node(id), new Gates(set(old.nodes(), id, gate), old.edges()));
    }

    /** The gate of a connection in a context. */
    public static Outcome gateEdge(Drawing drawing, int index, String id, double gate) {
        if (none(drawing, index)) {
            return noSuch(drawing);
        }
        if (drawing.edge(id).isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-connection"));
        }
        Gates old = drawing.contexts().get(index).gates();
        return gate(drawing, index, id, gate, old.edge(id), new Gates(old.nodes(), set(old.edges(), id, gate)));
    }

    private static Outcome gate(Drawing drawing, int index, String id, double gate, double old, Gates gates) {
        if (!Double.isFinite(gate)) {
            return Outcome.refused(drawing, Phrase.of("drawing.gate-number"));
        }
        if (gate == old) {
            return Outcome.silent(drawing);
        }
        Context c = drawing.contexts().get(index);
        Context next = c.gated(gates);
        return Outcome.done(
                drawing.with(index, next),
                Phrase.of(
                        gate == 0 ? "drawing.closed" : gate == 1 ? "drawing.open" : "drawing.half-open",
                        Argument.name(id),
                        name(drawing, index)));
    }

    private static Map<String, Double> set(Map<String, Double> gates, String id, double gate) {
        Map<String, Double> next = new LinkedHashMap<>(gates);
        if (gate == 1) {
            next.remove(id);
        } else {
            next.put(id, gate);
        }
        return next;
    }

    /** Whether a context is called by its number alone. */
    public static boolean numbered(Context context) {
        return context.name().isEmpty() || context.name().startsWith(NUMBERED);
    }

    /** What a context is called, also one without a name. */
    public static Argument name(Drawing drawing, int index) {
        String name = drawing.contexts().get(index).name();
        return name.isEmpty()
                ? Argument.of(Phrase.of("drawing.context", Argument.count(index + 1)))
                : Argument.name(name);
    }
}
