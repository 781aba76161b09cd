package dynlab.architecture;

import dynlab.numeric.JointDiagonalization;
import dynlab.numeric.JointDiagonalization.Form;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The best common orthogonal frames of some matrices between the nodes of a graph: gated correlations, and initial weights
 * beside them. The signs of the columns are such that, mode by mode, entries are positive along a spanning tree, of the
 * weights first if there are any and of the correlations then: an entry that is negative all the same says something.
 */
public final class CommonFrames {
    private final Map<Integer, Integer> spaces = new HashMap<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Matrix> frames = new ArrayList<>();
    private final double residual;

    /**
     * @param correlations matrices from one node (their columns) to another (their rows), by node index
     * @param weights likewise, to be diagonal too; may be empty
     * @param share of the work of one such search that is done at most, in (0, 1]
     */
    public CommonFrames(Architecture architecture, List<Form> correlations, List<Form> weights, double share) {
        List<Form> local = new ArrayList<>();
        for (Form form : correlations) {
            local.add(new Form(space(architecture, form.target()), space(architecture, form.source()), form.matrix()));
        }
        for (Form form : weights) {
            local.add(new Form(space(architecture, form.target()), space(architecture, form.source()), form.matrix()));
        }
        JointDiagonalization joint = JointDiagonalization.of(
                widths.stream().mapToInt(Integer::intValue).toArray(), local, share);
        residual = joint.residual();
        double[][] signs = signs(joint, local, correlations.size());
        for (int v = 0; v < widths.size(); v++) {
            frames.add(joint.frame(v).times(Matrix.diagonal(signs[v])));
        }
    }

    private int space(Architecture architecture, int node) {
        Integer known = spaces.get(node);
        if (known != null) {
            return known;
        }
        spaces.put(node, widths.size());
        widths.add(architecture.nodes().get(node).width());
        return widths.size() - 1;
    }

    /** One sign a space and mode: mode by mode, walks from space to space where the entry is far from rounding. */
    private double[][] signs(JointDiagonalization joint, List<Form> forms, int weightsFrom) {
        double[][] signs = new double[widths.size()][];
        for (int v = 0; v < signs.length; v++) {
            signs[v] = new double[widths.get(v)];
        }
        List<double[]> diagonals = new ArrayList<>();
        for (Form form : forms) {
            diagonals.add(JointDiagonalization.diagonal(
                    form.matrix(), joint.frame(form.target()), joint.frame(form.source())));
        }
        for (int v = 0; v < signs.length; v++) {
            for (int k = 0; k < signs[v].length; k++) {
                if (signs[v][k] == 0) {
                    signs[v][k] = 1;
                    spread(forms, diagonals, weightsFrom, signs, k);
                    spread(forms, diagonals, 0, signs, k);
                }
            }
        }
        return signs;
    }

    private static void spread(List<Form> forms, List<double[]> diagonals, int from, double[][] signs, int k) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int m = from; m < forms.size(); m++) {
                Form form = forms.get(m);
                double[] diagonal = diagonals.get(m);
                if (k >= diagonal.length
                        || Math.abs(diagonal[k]) <= 1e-9 * form.matrix().norm()) {
                    continue;
                }
                double entry = diagonal[k] > 0 ? 1 : -1;
                double target = signs[form.target()][k];
                double source = signs[form.source()][k];
                if (target != 0 && source == 0) {
                    signs[form.source()][k] = entry * target;
                    grown = true;
                } else if (source != 0 && target == 0) {
                    signs[form.target()][k] = entry * source;
                    grown = true;
                }
            }
        }
    }

    /** Whether a node has a frame here. */
    public boolean has(int node) {
        return spaces.containsKey(node);
    }

    /**
     * The frame of a node.
     *
     * @return orthogonal, width × width
     * @throws IllegalArgumentException if no form touches the node
     */
    public Matrix frame(int node) {
        Integer space = spaces.get(node);
        if (space == null) {
            throw new IllegalArgumentException("no frame for node " + node);
        }
        return frames.get(space);
    }

    /** Departure from diagonal, 0 to 1: the root mean square of the normalised matrices' entries off the diagonal. */
    public double residual() {
        return residual;
    }

    /** The diagonal of {@code frame(target)ᵀ matrix frame(source)}, of the smaller width. */
    public double[] diagonal(Matrix matrix, int target, int source) {
        return JointDiagonalization.diagonal(matrix, frame(target), frame(source));
    }

    /** The matrix in these frames, {@code frame(target)ᵀ matrix frame(source)}. */
    public Matrix turned(Matrix matrix, int target, int source) {
        return frame(target).transpose().times(matrix).times(frame(source));
    }

    /** The norm of what {@code frame(target)ᵀ matrix frame(source)} has off the diagonal; without cancellation. */
    public double outside(Matrix matrix, int target, int source) {
        Matrix turned = turned(matrix, target, source);
        double sum = 0;
        for (int i = 0; i < turned.rows(); i++) {
            for (int j = 0; j < turned.columns(); j++) {
                sum += i == j ? 0 : turned.at(i, j) * turned.at(i, j);
            }
        }
        return Math.sqrt(sum);
    }
}
