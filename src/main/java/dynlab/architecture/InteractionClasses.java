package dynlab.architecture;

import dynlab.numeric.JointDiagonalization.Form;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which paths learn together: two paths interact if they share an edge, or end at the same output with Σ^x(j, p) ≠ 0. Only
 * within a class do paths need common frames. Every edge that lies on an open path belongs to one class; a hidden node to
 * one; an input or output node may belong to many. Derived in docs/theory.md §5.2.
 */
public final class InteractionClasses {
    /** Marks an edge on no open path. */
    public static final int NONE = -1;

    private final int[] parent;
    private final int[] classOf;
    private final List<List<Form>> forms = new ArrayList<>();

    private InteractionClasses(int edges) {
        parent = new int[edges];
        for (int e = 0; e < edges; e++) {
            parent[e] = e;
        }
        classOf = new int[edges];
        Arrays.fill(classOf, NONE);
    }

    /** The classes of listed paths; their forms are all Σ^yx(p) and Σ^x(j, p). */
    public static InteractionClasses of(Architecture architecture, PathCorrelations correlations) {
        InteractionClasses classes = new InteractionClasses(architecture.edges().size());
        List<PathCorrelations.Path> paths = correlations.paths();
        for (PathCorrelations.Path path : paths) {
            for (int e : path.edges()) {
                classes.union(path.edges().get(0), e);
            }
        }
        for (PathCorrelations.Pair pair : correlations.pairs()) {
            classes.union(
                    paths.get(pair.j()).edges().get(0),
                    paths.get(pair.p()).edges().get(0));
        }
        classes.number(paths.stream().map(PathCorrelations.Path::edges).toList());
        for (PathCorrelations.Path path : paths) {
            classes.forms
                    .get(classes.of(path.edges().get(0)))
                    .add(new Form(path.output(), path.input(), path.sigmaYx()));
        }
        for (PathCorrelations.Pair pair : correlations.pairs()) {
            PathCorrelations.Path j = paths.get(pair.j());
            PathCorrelations.Path p = paths.get(pair.p());
            classes.forms.get(classes.of(j.edges().get(0))).add(new Form(j.input(), p.input(), pair.sigmaX()));
        }
        return classes;
    }

    /** The classes without listing paths; their forms are all S_c(o, i) and D_c(i, j). */
    public static InteractionClasses of(Architecture architecture, ContextGroups groups) {
        InteractionClasses classes = new InteractionClasses(architecture.edges().size());
        List<List<Integer>> open = new ArrayList<>();
        for (ContextGroups.Group group : groups.groups()) {
            for (ContextGroups.Channel channel : group.channels()) {
                classes.joinAtNodes(architecture, channel);
                open.add(channel.edges());
            }
            for (int o : group.outputs()) {
                classes.joinAtOutput(architecture, group, o);
            }
        }
        classes.number(open);
        for (ContextGroups.Group group : groups.groups()) {
            for (int o = 0; o < group.outputs().size(); o++) {
                classes.addForms(architecture, group, o);
            }
        }
        return classes;
    }

    /** Every edge into a hidden node is on a path with every edge out of it. */
    private void joinAtNodes(Architecture architecture, ContextGroups.Channel channel) {
        Map<Integer, Integer> into = new HashMap<>();
        for (int e : channel.edges()) {
            Integer before = into.get(architecture.source(e));
            if (before != null) {
                union(before, e);
            }
            Integer beside = into.putIfAbsent(architecture.target(e), e);
            if (beside != null) {
                union(beside, e);
            }
        }
    }

    private void joinAtOutput(Architecture architecture, ContextGroups.Group group, int output) {
        for (int i = 0; i < group.channels().size(); i++) {
            for (int j = 0; j < i; j++) {
                int one = into(architecture, group.channels().get(i), output);
                int other = into(architecture, group.channels().get(j), output);
                if (one != NONE && other != NONE && group.d().get(i).get(j).largest() > 0) {
                    union(one, other);
                }
            }
        }
    }

    /** Some edge through which a channel enters a node. */
    private static int into(Architecture architecture, ContextGroups.Channel channel, int node) {
        for (int e : channel.edges()) {
            if (architecture.target(e) == node) {
                return e;
            }
        }
        return NONE;
    }

    private void addForms(Architecture architecture, ContextGroups.Group group, int output) {
        int o = group.outputs().get(output);
        for (int i = 0; i < group.channels().size(); i++) {
            int number = classOf(architecture, group.channels().get(i), o);
            if (number == NONE) {
                continue;
            }
            int input = group.channels().get(i).input();
            forms.get(number).add(new Form(o, input, group.s().get(output).get(i)));
            for (int j = 0; j <= i; j++) {
                Matrix d = group.d().get(i).get(j);
                if (classOf(architecture, group.channels().get(j), o) == number && d.largest() > 0) {
                    forms.get(number)
                            .add(new Form(input, group.channels().get(j).input(), d));
                }
            }
        }
    }

    /** The class in which a channel reaches an output, or {@link #NONE}. */
    public int classOf(Architecture architecture, ContextGroups.Channel channel, int output) {
        int e = into(architecture, channel, output);
        return e == NONE ? NONE : of(e);
    }

    private int find(int e) {
        int root = e;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = e; parent[at] != root; ) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    private void union(int e, int f) {
        parent[find(e)] = find(f);
    }

    /** Numbers the classes in the order in which the open edges come. */
    private void number(List<List<Integer>> open) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (List<Integer> edges : open) {
            for (int e : edges) {
                int root = find(e);
                Integer known = numbers.get(root);
                int number = known == null ? numbers.size() : known;
                numbers.put(root, number);
                classOf[e] = number;
            }
        }
        for (int c = 0; c < numbers.size(); c++) {
            forms.add(new ArrayList<>());
        }
    }

    /** Number of classes. */
    public int count() {
        return forms.size();
    }

    /** The class of edge {@code e}, from 0, or {@link #NONE} if it lies on no open path. */
    public int of(int e) {
        return classOf[e];
    }

    /** The correlations that have to be diagonal in the frames of one class; spaces are node indices. */
    public List<Form> forms(int number) {
        return Collections.unmodifiableList(forms.get(number));
    }
}
