package dynlab.learning;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Correlations;
import dynlab.architecture.DataFrames;
import dynlab.architecture.InteractionClasses;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Initial weights: one matrix an edge, in edge order, drawn row-major from one {@link Rng} in edge order. */
public final class Initialization {
    private final Architecture architecture;
    private final List<Context> contexts;

    private Initialization(Architecture architecture, List<Context> contexts) {
        this.architecture = architecture;
        this.contexts = contexts;
    }

    /**
     * Draws initial weights.
     *
     * @return one matrix an edge, width(target) × width(source)
     * @throws ImpossibleInit if the kind does not fit the graph or the data
     */
    public static List<Matrix> draw(Init init, Architecture architecture, List<Context> contexts) {
        return tied(architecture, new Initialization(architecture, contexts).draw(init));
    }

    /**
     * Fills in what tied edges use.
     *
     * @param owned one matrix an edge; those of tied edges do not count
     */
    public static List<Matrix> tied(Architecture architecture, List<Matrix> owned) {
        List<Matrix> weights = new ArrayList<>(owned);
        for (int e = 0; e < weights.size(); e++) {
            Matrix own = owned.get(architecture.owner(e));
            weights.set(e, architecture.transposed(e) ? own.transpose() : own);
        }
        return weights;
    }

    private void needsOwnMatrices(String kind) {
        if (architecture.tied()) {
            throw new ImpossibleInit(kind, Phrase.of("start-error.tied-edges"));
        }
    }

    private List<Matrix> draw(Init init) {
        if (init instanceof Init.Gaussian gaussian) {
            return independent(new Rng(gaussian.seed()), gaussian);
        } else if (init instanceof Init.ScaledGaussian scaled) {
            return independent(new Rng(scaled.seed()), scaled);
        } else if (init instanceof Init.Orthogonal orthogonal) {
            return independent(new Rng(orthogonal.seed()), orthogonal);
        } else if (init instanceof Init.Balanced balanced) {
            return balanced(balanced);
        } else if (init instanceof Init.Aligned aligned) {
            return aligned(aligned);
        } else if (init instanceof Init.Overridden overridden) {
            return overridden(overridden);
        }
        throw new AssertionError("a new kind of init");
    }

