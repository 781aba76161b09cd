package dynlab.numeric;

import dynlab.numeric.JointDiagonalization.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits the spaces of some forms into orthogonal blocks until every form maps every block to a multiple of another block,
 * and blocks that belong together have bases that match one by one.
 *
 * <pre>A_m = Σ_blocks R_i M_ij R_jᵀ;   split block i and block j by the singular values of M_ij, until each M_ij = c · (orthogonal)</pre>
 *
 * Forms that are diagonal in common frames fall into components that meet every space in one direction at most, however
 * often values repeat or vanish: repeated values leave blocks of many directions, which any other form splits or nothing
 * does, and then all bases serve. A component that meets a space twice shows that there are no common frames. Gaps between
 * values are split from the widest down to rounding, so that directions are as sharp as the best form makes them. Derived
 * in docs/theory.md §12.2 and §12.3.
 */
final class CommonBlocks {
    /** Gaps between values, from the widest down, as shares of the root mean square of the form's singular values. */
    static final double[] GAPS = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};

    /** Two blocks that a form maps to each other: {@code target} and {@code source} are numbers of blocks. */
    private record Link(int form, int target, int source, double strength) {}

    private final int[] widths;
    private final List<Form> forms;
    private final double[][] frames;
    private final double[][] turned;
    /** First column of every block of a space, and the width at the end. */
    private final int[][] starts;

    private final double mostWork;
    private double work;
    private double gap = 1;
    private boolean twisted;
    private List<List<int[]>> components = List.of();

    /**
     * @param widths dimension of every space
     * @param forms not zero
     * @param mostWork multiplications after which it gives up
     */
    CommonBlocks(int[] widths, List<Form> forms, double mostWork) {
        this.widths = widths.clone();
        this.mostWork = mostWork;
        this.forms = new ArrayList<>();
        for (Form form : forms) {
            double rank = Math.min(form.matrix().rows(), form.matrix().columns());
            double size = form.matrix().norm() / Math.sqrt(rank);
            this.forms.add(new Form(form.target(), form.source(), form.matrix().scaled(1 / size)));
        }
        frames = new double[widths.length][];
        starts = new int[widths.length][];
        for (int v = 0; v < widths.length; v++) {
            frames[v] = Matrix.identity(widths[v]).toArray();
            starts[v] = widths[v] == 0 ? new int[] {0} : new int[] {0, widths[v]};
        }
        turned = new double[forms.size()][];
    }

    /**
     * Splits by all gaps wider than this share and matches the bases.
     *
     * @return whether it makes sense to go on with a smaller gap: not where a component meets a space twice
     */
    boolean refine(double share) {
        gap = share;
        for (int m = 0; m < turned.length; m++) {
            Form form = forms.get(m);
            Matrix left = frame(form.target()).transpose();
            turned[m] = left.times(form.matrix()).times(frame(form.source())).toArray();
        }
        boolean changed = true;
        while (changed && work < mostWork) {
            splitByValues();
            changed = match();
        }
        return !twisted && work < mostWork;
    }

    /** Multiplications done so far. */
    double work() {
        return work;
    }

    /** The directions found so far, an orthogonal matrix. */
    Matrix frame(int v) {
        return Matrix.of(widths[v], widths[v], frames[v]);
    }

    /** Components: which space each one meets and in which column of its frame, as pairs (space, column). */
    List<List<int[]>> components() {
        return components;
    }

    private void splitByValues() {
        boolean split = true;
        while (split && work < mostWork) {
            split = false;
            for (int m = 0; m < turned.length; m++) {
                split |= splitBy(m);
            }
        }
    }

    private boolean splitBy(int m) {
        int t = forms.get(m).target();
        int s = forms.get(m).source();
        boolean any = false;
        for (int i = 0; i < starts[t].length - 1; i++) {
            for (int j = 0; j < starts[s].length - 1; j++) {
                while (i < starts[t].length - 1 && j < starts[s].length - 1 && splitPair(m, t, i, s, j)) {
                    any = true;
                }
            }
        }
        return any;
    }

    private int size(int v, int block) {
        return starts[v][block + 1] - starts[v][block];
    }

    private boolean splitPair(int m, int t, int i, int s, int j) {
        int rows = size(t, i);
        int columns = size(s, j);
        if (rows == 1 && columns == 1) {
            return false;
        }
        Matrix part = part(m, t, i, s, j);
        if (part.norm() <= gap) {
            return false;
        }
        double area = (double) rows * columns;
        work += 20 * area * (rows + columns);
        if (t == s && i == j) {
            SymmetricEigen eigen = SymmetricEigen.of(part.plus(part.transpose()).scaled(0.5));
            List<Integer> cuts = cuts(eigen.values(), rows);
            if (!cuts.isEmpty()) {
                turn(t, starts[t][i], eigen.vectors());
                cut(t, i, cuts);
            }
            return !cuts.isEmpty();
        }
        Svd svd = Svd.full(part);
        List<Integer> above = cuts(svd.s(), rows);
        List<Integer> beside = cuts(svd.s(), columns);
        if (above.isEmpty() && beside.isEmpty()) {
            return false;
        }
        turn(t, starts[t][i], svd.u());
        turn(s, starts[s][j], svd.v());
        // in one space the later block first, whose cuts leave the number of the other as it is
        boolean later = t == s && i > j;
        cut(later ? t : s, later ? i : j, later ? above : beside);
        cut(later ? s : t, later ? j : i, later ? beside : above);
        return true;
    }

    /** Where descending values, followed by zeros up to {@code size}, fall by more than the gap. */
    private List<Integer> cuts(double[] values, int size) {
        List<Integer> cuts = new ArrayList<>();
        for (int k = 1; k < size; k++) {
            double before = k - 1 < values.length ? values[k - 1] : 0;
            double here = k < values.length ? values[k] : 0;
            if (before - here > gap) {
                cuts.add(k);
            }
        }
        return cuts;
    }

    private Matrix part(int m, int t, int i, int s, int j) {
        int rows = size(t, i);
        int columns = size(s, j);
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    turned[m], (starts[t][i] + row) * widths[s] + starts[s][j], values, row * columns, columns);
        }
        return Matrix.of(rows, columns, values);
    }

    private void cut(int v, int block, List<Integer> cuts) {
        int[] more = Arrays.copyOf(starts[v], starts[v].length + cuts.size());
        for (int k = 0; k < cuts.size(); k++) {
            more[starts[v].length + k] = starts[v][block] + cuts.get(k);
        }
        Arrays.sort(more);
        starts[v] = more;
    }

    /** Turns some neighbouring directions of a space into each other: columns ← columns · by. */
    private void turn(int v, int from, Matrix by) {
        turnColumns(frames[v], widths[v], widths[v], from, by);
        for (int m = 0; m < turned.length; m++) {
            Form form = forms.get(m);
            if (form.source() == v) {
                turnColumns(turned[m], widths[form.target()], widths[v], from, by);
            }
            if (form.target() == v) {
                turnRows(turned[m], widths[form.source()], from, by);
            }
        }
    }

    private static void turnColumns(double[] values, int rows, int columns, int from, Matrix by) {
        int n = by.rows();
        double[] row = new double[n];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * columns + from, row, 0, n);
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += row[j] * by.at(j, k);
                }
                values[i * columns + from + k] = sum;
            }
        }
    }

    private static void turnRows(double[] values, int columns, int from, Matrix by) {
        int n = by.rows();
        double[] column = new double[n];
        for (int c = 0; c < columns; c++) {
            for (int j = 0; j < n; j++) {
                column[j] = values[(from + j) * columns + c];
            }
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += column[j] * by.at(j, k);
                }
                values[(from + k) * columns + c] = sum;
            }
        }
    }

    /** Space and number within it of every block. */
    private List<int[]> blocks() {
        List<int[]> blocks = new ArrayList<>();
        for (int v = 0; v < widths.length; v++) {
            for (int i = 0; i < starts[v].length - 1; i++) {
                blocks.add(new int[] {v, i});
            }
        }
        return blocks;
    }

    /** Links blocks, the strongest links first, and gives linked blocks matching bases; returns whether one was split. */
    private boolean match() {
        List<int[]> blocks = blocks();
        List<Link> links = links(blocks);
        links.sort((a, b) -> Double.compare(b.strength, a.strength));
        int[] parent = new int[blocks.size()];
        for (int b = 0; b < parent.length; b++) {
            parent[b] = b;
        }
        List<List<Link>> tree = new ArrayList<>();
        blocks.forEach(b -> tree.add(new ArrayList<>()));
        List<Link> others = new ArrayList<>();
        for (Link link : links) {
            int one = root(parent, link.target);
            int other = root(parent, link.source);
            if (one == other) {
                others.add(link);
            } else {
                parent[one] = other;
                tree.get(link.target).add(link);
                tree.get(link.source).add(link);
            }
        }
        List<List<Integer>> groups = new ArrayList<>();
        boolean[] reached = new boolean[blocks.size()];
        for (int b = 0; b < reached.length; b++) {
            if (!reached[b]) {
                groups.add(walk(b, tree, blocks, reached));
            }
        }
        for (Link link : others) {
            if (splitByTwist(link, groups, blocks)) {
                return true;
            }
        }
        collect(groups, blocks);
        return false;
    }

    private static int root(int[] parent, int b) {
        int root = b;
        while (parent[root] != root) {
            root = parent[root];
        }
        parent[b] = root;
        return root;
    }

    private List<Link> links(List<int[]> blocks) {
        int[] first = new int[widths.length];
        for (int b = blocks.size() - 1; b >= 0; b--) {
            first[blocks.get(b)[0]] = b;
        }
        List<Link> links = new ArrayList<>();
        for (int m = 0; m < turned.length; m++) {
            int t = forms.get(m).target();
            int s = forms.get(m).source();
            for (int i = 0; i < starts[t].length - 1; i++) {
                for (int j = 0; j < starts[s].length - 1; j++) {
                    int size = size(t, i);
                    if (size == size(s, j) && (t != s || i != j)) {
                        double strength = part(m, t, i, s, j).norm() / Math.sqrt(size);
                        if (strength > gap * size) {
                            links.add(new Link(m, first[t] + i, first[s] + j, strength));
                        }
                    }
                }
            }
        }
        return links;
    }

    private Matrix part(Link link, List<int[]> blocks) {
        int[] target = blocks.get(link.target);
        int[] source = blocks.get(link.source);
        return part(link.form, target[0], target[1], source[0], source[1]);
    }

    /** Turns every block of a tree so that each link of it is a multiple of the identity. */
    private List<Integer> walk(int from, List<List<Link>> tree, List<int[]> blocks, boolean[] reached) {
        List<Integer> group = new ArrayList<>(List.of(from));
        reached[from] = true;
        for (int k = 0; k < group.size(); k++) {
            int here = group.get(k);
            for (Link link : tree.get(here)) {
                boolean up = link.source == here;
                int next = up ? link.target : link.source;
                if (!reached[next]) {
                    reached[next] = true;
                    group.add(next);
                    Matrix image = part(link, blocks);
                    Svd svd = Svd.full(up ? image : image.transpose());
                    int[] block = blocks.get(next);
                    turn(
                            block[0],
                            starts[block[0]][block[1]],
                            svd.u().times(svd.v().transpose()));
                }
            }
        }
        return group;
    }

    /** A link beside the tree turns a block within itself: its symmetric part splits it, the rest of it shows a twist. */
    private boolean splitByTwist(Link link, List<List<Integer>> groups, List<int[]> blocks) {
        Matrix twist = part(link, blocks);
        int size = twist.rows();
        if (size == 1) {
            return false;
        }
        SymmetricEigen eigen = SymmetricEigen.of(twist.plus(twist.transpose()).scaled(0.5));
        List<Integer> cuts = cuts(eigen.values(), size);
        if (cuts.isEmpty()) {
            twisted |= twist.minus(twist.transpose()).norm() > 2 * gap * size;
            return false;
        }
        List<Integer> group =
                groups.stream().filter(g -> g.contains(link.target)).findFirst().orElseThrow();
        List<Integer> falling = new ArrayList<>(group);
        falling.sort((a, b) -> Integer.compare(b, a));
        for (int b : falling) {
            int v = blocks.get(b)[0];
            turn(v, starts[v][blocks.get(b)[1]], eigen.vectors());
            cut(v, blocks.get(b)[1], cuts);
        }
        return true;
    }

    private void collect(List<List<Integer>> groups, List<int[]> blocks) {
        components = new ArrayList<>();
        for (List<Integer> group : groups) {
            int[] root = blocks.get(group.get(0));
            for (int k = 0; k < size(root[0], root[1]); k++) {
                List<int[]> component = new ArrayList<>();
                boolean[] met = new boolean[widths.length];
                for (int b : group) {
                    int v = blocks.get(b)[0];
                    if (met[v]) {
                        twisted = true;
                    } else {
                        met[v] = true;
                        component.add(new int[] {v, starts[v][blocks.get(b)[1]] + k});
                    }
                }
                components.add(component);
            }
        }
    }
}
