package dynlab.network;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.numeric.Matrix;

/**
 * Gates of single units on single samples, in place of a node's function: {@code a = G ∘ z}. Held ones are those of ReLU
 * units, {@code G = 1[z > 0]} as it was last taken; given ones stay as they are.
 */
final class UnitGates {
    private final double[][] gate;
    private final boolean[] held;
    private final int[] width;
    private final int samples;
    /** All samples, of nodes whose gates are given; empty for the others. */
    private final double[][] given;

    private int row;

    /**
     * @param held whether ReLU units keep their gates
     * @param samples of all contexts of the plan
     */
    UnitGates(Architecture architecture, boolean held, int samples) {
        int nodes = architecture.nodes().size();
        gate = new double[nodes][0];
        given = new double[nodes][0];
        this.held = new boolean[nodes];
        width = new int[nodes];
        this.samples = samples;
        for (int v = 0; v < nodes; v++) {
            width[v] = architecture.nodes().get(v).width();
            this.held[v] = held && architecture.nodes().get(v).activation() == Activation.RELU;
        }
    }

    void makeRoom(ForwardPlan plan) {
        for (int v = 0; v < gate.length; v++) {
            if (held[v]) {
                gate[v] = new double[width[v] * plan.columns(v)];
            }
        }
        row = gate.length == 0 ? 0 : plan.columns(0);
    }

    /** Whether node {@code v} has gates of its own units. */
    boolean has(int v) {
        return gate[v].length > 0;
    }

    /** Sets the gates of node {@code v}, units × all samples of a plan apart. */
    void give(int v, Matrix matrix) {
        if (matrix.rows() != width[v] || matrix.columns() != samples) {
            throw new IllegalArgumentException(
                    "gates " + matrix.rows() + " × " + matrix.columns() + ", expected " + width[v] + " × " + samples);
        }
        held[v] = false;
        given[v] = matrix.toArray();
        gate[v] = row == samples ? given[v] : new double[width[v] * row];
    }

    /** Gives another the same gates. */
    void giveTo(UnitGates other) {
        for (int v = 0; v < given.length; v++) {
            if (given[v].length > 0) {
                other.give(v, Matrix.of(width[v], samples, given[v]));
            }
        }
    }

    void select(int[] chosen, int count) {
        for (int v = 0; v < gate.length; v++) {
            double[] all = given[v];
            if (all.length > 0 && gate[v] == all) {
                gate[v] = new double[all.length]; // the first time only
            }
            for (int i = 0; i < width[v] && all.length > 0; i++) {
                for (int n = 0; n < count; n++) {
                    gate[v][i * row + n] = all[i * samples + chosen[n]];
                }
            }
        }
    }

    void apply(int v, double[] a, boolean look) {
        double[] g = gate[v];
        if (look && held[v]) {
            for (int i = 0; i < a.length; i++) {
                g[i] = a[i] > 0 ? 1 : 0;
                a[i] *= g[i];
            }
        } else {
            for (int i = 0; i < a.length; i++) {
                a[i] *= g[i];
            }
        }
    }

    void timesGates(int v, double[] error) {
        double[] g = gate[v];
        for (int i = 0; i < error.length; i++) {
            error[i] = g[i] == 0 ? 0 : g[i] * error[i];
        }
    }
}
