package dynlab.theory;

import dynlab.architecture.Architecture;
import dynlab.architecture.PathCorrelations;
import dynlab.numeric.JointDiagonalization;
import dynlab.numeric.JointDiagonalization.Form;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The best common frames of gated correlations, and of initial weights with them, for some of the paths of a graph. */
final class CommonFrames {
    private final Architecture architecture;
    private final PathCorrelations correlations;
    private final Map<Integer, Integer> spaces = new HashMap<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final JointDiagonalization frames;

    /**
     * @param chosen the paths that have to share one frame a node
     * @param weights initial weights by edge index, to be diagonal too; none to look at the data alone
     */
    CommonFrames(
            Architecture architecture,
            PathCorrelations correlations,
            List<Integer> chosen,
            Optional<List<Matrix>> weights) {
        this.architecture = architecture;
        this.correlations = correlations;
        boolean[] in = new boolean[correlations.paths().size()];
        boolean[] edges = new boolean[architecture.edges().size()];
        for (int p : chosen) {
            PathCorrelations.Path path = correlations.paths().get(p);
            in[p] = true;
            path.edges().forEach(e -> edges[e] = true);
            forms.add(new Form(space(path.output()), space(path.input()), path.sigmaYx()));
        }
        for (PathCorrelations.Pair pair : correlations.pairs()) {
            if (in[pair.j()] && in[pair.p()]) {
                forms.add(new Form(
                        space(correlations.paths().get(pair.j()).input()),
                        space(correlations.paths().get(pair.p()).input()),
                        pair.sigmaX()));
            }
        }
        for (int e = 0; weights.isPresent() && e < edges.length; e++) {
            if (edges[e]) {
                forms.add(new Form(
                        space(architecture.target(e)),
                        space(architecture.source(e)),
                        weights.get().get(e)));
            }
        }
        frames = JointDiagonalization.of(
                widths.stream().mapToInt(Integer::intValue).toArray(), forms);
    }

    private int space(int node) {
        Integer known = spaces.get(node);
        if (known != null) {
            return known;
        }
        spaces.put(node, widths.size());
        widths.add(architecture.nodes().get(node).width());
        return widths.size() - 1;
    }

    private Matrix frame(int node) {
        return frames.frame(space(node));
    }

    double residual() {
        return frames.residual();
    }

    /** S(p): the diagonal of Uᵀ Σ^yx(p) V. */
    double[] s(int p) {
        PathCorrelations.Path path = correlations.paths().get(p);
        return JointDiagonalization.diagonal(path.sigmaYx(), frame(path.output()), frame(path.input()));
    }

    /** D(j, p): the diagonal of V_jᵀ Σ^x(j, p) V_p. */
    double[] d(PathCorrelations.Pair pair) {
        return JointDiagonalization.diagonal(
                pair.sigmaX(),
                frame(correlations.paths().get(pair.j()).input()),
                frame(correlations.paths().get(pair.p()).input()));
    }

    /** B_e: the diagonal of R_tᵀ W_e R_s. */
    double[] b(int e, Matrix weight) {
        return JointDiagonalization.diagonal(weight, frame(architecture.target(e)), frame(architecture.source(e)));
    }
}
