package dynlab.task;

import java.util.ArrayList;
import java.util.List;

/**
 * One module of a gated twin: a group of hidden units that is on in some contexts and off in the others.
 *
 * @param on the contexts in which it is on, ascending from 0
 * @param seesContexts whether it reads the context inputs besides the objects
 * @param width hidden units
 */
public record ContextPath(List<Integer> on, boolean seesContexts, int width) {
    public ContextPath {
        on = List.copyOf(on);
        if (on.isEmpty()) {
            throw new IllegalArgumentException("a path that is never on");
        }
    }

    /** The path that sees everything and is always on. */
    public static ContextPath common(int contexts, int width) {
        List<Integer> all = new ArrayList<>();
        for (int c = 0; c < contexts; c++) {
            all.add(c);
        }
        return new ContextPath(all, true, width);
    }

    /** A path that sees objects only and is on in the given contexts. */
    public static ContextPath gated(List<Integer> on, int width) {
        return new ContextPath(on, false, width);
    }

    public boolean on(int context) {
        return on.contains(context);
    }

    /** All subsets of {@code size} out of 0 … contexts − 1, in lexicographic order. */
    public static List<List<Integer>> subsets(int contexts, int size) {
        List<List<Integer>> found = new ArrayList<>();
        extend(contexts, size, List.of(), found);
        return found;
    }

    private static void extend(int contexts, int size, List<Integer> chosen, List<List<Integer>> found) {
        if (chosen.size() == size) {
            found.add(chosen);
            return;
        }
        for (int c = chosen.isEmpty() ? 0 : chosen.get(chosen.size() - 1) + 1; c < contexts; c++) {
            List<Integer> longer = new ArrayList<>(chosen);
            longer.add(c);
            extend(contexts, size, longer, found);
        }
    }
}
