package dynlab.architecture;

import dynlab.numeric.JointDiagonalization.Form;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best common frames of the gated correlations of a graph, class by class: with them a gated network falls apart into
 * scalar networks, one a mode. Source: Saxe, Sodhani and Lewallen, ICML 2022; the classes are derived in docs/theory.md §5.2.
 */
public final class DataFrames {
    private final Architecture architecture;
    private final InteractionClasses classes;
    private final List<CommonFrames> frames = new ArrayList<>();

    private DataFrames(Architecture architecture, InteractionClasses classes, Optional<List<Matrix>> weights) {
        this.architecture = architecture;
        this.classes = classes;
        for (int c = 0; c < classes.count(); c++) {
            List<Form> own = new ArrayList<>();
            for (int e = 0; weights.isPresent() && e < architecture.edges().size(); e++) {
                if (classes.of(e) == c) {
                    own.add(new Form(
                            architecture.target(e),
                            architecture.source(e),
                            weights.get().get(e)));
                }
            }
            frames.add(new CommonFrames(architecture, classes.forms(c), own, 1.0 / classes.count()));
        }
    }

    /** The frames of the data of these classes. */
    public static DataFrames of(Architecture architecture, InteractionClasses classes) {
        return new DataFrames(architecture, classes, Optional.empty());
    }

    /**
     * The frames of the data: of listed paths where there are few enough, of whole contexts otherwise; nothing where that
     * too is more than can be looked at.
     */
    public static Optional<DataFrames> of(Architecture architecture, List<Context> contexts) {
        List<Context> plain = DataRange.scaled(contexts);
        Optional<InteractionClasses> classes = PathCorrelations.of(architecture, plain)
                .map(paths -> InteractionClasses.of(architecture, paths))
                .or(() -> ContextGroups.of(architecture, plain)
                        .map(groups -> InteractionClasses.of(architecture, groups)));
        return classes.map(found -> of(architecture, found));
    }

    /**
     * Frames of data and weights at once, with frames for the hidden nodes too.
     *
     * @param weights one matrix an edge, in edge order
     */
    public DataFrames with(List<Matrix> weights) {
        return new DataFrames(architecture, classes, Optional.of(weights));
    }

    /** The interaction classes. */
    public InteractionClasses classes() {
        return classes;
    }

    /** The frames of one class. */
    public CommonFrames frames(int number) {
        return frames.get(number);
    }

    /** The largest departure from diagonal of any class, 0 to 1. */
    public double residual() {
        double worst = 0;
        for (CommonFrames one : frames) {
            worst = Math.max(worst, one.residual());
        }
        return worst;
    }

    /** The departure if every node has to have one frame for all classes. */
    public double jointResidual() {
        if (classes.count() <= 1) {
            return residual();
        }
        List<Form> all = new ArrayList<>();
        for (int c = 0; c < classes.count(); c++) {
            all.addAll(classes.forms(c));
        }
        return new CommonFrames(architecture, all, List.of(), 1).residual();
    }
}
