package dynlab.network;

import dynlab.architecture.Architecture;
import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.List;

/** The live gates of all groups, row after row. Allocates nothing after it is made. */
final class LearnedGates {
    /** Of a node whose gate is not learned. */
    static final int NONE = -1;

    private final List<GateGroup> groups;
    private final int[] first;
    private final int[] group;
    private final int[] place;
    private final double[] theta;
    private final double[] gate;
    private final double[] pull;

    LearnedGates(Architecture architecture, List<GateGroup> groups) {
        this.groups = groups;
        int nodes = architecture.nodes().size();
        group = new int[nodes];
        place = new int[nodes];
        Arrays.fill(group, NONE);
        first = new int[groups.size() + 1];
        for (int g = 0; g < groups.size(); g++) {
            Matrix initial = groups.get(g).initial();
            first[g + 1] = first[g] + initial.rows() * initial.columns();
            List<String> ids = groups.get(g).nodes();
            for (int k = 0; k < ids.size(); k++) {
                int v = architecture.node(ids.get(k)).orElseThrow();
                group[v] = g;
                place[v] = k;
            }
        }
        theta = new double[first[groups.size()]];
        gate = new double[theta.length];
        pull = new double[theta.length];
        for (int g = 0; g < groups.size(); g++) {
            groups.get(g).initial().copyInto(theta, first[g]);
        }
    }

    boolean none() {
        return groups.isEmpty();
    }

    /** Whether the gate of node {@code v} is learned. */
    boolean learned(int v) {
        return group[v] != NONE;
    }

    /** Which gate node {@code v} has in a context of the experiment, or {@link #NONE}. */
    int index(int context, int v) {
        if (group[v] == NONE) {
            return NONE;
        }
        GateGroup own = groups.get(group[v]);
        int row = own.perContext() ? context : 0;
        return first[group[v]] + row * own.nodes().size() + place[v];
    }

    /** The factor of a gate; 1 where none is learned. */
    double value(int index) {
        return index == NONE ? 1 : gate[index];
    }

    /** Makes all gates from θ. */
    void open() {
        for (int g = 0; g < groups.size(); g++) {
            int nodes = groups.get(g).nodes().size();
            for (int at = first[g]; at < first[g + 1]; at += nodes) {
                groups.get(g).kind().open(theta, gate, at, nodes);
            }
        }
    }

    void clear() {
        Arrays.fill(pull, 0);
    }

    /** Adds to −∂L/∂g. */
    void add(int index, double more) {
        pull[index] += more;
    }

    /** Turns what was added into −∂L/∂θ. */
    void descend() {
        for (int g = 0; g < groups.size(); g++) {
            int nodes = groups.get(g).nodes().size();
            for (int at = first[g]; at < first[g + 1]; at += nodes) {
                groups.get(g).kind().descend(gate, pull, at, nodes);
            }
        }
    }

    /** Moves θ of group {@code g} down its gradient. */
    void move(int g, double rate) {
        for (int i = first[g]; i < first[g + 1]; i++) {
            theta[i] += rate * pull[i];
        }
    }

    /** θ of group {@code g}, rows × nodes. */
    Matrix theta(int g) {
        Matrix initial = groups.get(g).initial();
        return Matrix.of(initial.rows(), initial.columns(), Arrays.copyOfRange(theta, first[g], first[g + 1]));
    }

    /** −∂L/∂θ of group {@code g} as of the last {@link #descend}. */
    Matrix descent(int g) {
        Matrix initial = groups.get(g).initial();
        return Matrix.of(initial.rows(), initial.columns(), Arrays.copyOfRange(pull, first[g], first[g + 1]));
    }
}
