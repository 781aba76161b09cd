package dynlab.task;

import dynlab.numeric.ExactMath;
import java.util.ArrayList;
import java.util.List;

/** Where the nodes of each structural form stand, what joins them, and what its items are called. */
final class FormGraphs {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> LIVING =
            List.of("Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak");

    private final List<Double> xs = new ArrayList<>();
    private final List<Double> ys = new ArrayList<>();
    private final List<ItemGraph.Link> links = new ArrayList<>();

    private FormGraphs() {}

    static ItemGraph of(StructuralForm form) {
        FormGraphs made = new FormGraphs();
        int n = form.items();
        switch (form.kind()) {
            case CLUSTER -> made.groups(form.rows(), form.columns());
            case TREE -> made.tree(n);
            case RING -> made.ring(n);
            case CHAIN -> made.chain(n);
            case ORDERING -> made.order(n);
            case CROSS -> made.grid(form.rows(), form.columns());
        }
        return new ItemGraph(form.kind().word(), made.xs, made.ys, made.links);
    }

    private void node(double x, double y) {
        xs.add(x);
        ys.add(y);
    }

    /** Stars that touch nothing else, around hidden middles. */
    private void groups(int groups, int members) {
        double[] middleX = {0.22, 0.78, 0.5};
        double[] middleY = {0.26, 0.26, 0.74};
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < members; k++) {
                double turn = 2 * Math.PI * k / members;
                node(middleX[g] + 0.18 * ExactMath.sin(turn), middleY[g] - 0.22 * ExactMath.cos(turn));
                links.add(new ItemGraph.Link(g * members + k, groups * members + g));
            }
        }
        for (int g = 0; g < groups; g++) {
            node(middleX[g], middleY[g]);
        }
    }

    /** Leaves first; then the branches, the deepest first. */
    private void tree(int leaves) {
        int depth = leaves == 8 ? 3 : 4;
        int before = 0;
        int count = leaves;
        for (int level = depth; level >= 0; level--) {
            for (int k = 0; k < count; k++) {
                node((k + 0.5) / count, 0.05 + 0.9 * level / depth);
                if (level < depth) {
                    links.add(new ItemGraph.Link(before + 2 * k, before + 2 * count + k));
                    links.add(new ItemGraph.Link(before + 2 * k + 1, before + 2 * count + k));
                }
            }
            before += level < depth ? 2 * count : 0;
            count /= 2;
        }
    }

    private void ring(int n) {
        for (int k = 0; k < n; k++) {
            double turn = 2 * Math.PI * k / n;
            node(0.5 + 0.45 * ExactMath.sin(turn), 0.5 - 0.45 * ExactMath.cos(turn));
            links.add(new ItemGraph.Link(k, (k + 1) % n));
        }
    }

    private void chain(int n) {
        for (int k = 0; k < n; k++) {
            node(0.03 + 0.94 * k / (n - 1), k % 2 == 0 ? 0.44 : 0.56);
            if (k > 0) {
                links.add(new ItemGraph.Link(k - 1, k));
            }
        }
    }

    private void order(int n) {
        for (int k = 0; k < n; k++) {
            double share = k / (n - 1.0);
            node(0.06 + 0.88 * share, 0.92 - 0.84 * share);
            if (k > 0) {
                links.add(new ItemGraph.Link(k - 1, k));
            }
        }
    }

    private void grid(int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                node(0.1 + 0.8 * j / Math.max(1, columns - 1), 0.14 + 0.72 * i / Math.max(1, rows - 1));
                int at = i * columns + j;
                if (j > 0) {
                    links.add(new ItemGraph.Link(at - 1, at));
                }
                if (i > 0) {
                    links.add(new ItemGraph.Link(at - columns, at));
                }
            }
        }
    }

    /** Names of the items: months around a ring of twelve, living things on a tree of eight, else signs of their places. */
    static List<String> names(StructuralForm form) {
        int n = form.items();
        StructuralForm.Kind kind = form.kind();
        if (kind == StructuralForm.Kind.RING && n == MONTHS.size()) {
            return MONTHS;
        }
        if (kind == StructuralForm.Kind.TREE && n == LIVING.size()) {
            return LIVING;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean paired = kind == StructuralForm.Kind.CLUSTER || kind == StructuralForm.Kind.CROSS;
            String group = paired ? String.valueOf((char) ('A' + i / form.columns())) : "";
            names.add(group + (paired ? i % form.columns() + 1 : i + 1));
        }
        return List.copyOf(names);
    }
}
