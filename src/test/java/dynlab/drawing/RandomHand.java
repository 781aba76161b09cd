package dynlab.drawing;

import dynlab.architecture.Activation;
import dynlab.architecture.Role;
import dynlab.drawing.DataEdit.Task;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.List;

/** Somebody who draws at random: mostly sensible edits, and some that must be refused. */
public final class RandomHand {
    private static final String[] NAMES = {
        "eye", "ear", "x1", "h1", "", "name with blanks", "é·→", "a\u0007b", "x".repeat(40)
    };

    private final Rng rng;

    public RandomHand(int seed) {
        rng = new Rng(seed);
    }

    private String node(Drawing d) {
        return d.nodes().isEmpty() || rng.nextInt(20) == 0
                ? "nobody"
                : d.nodes().get(rng.nextInt(d.nodes().size())).id();
    }

    private String edge(Drawing d) {
        return d.edges().isEmpty()
                ? "none"
                : d.edges().get(rng.nextInt(d.edges().size())).id();
    }

    private int context(Drawing d) {
        return rng.nextInt(20) == 0
                ? rng.nextInt(3) - 1
                : rng.nextInt(d.contexts().size());
    }

    private <T> T one(List<T> all) {
        return all.get(rng.nextInt(all.size()));
    }

    public Outcome edit(Drawing d) {
        double[] gates = {0, 0, 1, 1, 0.5, -1, Double.NaN};
        return switch (rng.nextInt(20)) {
            case 0, 1 -> GraphEdit.add(d, one(List.of(Role.values())), rng.nextDouble(), rng.nextDouble());
            case 2, 3, 4, 5 -> GraphEdit.connect(d, node(d), node(d));
            case 6 -> GraphEdit.move(d, node(d), 2 * rng.nextDouble() - 0.5, rng.nextDouble());
            case 7 -> GraphEdit.rename(d, node(d), NAMES[rng.nextInt(NAMES.length)]);
            case 8 -> GraphEdit.resize(d, node(d), rng.nextInt(12) - 1);
            case 9 -> GraphEdit.activate(d, node(d), one(List.of(Activation.values())));
            case 10 -> rng.nextInt(2) == 0 ? GraphEdit.remove(d, node(d)) : GraphEdit.disconnect(d, edge(d));
            case 11 -> ContextEdit.add(d);
            case 12 -> rng.nextInt(2) == 0 ? ContextEdit.duplicate(d, context(d)) : ContextEdit.remove(d, context(d));
            case 13 ->
                rng.nextInt(2) == 0
                        ? ContextEdit.train(d, context(d), rng.nextInt(2) == 0)
                        : ContextEdit.rename(d, context(d), NAMES[rng.nextInt(NAMES.length)]);
            case 14, 15 -> ContextEdit.gateNode(d, context(d), node(d), gates[rng.nextInt(gates.length)]);
            case 16 -> ContextEdit.gateEdge(d, context(d), edge(d), gates[rng.nextInt(gates.length)]);
            case 17 ->
                rng.nextInt(2) == 0
                        ? DataEdit.cell(d, context(d), node(d), rng.nextInt(6), rng.nextInt(5), rng.nextInt(9) - 4)
                        : DataEdit.clear(d, context(d), node(d));
            case 18 ->
                rng.nextInt(2) == 0
                        ? DataEdit.task(d, rng.nextInt(3) - 1, one(List.of(Task.values())))
                        : DataEdit.set(d, context(d), node(d), matrix(d));
            default ->
                rng.nextInt(2) == 0
                        ? GraphEdit.arrange(d)
                        : DataEdit.train(
                                d,
                                new Settings(
                                        rng.nextInt(30),
                                        rng.nextDouble() / 100,
                                        1,
                                        one(List.of(Settings.Begin.values())),
                                        0.1,
                                        rng.nextInt(9)));
        };
    }

    private Matrix matrix(Drawing d) {
        int rows = d.nodes().isEmpty()
                ? 2
                : d.nodes().get(rng.nextInt(d.nodes().size())).width();
        return Data.random(rows, rng.nextInt(5) + (rng.nextInt(9) == 0 ? 0 : 1), rng);
    }
}
