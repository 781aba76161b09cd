package dynlab.task;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Routing through hidden pathways of several sizes. A pathway of size m serves a block of m input domains and m output
 * domains, P = m² routes, with encoders, two hidden layers and decoders of its own; in a route only the pathways of its
 * block are open, all of them at once. Sizes {@code [m]} give the race of Fig. 5 a, b, {@code [M]} is routing with one
 * shared pathway, {@code [1]} a network without sharing, {@code [M, 1]} the mixed network in which a shared and a
 * dedicated pathway race for the same routes. Source: Saxe, Sodhani and Lewallen, ICML 2022, Fig. 5.
 *
 * <p>Data, weights of the routes and trained routes are those of {@link Routing}.
 *
 * @param domains M, at least 1
 * @param trained K, trained routes of every domain, 1 … M
 * @param width units of every hidden layer
 * @param sizes the m of the pathways that lie side by side, each a divisor of M and none twice; a block in which no route
 *     is trained has no pathway
 */
public record Race(int domains, int trained, int width, List<Integer> sizes) {
    public Race {
        sizes = List.copyOf(sizes);
        for (int m : sizes) {
            if (m < 1 || domains % m != 0) {
                throw new IllegalArgumentException("blocks of " + m + " do not divide " + domains + " domains");
            }
        }
        if (new HashSet<>(sizes).size() < sizes.size()) {
            throw new IllegalArgumentException("each size may occur once");
        }
    }

    /** All routes trained, one hidden pathway for every P = m² of them. */
    public static Race blocks(int domains, int m, int width) {
        return new Race(domains, domains, width, List.of(m));
    }

    /** A shared pathway and, beside it, one dedicated pathway for every trained route. */
    public static Race mixed(int domains, int trained, int width) {
        return new Race(domains, trained, width, List.of(domains, 1));
    }

    /** One hidden pathway: the block (row, column) of its size. */
    private record Pathway(int size, int row, int column, String name) {
        boolean serves(int input, int output) {
            return input / size == row && output / size == column;
        }

        String first() {
            return "h1" + name;
        }

        String second() {
            return "h2" + name;
        }
    }

    /** The graph and its M² contexts in the order 0→0, 0→1, …; the routes that are not trained are only measured. */
    public GatedTask task() {
        return task(1.0 / ((double) domains * domains));
    }

    /** The same with another weight of every route, such as the paper's {@code 1/(KM)}. */
    public GatedTask task(double routeWeight) {
        List<Pathway> pathways = pathways();
        List<Context> contexts = new ArrayList<>();
        for (int input = 0; input < domains; input++) {
            for (int output = 0; output < domains; output++) {
                contexts.add(route(input, output, pathways, routeWeight));
            }
        }
        return new GatedTask(graph(pathways), contexts);
    }

    private List<Pathway> pathways() {
        List<Pathway> pathways = new ArrayList<>();
        for (int m : sizes) {
            for (int row = 0; row < domains / m; row++) {
                for (int column = 0; column < domains / m; column++) {
                    String name = sizes.size() == 1 && m == domains ? "" : "_" + m + "_" + row + "_" + column;
                    Pathway pathway = new Pathway(m, row, column, name);
                    if (used(pathway)) {
                        pathways.add(pathway);
                    }
                }
            }
        }
        return pathways;
    }

    private boolean used(Pathway pathway) {
        for (int k = 0; k < pathway.size * pathway.size; k++) {
            int input = pathway.row * pathway.size + k / pathway.size;
            int output = pathway.column * pathway.size + k % pathway.size;
            if (trains(input, output)) {
                return true;
            }
        }
        return false;
    }

    /** Whether route input → output is trained. */
    public boolean trains(int input, int output) {
        return new Routing(domains, trained, width).trains(input, output);
    }

    private Architecture graph(List<Pathway> pathways) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < domains; i++) {
            nodes.add(Node.linear("in" + i, Role.INPUT, Routing.ITEMS));
        }
        for (Pathway p : pathways) {
            nodes.add(Node.linear(p.first(), Role.HIDDEN, width));
            nodes.add(Node.linear(p.second(), Role.HIDDEN, width));
            for (int i = p.row * p.size; i < (p.row + 1) * p.size; i++) {
                edges.add(edge("in" + i, p.first()));
            }
            edges.add(edge(p.first(), p.second()));
            for (int o = p.column * p.size; o < (p.column + 1) * p.size; o++) {
                edges.add(edge(p.second(), "out" + o));
            }
        }
        for (int o = 0; o < domains; o++) {
            nodes.add(Node.linear("out" + o, Role.OUTPUT, Routing.PROPERTIES));
        }
        return new Architecture(nodes, edges);
    }

    private static Edge edge(String source, String target) {
        return new Edge(source + ">" + target, source, target);
    }

    private Context route(int input, int output, List<Pathway> pathways, double routeWeight) {
        Map<String, Double> gates = new LinkedHashMap<>();
        for (int k = 0; k < domains; k++) {
            gates.put("in" + k, k == input ? 1.0 : 0.0);
            gates.put("out" + k, k == output ? 1.0 : 0.0);
        }
        for (Pathway p : pathways) {
            gates.put(p.first(), p.serves(input, output) ? 1.0 : 0.0);
            gates.put(p.second(), p.serves(input, output) ? 1.0 : 0.0);
        }
        double[] weights = new double[Routing.ITEMS];
        Arrays.fill(weights, routeWeight);
        return new Context(
                input + "→" + output,
                trains(input, output),
                weights,
                new Gates(gates, Map.of()),
                Map.of("in" + input, Matrix.identity(Routing.ITEMS)),
                Map.of("out" + output, Routing.targets()));
    }
}