    private List<Matrix> independent(Rng rng, Init init) {
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            weights.add(
                    architecture.owns(e)
                            ? single(rng, init, architecture.rows(e), architecture.columns(e))
                            : Matrix.zero(0, 0));
        }
        return weights;
    }

    private static Matrix single(Rng rng, Init init, int rows, int columns) {
        if (init instanceof Init.Gaussian gaussian) {
            return gaussian(rng, rows, columns).scaled(gaussian.sigma());
        } else if (init instanceof Init.ScaledGaussian scaled) {
            return gaussian(rng, rows, columns).scaled(scaled.gamma() / Math.sqrt(rows + columns));
        } else if (init instanceof Init.Orthogonal orthogonal) {
            return polar(gaussian(rng, rows, columns)).scaled(orthogonal.gain());
        }
        throw new AssertionError("a new kind of init");
    }

    private static Matrix gaussian(Rng rng, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    /** The nearest matrix with orthonormal rows or columns: U Vᵀ of the thin decomposition. */
    private static Matrix polar(Matrix a) {
        Svd svd = Svd.thin(a);
        return svd.u().times(svd.v().transpose());
    }

    /**
     * W₁ = R S₁ Vᵀ, W₂ = U S₂ Rᵀ with S₂² = (λ + √(λ² + 4 s₀²))/2 and S₁² = (−λ + √(λ² + 4 s₀²))/2, so that
     * W₂ᵀW₂ − W₁W₁ᵀ = λ I on the hidden layer and every strength S₂S₁ is s₀. Hidden units beyond the width of the
     * smaller side carry only the larger factor, which is why λ &gt; 0 needs no more hidden than output units, and
     * λ &lt; 0 no more than input units. Derived in docs/theory.md §4.2.
     */
    private List<Matrix> balanced(Init.Balanced init) {
        needsOwnMatrices("balanced");
        int[] chain = architecture
                .linearChain()
                .filter(edges -> edges.length == 2)
                .orElseThrow(() -> new ImpossibleInit("balanced", Phrase.of("start-error.two-edges")));
        int inputs = architecture.columns(chain[0]);
        int hidden = architecture.rows(chain[0]);
        int outputs = architecture.rows(chain[1]);
        double lambda = init.lambda();
        double scale = init.scale();
        if (lambda > 0 && hidden > outputs) {
            throw new ImpossibleInit(
                    "balanced",
                    Phrase.of("start-error.positive-lambda", Argument.count(outputs), Argument.count(hidden)));
        }
        if (lambda < 0 && hidden > inputs) {
            throw new ImpossibleInit(
                    "balanced",
                    Phrase.of("start-error.negative-lambda", Argument.count(inputs), Argument.count(hidden)));
        }
        double root = Math.sqrt(lambda * lambda + 4 * scale * scale);
        double upper = Math.sqrt(Math.max(0, (root + lambda) / 2));
        double lower = Math.sqrt(Math.max(0, (root - lambda) / 2));
        Rng rng = new Rng(init.seed());
        Matrix u = polar(gaussian(rng, outputs, outputs));
        Matrix r = polar(gaussian(rng, hidden, hidden));
        Matrix v = polar(gaussian(rng, inputs, inputs));
        // the strengths fill the smallest width; what is left of the hidden layer has one factor 0 and the other √|λ|
        int strengths = Math.min(hidden, Math.min(inputs, outputs));
        double[] first = new double[Math.min(hidden, inputs)];
        double[] second = new double[Math.min(hidden, outputs)];
        for (int k = 0; k < first.length; k++) {
            first[k] = k < strengths ? lower : Math.sqrt(Math.max(0, -lambda));
        }
        for (int k = 0; k < second.length; k++) {
            second[k] = k < strengths ? upper : Math.sqrt(Math.max(0, lambda));
        }
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < 2; e++) {
            weights.add(Matrix.zero(architecture.rows(e), architecture.columns(e)));
        }
        weights.set(chain[0], r.times(rectangular(hidden, inputs, first)).times(v.transpose()));
        weights.set(chain[1], u.times(rectangular(outputs, hidden, second)).times(r.transpose()));
        return weights;
    }

    /**
     * W_e = R_t (b₀ I) R_sᵀ with the data's frames at inputs and outputs, and random orthogonal frames at hidden nodes. In a
     * single chain the data's frames are the singular vectors of Σ^yx; in any other graph the best common frames of its
     * gated correlations, those of the interaction class that the edge belongs to.
     */
    private List<Matrix> aligned(Init.Aligned init) {
        needsOwnMatrices("decoupled");
        Optional<int[]> chain = architecture.linearChain();
        return chain.isPresent() ? alignedChain(chain.get(), init) : alignedGraph(init);
    }

    private List<Matrix> alignedGraph(Init.Aligned init) {
        for (Node node : architecture.nodes()) {
            if (node.activation() != Activation.LINEAR) {
                throw new ImpossibleInit("decoupled", Phrase.of("start-error.linear-nodes", Argument.name(node.id())));
            }
        }
        DataFrames data = DataFrames.of(architecture, contexts)
                .orElseThrow(() -> new ImpossibleInit("decoupled", Phrase.of("start-error.fewer-paths")));
        Rng rng = new Rng(init.seed());
        List<Matrix> hidden = new ArrayList<>();
        for (Node node : architecture.nodes()) {
            int width = node.role() == Role.HIDDEN ? node.width() : 0;
            hidden.add(polar(gaussian(rng, width, width)));
        }
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            int rows = architecture.rows(e);
            int columns = architecture.columns(e);
            double[] strengths = new double[Math.min(rows, columns)];
            Arrays.fill(strengths, init.b0());
            Matrix left = frame(data, hidden, e, architecture.target(e));
            Matrix right = frame(data, hidden, e, architecture.source(e));
            weights.add(left.times(rectangular(rows, columns, strengths)).times(right.transpose()));
        }
        return weights;
    }

    /** The frame of a node as edge {@code e} sees it; any will do for an edge on no open path. */
    private Matrix frame(DataFrames data, List<Matrix> hidden, int e, int node) {
        if (architecture.nodes().get(node).role() == Role.HIDDEN) {
            return hidden.get(node);
        }
        int number = data.classes().of(e);
        return number != InteractionClasses.NONE && data.frames(number).has(node)
                ? data.frames(number).frame(node)
                : Matrix.identity(architecture.nodes().get(node).width());
    }

    private List<Matrix> alignedChain(int[] chain, Init.Aligned init) {
        Node input = architecture.nodes().get(architecture.source(chain[0]));
        Node output = architecture.nodes().get(architecture.target(chain[chain.length - 1]));
        Svd svd = bases(Correlations.of(contexts, input, output).sigmaYx(), chain);
        Rng rng = new Rng(init.seed());
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < chain.length; e++) {
            weights.add(Matrix.zero(architecture.rows(e), architecture.columns(e)));
        }
        Matrix frame = svd.v();
        for (int k = 0; k < chain.length; k++) {
            int e = chain[k];
            int rows = architecture.rows(e);
            int columns = architecture.columns(e);
            Matrix next = k == chain.length - 1 ? svd.u() : polar(gaussian(rng, rows, rows));
            double[] strengths = new double[Math.min(rows, columns)];
            Arrays.fill(strengths, init.b0());
            Matrix diagonal = rectangular(next.columns(), frame.columns(), strengths);
            weights.set(e, next.times(diagonal).times(frame.transpose()));
            frame = next;
        }
        return weights;
    }

    /**
     * Singular vectors of the data: whole bases only where hidden layers are wider than there are singular values. A basis
     * of ten thousand outputs would fill 800 MB, and its first vectors are the same bits.
     */
    private Svd bases(Matrix sigmaYx, int[] chain) {
        int into = Math.min(architecture.rows(chain[0]), architecture.columns(chain[0]));
        int last = chain[chain.length - 1];
        int out = Math.min(architecture.rows(last), architecture.columns(last));
        int values = Math.min(sigmaYx.rows(), sigmaYx.columns());
        return Math.max(into, out) <= values ? Svd.thin(sigmaYx) : Svd.full(sigmaYx);
    }

    private static Matrix rectangular(int rows, int columns, double[] diagonal) {
        double[] values = new double[rows * columns];
        for (int k = 0; k < diagonal.length; k++) {
            values[k * columns + k] = diagonal[k];
        }
        return Matrix.of(rows, columns, values);
    }

    private List<Matrix> overridden(Init.Overridden init) {
        List<Matrix> weights = new ArrayList<>(draw(init.base()));
        for (Map.Entry<String, Init> override : init.overrides().entrySet()) {
            Optional<Integer> edge = architecture.edge(override.getKey());
            int e = edge.orElseThrow(
                    () -> new ImpossibleInit("overrides." + override.getKey(), Phrase.of("start-error.no-edge")));
            if (!architecture.owns(e)) {
                throw new ImpossibleInit("overrides." + override.getKey(), Phrase.of("start-error.tied"));
            }
            Init one = override.getValue();
            weights.set(e, single(new Rng(one.seed()), one, architecture.rows(e), architecture.columns(e)));
        }
        return weights;
    }
}
