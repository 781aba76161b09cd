package dynlab.task;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Items at the leaves of a balanced tree whose features diffuse along its branches: the root value is ±1, the sign flips
 * along every edge with probability {@code flip}, so two items whose common ancestor lies u levels up agree with
 * covariance {@code rho(u) = (1 − 2 flip)^(2u)}. Source: the branching diffusion of Saxe, McClelland and Ganguli, PNAS
 * 2019; numbers as in the Neuromatch Academy course.
 *
 * @param branching children of every inner node, at least 2
 * @param levels levels below the root, at least 1
 * @param flip probability of a sign flip along an edge, in (0, 1/2)
 */
public record Hierarchy(int branching, int levels, double flip) {
    /** Features that the noise-free world stands for: it has the expected Gram matrix of this many sampled ones. */
    public static final int FEATURES = 10_000;

    private static final List<String> NAMES = List.of(
            "living things",
            "animals",
            "plants",
            "fish",
            "birds",
            "flowers",
            "trees",
            "Goldfish",
            "Tuna",
            "Robin",
            "Canary",
            "Rose",
            "Daisy",
            "Pine",
            "Oak");
    private static final List<String> PROPERTIES = List.of(
            "grows",
            "moves",
            "has roots",
            "swims",
            "flies",
            "has petals",
            "has bark",
            "is golden",
            "is huge",
            "has a red breast",
            "sings",
            "has thorns",
            "has white rays",
            "has needles",
            "has acorns");
    private static final List<Level> LEVELS = List.of(
            Level.ALIVE,
            Level.ANIMAL_PLANT,
            new Level(
                    Phrase.of("task.levels.kind-label"),
                    Phrase.of("task.levels.kind-parted"),
                    Phrase.of("task.levels.kind-learned")),
            Level.EACH);

    /** The eight living things. */
    public static Hierarchy livingThings(double flip) {
        return new Hierarchy(2, 3, flip);
    }

    /** Number of items, branching^levels. */
    public int items() {
        int n = 1;
        for (int l = 0; l < levels; l++) {
            n *= branching;
        }
        return n;
    }

    /** Covariance of two items whose common ancestor lies {@code up} levels above them. */
    public double rho(int up) {
        double base = (1 - 2 * flip) * (1 - 2 * flip);
        double rho = 1;
        for (int u = 0; u < up; u++) {
            rho *= base;
        }
        return rho;
    }

    /** What tells the branches of each level apart: orthonormal contrasts over the items, one matrix a level. */
    public List<Matrix> contrasts() {
        TreeSpectrum spectrum = TreeSpectrum.of(this);
        List<Matrix> levelsOfContrasts = new ArrayList<>();
        int from = 0;
        for (int count : spectrum.multiplicities()) {
            double[] columns = new double[items() * count];
            for (int i = 0; i < items(); i++) {
                for (int k = 0; k < count; k++) {
                    columns[i * count + k] = spectrum.contrasts().at(i, from + k);
                }
            }
            levelsOfContrasts.add(Matrix.of(items(), count, columns));
            from += count;
        }
        return levelsOfContrasts;
    }

    /** The items' expected covariance {@code C_ij = rho(levels up to the common ancestor)}, items × items. */
    public Matrix covariance() {
        int n = items();
        double[] c = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int up = 0;
                for (int a = i, b = j; a != b; a /= branching, b /= branching) {
                    up++;
                }
                c[i * n + j] = rho(up);
            }
        }
        return Matrix.of(n, n, c);
    }

    /**
     * What a property of a node at the given depth weighs, so that one property a node has the same Gram matrix as
     * {@link #FEATURES} expected features: {@code w = 100 sqrt(rho(L − depth) − rho(L − depth + 1))}, with rho(L + 1) = 0.
     */
    public double weight(int depth) {
        double above = depth == 0 ? 0 : rho(levels - depth + 1);
        return Math.sqrt(FEATURES) * Math.sqrt(rho(levels - depth) - above);
    }

    /** The tree, nodes level by level; named where it is the tree of eight living things. */
    public Tree tree() {
        List<String> names = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        parents.add(-1);
        int from = 0;
        for (int l = 0; l < levels; l++) {
            int to = parents.size();
            for (int parent = from; parent < to; parent++) {
                for (int child = 0; child < branching; child++) {
                    parents.add(parent);
                }
            }
            from = to;
        }
        for (int v = 0; v < parents.size(); v++) {
            names.add(living() ? NAMES.get(v) : v >= parents.size() - items() ? "item " + (v - from + 1) : "");
        }
        return new Tree(names, parents, items());
    }

    private boolean living() {
        return branching == 2 && levels == 3;
    }

    private List<String> itemNames(Tree tree) {
        return tree.names().subList(tree.size() - items(), tree.size());
    }

    private List<Level> levelWords() {
        if (living()) {
            return LEVELS;
        }
        List<Level> words = new ArrayList<>();
        for (int l = 0; l <= levels; l++) {
            words.add(new Level(
                    Phrase.of("task.levels.number", Argument.count(l)),
                    Phrase.of("task.levels.number", Argument.count(l)),
                    Phrase.of("task.levels.number-learned", Argument.count(l))));
        }
        return words;
    }

    /**
     * The noise-free world in a form that can be read: one property a node, of weight {@link #weight} for the items below
     * it and 0 for the others. Its Gram matrix is {@code 10,000 C}, so its modes, loss and hidden similarity are those of
     * the expected sampled world: the same run in another output basis.
     */
    public World readable() {
        Tree tree = tree();
        double[] y = new double[tree.size() * items()];
        List<String> properties = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            properties.add(living() ? PROPERTIES.get(node) : "property " + (node + 1));
            for (int item : tree.itemsBelow(node)) {
                y[node * items() + item] = weight(tree.depth(node));
            }
        }
        return new World(itemNames(tree), properties, Matrix.of(tree.size(), items(), y), tree, levelWords(), living());
    }

    /**
     * The noise-free world with as many features as items, none of which can be read: {@code Y = 100 C^½}. It has the
     * Gram matrix of {@link #readable()} and of the expected sampled world.
     */
    public World surrogate() {
        Matrix y = TreeSpectrum.of(this).squareRoot().scaled(Math.sqrt(FEATURES));
        List<String> properties = new ArrayList<>();
        for (int f = 1; f <= y.rows(); f++) {
            properties.add("f" + f);
        }
        Tree tree = tree();
        return new World(itemNames(tree), properties, y, tree, levelWords(), false);
    }

    /**
     * Sampled features: each an independent draw of the diffusion, ±100/√features, so that the expected Gram matrix does
     * not depend on how many are drawn.
     *
     * @param features how many, at least 1
     * @param seed of the draw
     */
    public World sampled(int features, int seed) {
        Tree tree = tree();
        Rng rng = new Rng(seed);
        double size = Math.sqrt(FEATURES / (double) features);
        double[] y = new double[features * items()];
        List<String> properties = new ArrayList<>();
        double[] value = new double[tree.size()];
        for (int f = 0; f < features; f++) {
            properties.add("f" + (f + 1));
            value[0] = rng.nextDouble() < 0.5 ? size : -size;
            for (int v = 1; v < value.length; v++) {
                double parent = value[tree.parents().get(v)];
                value[v] = rng.nextDouble() < flip ? -parent : parent;
            }
            for (int item = 0; item < items(); item++) {
                y[f * items() + item] = value[tree.leaf(item)];
            }
        }
        return new World(itemNames(tree), properties, Matrix.of(features, items(), y), tree, levelWords(), false);
    }
}
