package dynlab.numeric;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers components so that every space of width n meets each of the numbers 0 … n − 1 once: an assignment of modes to the
 * columns of frames, where a narrow space holds the lowest numbers only.
 *
 * <p>The component with the fewest numbers left comes next, and a choice that leaves another one none is taken back. Derived in
 * docs/theory.md §12.4.
 */
final class ModeOrder {
    private static final int MOST_STEPS = 20_000;

    private final int[] widths;
    private final List<List<int[]>> components;
    private final int[] limits;
    private final int[] numbers;
    private final boolean[][] taken;
    private int steps;

    private ModeOrder(int[] widths, List<List<int[]>> components) {
        this.widths = widths;
        this.components = components;
        limits = new int[components.size()];
        numbers = new int[components.size()];
        Arrays.fill(numbers, -1);
        for (int c = 0; c < limits.length; c++) {
            limits[c] = Integer.MAX_VALUE;
            for (int[] place : components.get(c)) {
                limits[c] = Math.min(limits[c], widths[place[0]]);
            }
        }
        taken = new boolean[widths.length][];
        for (int v = 0; v < widths.length; v++) {
            taken[v] = new boolean[widths[v]];
        }
    }

    /**
     * Where each column of each frame belongs.
     *
     * @param widths dimension of every space
     * @param components pairs (space, column), no space twice in one component
     * @return for every space, mode by mode, the column; where no numbering fits, some component is torn apart
     */
    static int[][] of(int[] widths, List<List<int[]>> components) {
        List<List<int[]>> joined = components.stream().filter(c -> c.size() > 1).toList();
        ModeOrder order = new ModeOrder(widths, joined);
        order.search(joined.size());
        return order.columns();
    }

    private boolean search(int left) {
        if (left == 0) {
            return true;
        }
        steps++;
        int next = -1;
        int fewest = Integer.MAX_VALUE;
        for (int c = 0; c < numbers.length; c++) {
            if (numbers[c] < 0) {
                int free = 0;
                for (int k = 0; k < limits[c] && free < fewest; k++) {
                    free += fits(c, k) ? 1 : 0;
                }
                if (free < fewest) {
                    fewest = free;
                    next = c;
                }
            }
        }
        for (int k = 0; k < limits[next] && fewest > 0; k++) {
            if (fits(next, k) && !likeBefore(next, k)) {
                place(next, k, true);
                if (search(left - 1) || steps > MOST_STEPS) {
                    return true;
                }
                place(next, k, false);
            }
        }
        return false;
    }

    private boolean fits(int c, int k) {
        for (int[] place : components.get(c)) {
            if (taken[place[0]][k]) {
                return false;
            }
        }
        return true;
    }

    /** Two numbers that nobody has and that the same spaces hold are one choice. */
    private boolean likeBefore(int c, int k) {
        if (k == 0 || !fits(c, k - 1)) {
            return false;
        }
        for (int v = 0; v < widths.length; v++) {
            boolean here = k < widths[v];
            if (k == widths[v] || (here && (taken[v][k] || taken[v][k - 1]))) {
                return false;
            }
        }
        return true;
    }

    private void place(int c, int k, boolean in) {
        numbers[c] = in ? k : -1;
        for (int[] place : components.get(c)) {
            taken[place[0]][k] = in;
        }
    }

    private int[][] columns() {
        int[][] columns = new int[widths.length][];
        boolean[][] used = new boolean[widths.length][];
        for (int v = 0; v < widths.length; v++) {
            columns[v] = new int[widths[v]];
            Arrays.fill(columns[v], -1);
            used[v] = new boolean[widths[v]];
        }
        for (int c = 0; c < numbers.length; c++) {
            for (int[] place : components.get(c)) {
                if (numbers[c] >= 0) {
                    columns[place[0]][numbers[c]] = place[1];
                    used[place[0]][place[1]] = true;
                }
            }
        }
        for (int v = 0; v < widths.length; v++) {
            int free = 0;
            for (int k = 0; k < widths[v]; k++) {
                if (columns[v][k] < 0) {
                    while (used[v][free]) {
                        free++;
                    }
                    columns[v][k] = free++;
                }
            }
        }
        return columns;
    }
}
