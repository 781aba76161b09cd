package dynlab.task;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Routing with images: input domain i shows every digit with its pixels moved about by a permutation of its own, output
 * domain o names it by signs of its own, a permutation of the ten classes, and one hidden pathway serves all routes. The
 * first input domain shows digits as they are written, and the first output domain counts them from 0; which domains these
 * are makes no difference to layers that see all pixels and all signs. K routes of every input domain are trained. After Saxe, Sodhani and Lewallen, ICML 2022, Fig. 7, at the size of a browser.
 *
 * <p>Every trained route has a context with the training images, of weight 1/(K M n) a sample, so that the loss is the
 * mean cross-entropy; every route, trained or not, has one with the test images, which are only measured.
 *
 * @param images what is shown
 * @param domains M, at least 1
 * @param trained K, 1 … M
 * @param width units of each of the two hidden layers
 * @param training n, how many images are trained on; {@code test} others are kept back
 * @param test how many images are kept back, at least 1
 * @param leak slope below zero of the hidden units, 0 ≤ leak &lt; 1; 1 for linear ones
 * @param seed of permutations, of the choice of routes and of the split
 */
public record Digits(
        DigitImages images, int domains, int trained, int width, int training, int test, double leak, int seed) {
    public Digits {
        if (domains < 1 || trained < 1 || trained > domains || width < 1) {
            throw new IllegalArgumentException(domains + " domains, " + trained + " trained, width " + width);
        }
        if (training < 1 || test < 1 || training + test > images.count()) {
            throw new IllegalArgumentException(
                    training + " and " + test + " images of " + images.count() + " to train and test with");
        }
    }

    /** Everything about the task that is drawn by lot. */
    private record Lot(int[] order, int[][] pixels, int[][] signs, int[] columns) {}

    private Lot lot() {
        Rng rng = new Rng(seed);
        int[] order = permutation(images.count(), rng);
        int[][] pixels = new int[domains][];
        int[][] signs = new int[domains][];
        for (int k = 0; k < domains; k++) {
            pixels[k] = k == 0 ? identity(DigitImages.PIXELS) : permutation(DigitImages.PIXELS, rng);
            signs[k] = k == 0 ? identity(DigitImages.CLASSES) : permutation(DigitImages.CLASSES, rng);
        }
        return new Lot(order, pixels, signs, permutation(domains, rng));
    }

    private static int[] identity(int n) {
        int[] identity = new int[n];
        for (int i = 0; i < n; i++) {
            identity[i] = i;
        }
        return identity;
    }

    private static int[] permutation(int n, Rng rng) {
        int[] permutation = identity(n);
        rng.shuffle(permutation);
        return permutation;
    }

    /** Whether the route from an input to an output domain is trained. */
    public boolean trains(int input, int output) {
        return trains(lot(), input, output);
    }

    private boolean trains(Lot lot, int input, int output) {
        return Math.floorMod(lot.columns[output] - input, domains) < trained;
    }

    /** The graph; the contexts of trained routes with training images, then all M² routes 0→0, 0→1, … with test images. */
    public GatedTask task() {
        Lot lot = lot();
        int[] shown = Arrays.copyOf(lot.order, training);
        int[] kept = Arrays.copyOfRange(lot.order, training, training + test);
        Matrix[][] x = new Matrix[2][domains];
        Matrix[][] y = new Matrix[2][domains];
        for (int k = 0; k < domains; k++) {
            x[0][k] = inputs(lot.pixels[k], shown);
            x[1][k] = inputs(lot.pixels[k], kept);
            y[0][k] = targets(lot.signs[k], shown);
            y[1][k] = targets(lot.signs[k], kept);
        }
        List<Context> contexts = new ArrayList<>();
        for (int set = 0; set < 2; set++) {
            for (int i = 0; i < domains; i++) {
                for (int o = 0; o < domains; o++) {
                    if (set == 1 || trains(lot, i, o)) {
                        contexts.add(route(i, o, set == 0, x[set][i], y[set][o]));
                    }
                }
            }
        }
        return new GatedTask(graph(lot), contexts);
    }

    /** The contexts with test images, by their place in {@link #task}, of routes that are trained or of all others. */
    public int[] tests(boolean ofTrained) {
        Lot lot = lot();
        int[] found = new int[domains * domains];
        int count = 0;
        for (int route = 0; route < found.length; route++) {
            if (trains(lot, route / domains, route % domains) == ofTrained) {
                found[count++] = trainedRoutes() + route;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** How many contexts come before those with test images: K M. */
    public int trainedRoutes() {
        return domains * trained;
    }

    private Matrix inputs(int[] moves, int[] chosen) {
        double[] x = new double[moves.length * chosen.length];
        for (int p = 0; p < moves.length; p++) {
            for (int c = 0; c < chosen.length; c++) {
                x[p * chosen.length + c] = images.pixels().at(moves[p], chosen[c]);
            }
        }
        return Matrix.of(moves.length, chosen.length, x);
    }

    private Matrix targets(int[] signs, int[] chosen) {
        int[] classes = images.classes();
        double[] y = new double[signs.length * chosen.length];
        for (int c = 0; c < chosen.length; c++) {
            y[signs[classes[chosen[c]]] * chosen.length + c] = 1;
        }
        return Matrix.of(signs.length, chosen.length, y);
    }

    private Architecture graph(Lot lot) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int k = 0; k < domains; k++) {
            nodes.add(Node.linear("in" + k, Role.INPUT, DigitImages.PIXELS));
        }
        nodes.add(hidden("h1"));
        nodes.add(hidden("h2"));
        for (int k = 0; k < domains; k++) {
            edges.add(new Edge("in" + k + ">h1", "in" + k, "h1"));
        }
        edges.add(new Edge("h1>h2", "h1", "h2"));
        for (int k = 0; k < domains; k++) {
            nodes.add(reader("out" + k, lot.signs[k]));
            edges.add(new Edge("h2>out" + k, "h2", "out" + k));
        }
        return new Architecture(nodes, edges);
    }

    /** An output whose units are named by the digits that they stand for. */
    private static Node reader(String id, int[] signs) {
        String[] names = new String[signs.length];
        for (int digit = 0; digit < signs.length; digit++) {
            names[signs[digit]] = Integer.toString(digit);
        }
        return new Node(id, Role.OUTPUT, signs.length, Activation.LINEAR, Activation.LEAK, true, List.of(names));
    }

    private Node hidden(String id) {
        Activation activation = leak == 1 ? Activation.LINEAR : Activation.LEAKY_RELU;
        double slope = leak == 1 ? Activation.LEAK : leak;
        return new Node(id, Role.HIDDEN, width, activation, slope, true, List.of());
    }

    private Context route(int input, int output, boolean train, Matrix x, Matrix y) {
        Map<String, Double> gates = new LinkedHashMap<>();
        for (int k = 0; k < domains; k++) {
            gates.put("in" + k, k == input ? 1.0 : 0.0);
            gates.put("out" + k, k == output ? 1.0 : 0.0);
        }
        double[] weights = new double[x.columns()];
        Arrays.fill(weights, train ? 1.0 / ((double) trainedRoutes() * training) : 1);
        return new Context(
                input + "→" + output,
                train,
                weights,
                new Gates(gates, Map.of()),
                Map.of("in" + input, x),
                Map.of("out" + output, y));
    }
}
