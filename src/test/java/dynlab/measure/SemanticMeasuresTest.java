package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.RandomMatrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures of what a network holds alike, against their definitions written out. */
final class SemanticMeasuresTest {
    private static Subject subject(List<Matrix> weights, Matrix x, Matrix y) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, x.rows()));
        for (int l = 0; l < weights.size(); l++) {
            boolean last = l == weights.size() - 1;
            nodes.add(Node.linear(
                    last ? "y" : "h" + l,
                    last ? Role.OUTPUT : Role.HIDDEN,
                    weights.get(l).rows()));
            edges.add(new Edge("W" + l, nodes.get(l).id(), nodes.get(l + 1).id()));
        }
        Architecture graph = new Architecture(nodes, edges);
        List<Context> contexts = List.of(Context.open("all", x.columns(), Map.of("x", x), Map.of("y", y)));
        Network network = new Network(graph, contexts, weights);
        Svd svd = Svd.thin(y.times(x.transpose()));
        Subject subject = new Subject(network, contexts, () -> Optional.of(new Subject.Basis(svd.u(), svd.v())));
        subject.at(0);
        return subject;
    }

    private static double[] read(Measure measure, Subject subject) {
        Reading reading = measure.on(subject);
        double[] to = new double[reading.parts().get(0).size()];
        reading.read(0, to, 0);
        return to;
    }

    /** A network at its end: U √S Q and Q √S Vᵀ in a random frame. */
    private static Subject learned(Matrix y, int width, Rng rng) {
        Svd data = Svd.thin(y);
        Matrix frame = SymmetricEigen.of(symmetric(RandomMatrix.of(width, width, 1, rng)))
                .vectors();
        int n = data.s().length;
        double[] roots = data.s();
        double[] w1 = new double[width * y.columns()];
        double[] w2 = new double[y.rows() * width];
        for (int k = 0; k < n; k++) {
            double root = Math.sqrt(roots[k]);
            for (int h = 0; h < width; h++) {
                for (int i = 0; i < y.columns(); i++) {
                    w1[h * y.columns() + i] += frame.at(h, k) * root * data.v().at(i, k);
                }
                for (int p = 0; p < y.rows(); p++) {
                    w2[p * width + h] += data.u().at(p, k) * root * frame.at(h, k);
                }
            }
        }
        List<Matrix> weights = List.of(Matrix.of(width, y.columns(), w1), Matrix.of(y.rows(), width, w2));
        return subject(weights, Matrix.identity(y.columns()), y);
    }

    private static Matrix symmetric(Matrix m) {
        return m.plus(m.transpose());
    }

    @Test
    void typicalityAndPrototypeOfALearnedWorldAreItsSingularVectors() {
        Matrix y = RandomMatrix.of(6, 4, 1, new Rng(3));
        Svd data = Svd.thin(y);
        Subject subject = learned(y, 7, new Rng(5));
        double[] typical = read(new Distinctions(false), subject);
        double[] prototypes = read(new Distinctions(true), subject);
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(data.v().at(i, k), typical[k * 4 + i], 1e-14);
            }
            for (int p = 0; p < 6; p++) {
                assertEquals(data.u().at(p, k), prototypes[p * 4 + k], 1e-14);
            }
        }
    }

    /** The reader is trained for real: one output weight vector from the frozen hidden layer, by descent from 0. */
    @Test
    void projectionIsWhatAReaderOfTheFrozenLayerLearnsToSay() {
        Rng rng = new Rng(8);
        Matrix y = RandomMatrix.of(5, 4, 1, rng);
        List<Matrix> weights = List.of(RandomMatrix.of(6, 4, 0.5, rng), RandomMatrix.of(5, 6, 0.5, rng));
        double[] projection = read(new Projection(), subject(weights, Matrix.identity(4), y));
        for (int known = 0; known < 4; known++) {
            double[] h = weights.get(0).column(known);
            double[] reader = new double[6];
            for (int step = 0; step < 20_000; step++) {
                double error = 1;
                for (int u = 0; u < 6; u++) {
                    error -= reader[u] * h[u];
                }
                for (int u = 0; u < 6; u++) {
                    reader[u] += 0.05 * error * h[u];
                }
            }
            for (int other = 0; other < 4; other++) {
                double says = 0;
                for (int u = 0; u < 6; u++) {
                    says += reader[u] * weights.get(0).at(u, other);
                }
                assertEquals(says, projection[known * 4 + other], 1e-12);
            }
        }
    }

    /** The kernel written out entry by entry from the derivatives of every output by every weight. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void kernelDistanceIsOneMinusTheCosineOfTheWholeKernels(int depth) {
        Rng rng = new Rng(20 + depth);
        List<Matrix> first = new ArrayList<>();
        List<Matrix> then = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            int rows = l == depth - 1 ? 3 : 5;
            int columns = l == 0 ? 4 : 5;
            first.add(RandomMatrix.of(rows, columns, 0.4, rng));
            then.add(RandomMatrix.of(rows, columns, 0.4, rng));
        }
        Matrix x = RandomMatrix.of(4, 6, 1, rng);
        Subject subject = subject(first, x, RandomMatrix.of(3, 6, 1, rng));
        Reading reading = new KernelDistance().on(subject);
        double[] distance = new double[1];
        reading.read(0, distance, 0);
        assertEquals(0, distance[0], 1e-14);
        for (int l = 0; l < depth; l++) {
            then.get(l).copyInto(subject.network().liveWeights(l), 0);
        }
        subject.at(0);
        reading.read(0, distance, 0);
        Matrix before = kernel(first, x);
        Matrix after = kernel(then, x);
        double inner = 0;
        for (int i = 0; i < before.rows(); i++) {
            for (int j = 0; j < before.columns(); j++) {
                inner += before.at(i, j) * after.at(i, j);
            }
        }
        assertEquals(1 - inner / (before.norm() * after.norm()), distance[0], 1e-13);
    }

    /** J Jᵀ with J by central differences, exact for a map that is linear in every single weight. */
    private static Matrix kernel(List<Matrix> weights, Matrix x) {
        int outputs = weights.get(weights.size() - 1).rows();
        List<double[]> columns = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++) {
            Matrix w = weights.get(l);
            for (int e = 0; e < w.rows() * w.columns(); e++) {
                double[] slope = new double[outputs * x.columns()];
                for (double by : new double[] {0.5, -0.5}) {
                    double[] moved = w.toArray();
                    moved[e] += by;
                    List<Matrix> all = new ArrayList<>(weights);
                    all.set(l, Matrix.of(w.rows(), w.columns(), moved));
                    Matrix says = x;
                    for (Matrix one : all) {
                        says = one.times(says);
                    }
                    double[] entries = says.toArray();
                    for (int i = 0; i < slope.length; i++) {
                        slope[i] += 2 * by * entries[i];
                    }
                }
                columns.add(slope);
            }
        }
        int n = outputs * x.columns();
        double[] k = new double[n * n];
        for (double[] slope : columns) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    k[i * n + j] += slope[i] * slope[j];
                }
            }
        }
        return Matrix.of(n, n, k);
    }

    /** Four modes 3, 2, 1.5, 1 from strength .05 to their ends, layers unequal by λ; 1 % relative. */
    @ParameterizedTest
    @ValueSource(strings = {"0:.03676", ".1:.03670", "1:.03179", "2:.02207", "5:.00512", "10:.00066", "-2:.02207"})
    void kernelDistanceOfLambdaBalancedModesIsAsInTheTable(String line) {
        double lambda = Double.parseDouble(line.substring(0, line.indexOf(':')));
        double expected = Double.parseDouble(line.substring(line.indexOf(':') + 1));
        double[] s = {3, 2, 1.5, 1};
        Subject subject =
                subject(balanced(lambda, new double[] {.05, .05, .05, .05}), Matrix.identity(4), Matrix.diagonal(s));
        Reading reading = new KernelDistance().on(subject);
        List<Matrix> end = balanced(lambda, s);
        end.get(0).copyInto(subject.network().liveWeights(0), 0);
        end.get(1).copyInto(subject.network().liveWeights(1), 0);
        subject.at(0);
        double[] distance = new double[1];
        reading.read(0, distance, 0);
        assertEquals(expected, distance[0], Math.max(0.01 * expected, 5.1e-6));
    }

    private static List<Matrix> balanced(double lambda, double[] strengths) {
        double[] first = new double[4];
        double[] second = new double[4];
        for (int k = 0; k < 4; k++) {
            double root = Math.sqrt(lambda * lambda + 4 * strengths[k] * strengths[k]);
            first[k] = Math.sqrt((-lambda + root) / 2);
            second[k] = Math.sqrt((lambda + root) / 2);
        }
        return List.of(Matrix.diagonal(first), Matrix.diagonal(second));
    }

    @Test
    void anAlignedChainHasNoCouplingAndFullOverlapAndARandomOneHasBoth() {
        Matrix y = RandomMatrix.of(5, 4, 1, new Rng(2));
        double[] aligned = read(new LayerAlignment(), learned(y, 6, new Rng(4)));
        assertEquals(0, aligned[0], 1e-13);
        assertEquals(1, aligned[1], 1e-13);
        Rng rng = new Rng(9);
        List<Matrix> weights = List.of(RandomMatrix.of(6, 4, 1, rng), RandomMatrix.of(5, 6, 1, rng));
        double[] other = read(new LayerAlignment(), subject(weights, Matrix.identity(4), y));
        Matrix map = weights.get(1).times(weights.get(0));
        Svd data = Svd.thin(y);
        Matrix inModes = data.u().transpose().times(map).times(data.v());
        double diagonal = 0;
        for (int k = 0; k < 4; k++) {
            diagonal += inModes.at(k, k) * inModes.at(k, k);
        }
        double all = inModes.norm() * inModes.norm();
        assertEquals(Math.sqrt(1 - diagonal / all), other[0], 1e-13);
        assertTrue(other[1] > 0 && other[1] < 0.95);
    }

    /** The classical map of the same distances, turned onto it, where two dimensions hold all that varies. */
    @Test
    void theMapOfAFlatConfigurationIsItsClassicalMap() {
        Rng rng = new Rng(31);
        Matrix flat = RandomMatrix.of(2, 9, 1, rng);
        Matrix tall = RandomMatrix.of(7, 2, 1, rng).times(flat);
        Subject subject = subject(
                List.of(tall, RandomMatrix.of(3, 7, 1, rng)), Matrix.identity(9), RandomMatrix.of(3, 9, 1, rng));
        double[] map = read(new ItemMap(), subject);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < i; j++) {
                double square = 0;
                for (int u = 0; u < 7; u++) {
                    square += Math.pow(tall.at(u, i) - tall.at(u, j), 2);
                }
                double x = map[2 * i] - map[2 * j];
                double z = map[2 * i + 1] - map[2 * j + 1];
                assertEquals(Math.sqrt(square), Math.sqrt(x * x + z * z), 1e-12);
            }
        }
    }

    /** Of all turned projections of the hidden vectors onto a plane none is nearer to the reference. */
    @Test
    void noOtherTurnBringsTheMapNearerToItsReference() {
        Rng rng = new Rng(12);
        Matrix y = RandomMatrix.of(5, 8, 1, rng);
        Matrix w1 = RandomMatrix.of(6, 8, 1, rng);
        double[] map = read(new ItemMap(), subject(List.of(w1, RandomMatrix.of(5, 6, 1, rng)), Matrix.identity(8), y));
        Matrix reference = ItemMap.reference(y.transpose().times(y));
        double best = product(Matrix.of(8, 2, map), reference);
        double[] mean = new double[6];
        for (int u = 0; u < 6; u++) {
            for (int i = 0; i < 8; i++) {
                mean[u] += w1.at(u, i) / 8;
            }
        }
        double[] h = new double[8 * 6];
        for (int i = 0; i < 8; i++) {
            for (int u = 0; u < 6; u++) {
                h[i * 6 + u] = w1.at(u, i) - mean[u];
            }
        }
        Matrix centred = Matrix.of(8, 6, h);
        for (int round = 0; round < 500; round++) {
            Svd turn = Svd.thin(RandomMatrix.of(6, 2, 1, rng));
            Matrix other = centred.times(turn.u().times(turn.v().transpose()));
            assertTrue(product(other, reference) <= best + 1e-12);
        }
        // and the best turn, by the singular vectors of the classical problem
        Svd cross = Svd.thin(centred.transpose().times(reference));
        Matrix classical = centred.times(cross.u().times(cross.v().transpose()));
        assertEquals(0, classical.minus(Matrix.of(8, 2, map)).largest(), 1e-12);
    }

    private static double product(Matrix a, Matrix b) {
        return a.transpose().times(b).trace();
    }
}
