package dynlab.task;

import java.util.ArrayList;
import java.util.List;

/** The families of gated twins that are compared, as lists of paths that together have (nearly) a given width. */
public final class ContextPaths {
    private ContextPaths() {}

    /** The common path alone: a linear network. */
    public static List<ContextPath> linear(int contexts, int units) {
        return List.of(ContextPath.common(contexts, units));
    }

    /**
     * The common path and one path for every set of {@code size} contexts. Size C − 1 is "drop-one", size 1 "single".
     *
     * @param contexts C
     * @param size 1 … C − 1
     * @param units hidden units of all paths together; each gets an equal share, rounded down
     */
    public static List<ContextPath> commonAnd(int contexts, int size, int units) {
        List<List<Integer>> sets = ContextPath.subsets(contexts, size);
        int width = Math.max(1, units / (sets.size() + 1));
        List<ContextPath> paths = new ArrayList<>();
        paths.add(ContextPath.common(contexts, width));
        for (List<Integer> set : sets) {
            paths.add(ContextPath.gated(set, width));
        }
        return paths;
    }

    /** The four paths of the paper's figure for three contexts, C + 1 in general. */
    public static List<ContextPath> dropOne(int contexts, int units) {
        return commonAnd(contexts, contexts - 1, units);
    }

    /** The common path and one path a context. */
    public static List<ContextPath> single(int contexts, int units) {
        return commonAnd(contexts, 1, units);
    }

    /** The common path and a path for every proper subset of the contexts: seven modules for three contexts. */
    public static List<ContextPath> everySubset(int contexts, int units) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int size = contexts - 1; size >= 1; size--) {
            sets.addAll(ContextPath.subsets(contexts, size));
        }
        int width = Math.max(1, units / (sets.size() + 1));
        List<ContextPath> paths = new ArrayList<>();
        paths.add(ContextPath.common(contexts, width));
        for (List<Integer> set : sets) {
            paths.add(ContextPath.gated(set, width));
        }
        return paths;
    }

    /** One whole network a context, context inputs included, and nothing shared: the fully modular solution. */
    public static List<ContextPath> modular(int contexts, int units) {
        List<ContextPath> paths = new ArrayList<>();
        for (List<Integer> set : ContextPath.subsets(contexts, 1)) {
            paths.add(new ContextPath(set, true, Math.max(1, units / contexts)));
        }
        return paths;
    }
}
