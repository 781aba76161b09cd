package dynlab.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.numeric.Rng;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PathCountTest {
    private static void walk(Architecture architecture, int v, List<Integer> path, List<List<Integer>> all) {
        if (architecture.nodes().get(v).role() == Role.OUTPUT) {
            all.add(List.copyOf(path));
        }
        for (int e : architecture.outgoing(v)) {
            path.add(e);
            walk(architecture, architecture.target(e), path, all);
            path.remove(path.size() - 1);
        }
    }

    @Test
    void countsAreThoseOfListingEveryPath() {
        Rng rng = new Rng(6);
        for (int round = 0; round < 200; round++) {
            List<Node> nodes = new ArrayList<>();
            List<Edge> edges = new ArrayList<>();
            for (int v = 0; v < 9; v++) {
                nodes.add(Node.linear("n" + v, v < 2 ? Role.INPUT : v < 6 ? Role.HIDDEN : Role.OUTPUT, 1));
                for (int s = 0; s < v && v >= 2; s++) {
                    if (rng.nextDouble() < 0.5) {
                        edges.add(new Edge("e" + edges.size(), "n" + s, "n" + v));
                    }
                }
            }
            Architecture architecture = new Architecture(nodes, edges);
            List<List<Integer>> all = new ArrayList<>();
            walk(architecture, 0, new ArrayList<>(), all);
            walk(architecture, 1, new ArrayList<>(), all);
            PathCount count = new PathCount(architecture);
            assertEquals(BigInteger.valueOf(all.size()), count.total());
            for (int e = 0; e < edges.size(); e++) {
                int edge = e;
                long through = all.stream().filter(path -> path.contains(edge)).count();
                assertEquals(BigInteger.valueOf(through), count.through(e));
            }
        }
    }

    @Test
    void aGraphWithMorePathsThanAtomsIsCountedExactly() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, 1));
        for (int layer = 1; layer <= 100; layer++) {
            String left = layer == 1 ? "x" : "j" + (layer - 1);
            nodes.add(Node.linear("a" + layer, Role.HIDDEN, 1));
            nodes.add(Node.linear("b" + layer, Role.HIDDEN, 1));
            nodes.add(Node.linear("j" + layer, layer == 100 ? Role.OUTPUT : Role.HIDDEN, 1));
            for (String side : List.of("a", "b")) {
                edges.add(new Edge(side + "in" + layer, left, side + layer));
                edges.add(new Edge(side + "out" + layer, side + layer, "j" + layer));
            }
        }
        assertEquals(BigInteger.TWO.pow(100), new PathCount(new Architecture(nodes, edges)).total());
    }
}
