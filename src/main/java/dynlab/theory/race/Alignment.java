package dynlab.theory.race;

import dynlab.architecture.Architecture;
import dynlab.architecture.ContextGroups;
import dynlab.architecture.PathCorrelations;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * A cheap necessary condition for weights that are diagonal in the data's frames, whatever these are.
 *
 * <pre>Σ = U S Vᵀ, W = U B Vᵀ   ⇒   Σᵀ W = V S B Vᵀ and Σ Wᵀ = U S B Uᵀ are symmetric</pre>
 *
 * A random start misses it by about 1, so that no frames have to be looked for. Derived in docs/theory.md §5.4.
 */
final class Alignment {
    /** Asymmetries above this settle the question; rounding stays far below. */
    static final double DECIDED = 1e-4;

    /** A map below this share of the norms that make it up is what rounding leaves of 0. */
    private static final double ROUNDING = 1e-12;

    private Alignment() {}

    /** The largest asymmetry of a path, of 1 at most. */
    static double ofPaths(PathCorrelations paths, List<Matrix> weights) {
        double worst = 0;
        for (PathCorrelations.Path path : paths.paths()) {
            Matrix product = weights.get(path.edges().get(0));
            double size = product.norm();
            for (int k = 1; k < path.edges().size(); k++) {
                Matrix weight = weights.get(path.edges().get(k));
                product = weight.times(product);
                size *= weight.norm();
            }
            // a product of layers that pass on nothing of each other is rounding, which has no direction
            if (product.norm() > ROUNDING * size) {
                worst = Math.max(worst, asymmetry(path.sigmaYx(), product));
            }
        }
        return worst;
    }

    /** The largest asymmetry of what a channel brings to an output. */
    static double ofContexts(Architecture architecture, ContextGroups groups, List<Matrix> weights) {
        double worst = 0;
        for (ContextGroups.Group group : groups.groups()) {
            for (int i = 0; i < group.channels().size(); i++) {
                List<Matrix> maps = maps(architecture, group.channels().get(i), weights);
                for (int o = 0; o < group.outputs().size(); o++) {
                    Matrix map = maps.get(group.outputs().get(o));
                    if (map.rows() > 0) {
                        worst = Math.max(worst, asymmetry(group.s().get(o).get(i), map));
                    }
                }
            }
        }
        return worst;
    }

    /** The gated map from a channel's input to every node; empty where it does not lead. */
    private static List<Matrix> maps(Architecture architecture, ContextGroups.Channel channel, List<Matrix> weights) {
        List<Matrix> maps = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            maps.add(Matrix.zero(0, 0));
        }
        int width = architecture.nodes().get(channel.input()).width();
        maps.set(channel.input(), Matrix.identity(width).scaled(channel.gate()));
        for (int k = 0; k < channel.edges().size(); k++) {
            int e = channel.edges().get(k);
            Matrix share = weights.get(e)
                    .times(maps.get(architecture.source(e)))
                    .scaled(channel.factors().get(k));
            Matrix before = maps.get(architecture.target(e));
            maps.set(architecture.target(e), before.rows() == 0 ? share : before.plus(share));
        }
        return maps;
    }

    private static double asymmetry(Matrix sigma, Matrix map) {
        double size = sigma.norm() * map.norm();
        if (size == 0) {
            return 0;
        }
        Matrix inner = sigma.transpose().times(map);
        Matrix outer = sigma.times(map.transpose());
        double left = inner.minus(inner.transpose()).norm();
        double right = outer.minus(outer.transpose()).norm();
        return Math.max(left, right) / size / 2;
    }
}
