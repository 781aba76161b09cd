package dynlab.theory.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The coarsest classes of edges and cells that stay alike for ever: colours are refined until equal ones have equal
 * neighbourhoods, counted with multiplicity. Derived in docs/theory.md §5.5.
 */
final class RaceSymmetry {
    /** Numbers closer than this share of the largest are equal; they differ by the rounding of the frames. */
    private static final double ALIKE = 1e-10;

    private final RaceGraph graph;
    /** Colour of every edge, of α and of β of every cell; classes are numbered in the order of their first members. */
    final int[] edge;

    final int[] alpha;
    final int[] beta;
    private final Map<Double, Integer> factors = new HashMap<>();
    private final List<Integer> sColours = new ArrayList<>();
    private final List<List<Integer>> dColours = new ArrayList<>();

    /**
     * @param b initial B of every edge, as long as its smaller width
     */
    RaceSymmetry(RaceGraph graph, double[][] b) {
        this.graph = graph;
        edge = new Alike(b).colours(b);
        alpha = new int[graph.cells()];
        beta = new int[graph.cells()];
        colourData();
        int before = 0;
        int now = count(edge);
        while (now > before) {
            refineAlpha();
            refineBeta();
            refineEdges();
            before = now;
            now = count(edge);
        }
        refineAlpha();
        refineBeta();
    }

    private void colourData() {
        List<double[]> s = new ArrayList<>();
        List<double[]> d = new ArrayList<>();
        for (List<RaceGraph.Seed> seeds : graph.seed) {
            for (RaceGraph.Seed seed : seeds) {
                s.add(seed.s());
                d.addAll(seed.d());
            }
        }
        Alike alikeS = new Alike(s.toArray(new double[0][]));
        Alike alikeD = new Alike(d.toArray(new double[0][]));
        for (List<RaceGraph.Seed> seeds : graph.seed) {
            List<Integer> row = new ArrayList<>();
            for (RaceGraph.Seed seed : seeds) {
                sColours.add(alikeS.colour(seed.s()));
                seed.d().forEach(one -> row.add(alikeD.colour(one)));
            }
            if (seeds.isEmpty()) {
                sColours.add(-1);
            }
            dColours.add(row);
        }
    }

    /** Vectors of one kind, told apart up to rounding; the colour of a vector is the place of the first like it. */
    private static final class Alike {
        private final double tolerance;
        private final List<double[]> known = new ArrayList<>();

        Alike(double[][] vectors) {
            double largest = 0;
            for (double[] vector : vectors) {
                for (double value : vector) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
            tolerance = ALIKE * largest;
        }

        int[] colours(double[][] vectors) {
            int[] colours = new int[vectors.length];
            for (int i = 0; i < vectors.length; i++) {
                colours[i] = colour(vectors[i]);
            }
            return colours;
        }

        int colour(double[] vector) {
            for (int k = 0; k < known.size(); k++) {
                if (same(known.get(k), vector)) {
                    return k;
                }
            }
            known.add(vector);
            return known.size() - 1;
        }

        private boolean same(double[] a, double[] b) {
            if (a.length != b.length) {
                return false;
            }
            for (int k = 0; k < a.length; k++) {
                if (Math.abs(a[k] - b[k]) > tolerance) {
                    return false;
                }
            }
            return true;
        }
    }

    private int factor(double value) {
        return factors.computeIfAbsent(value, key -> factors.size());
    }

    private void refineAlpha() {
        Map<List<Integer>, Integer> colours = new HashMap<>();
        for (int v = 0; v < alpha.length; v++) {
            List<int[]> terms = new ArrayList<>();
            for (RaceGraph.Term term : graph.in.get(v)) {
                terms.add(new int[] {edge[term.edge()], factor(term.factor()), alpha[term.cell()]});
            }
            alpha[v] = number(colours, flat(List.of(factor(graph.gate.get(v))), terms));
        }
    }

    private void refineBeta() {
        Map<List<Integer>, Integer> colours = new HashMap<>();
        for (int v = beta.length - 1; v >= 0; v--) {
            List<int[]> parts = new ArrayList<>();
            for (RaceGraph.Seed seed : graph.seed.get(v)) {
                for (int j = 0; j < seed.cells().size(); j++) {
                    parts.add(new int[] {
                        dColours.get(v).get(j), alpha[seed.cells().get(j)]
                    });
                }
            }
            List<Integer> head = flat(List.of(sColours.get(v), sColours.get(v) < 0 ? -1 : alpha[v]), parts);
            List<int[]> terms = new ArrayList<>();
            for (RaceGraph.Term term : graph.out.get(v)) {
                terms.add(new int[] {edge[term.edge()], factor(term.factor()), beta[term.cell()]});
            }
            beta[v] = number(colours, flat(head, terms));
        }
    }

    private void refineEdges() {
        List<List<int[]>> uses = new ArrayList<>();
        for (int e = 0; e < edge.length; e++) {
            uses.add(new ArrayList<>());
        }
        for (int v = 0; v < alpha.length; v++) {
            for (RaceGraph.Term term : graph.in.get(v)) {
                uses.get(term.edge()).add(new int[] {factor(term.factor()), alpha[term.cell()], beta[v]});
            }
        }
        Map<List<Integer>, Integer> colours = new HashMap<>();
        for (int e = 0; e < edge.length; e++) {
            edge[e] = number(colours, flat(List.of(edge[e]), uses.get(e)));
        }
    }

    private static int number(Map<List<Integer>, Integer> colours, List<Integer> key) {
        Integer known = colours.get(key);
        int number = known == null ? colours.size() : known;
        colours.put(key, number);
        return number;
    }

    /** A head and a multiset of tuples as one list, the same for every order of the tuples. */
    private static List<Integer> flat(List<Integer> head, List<int[]> tuples) {
        List<int[]> sorted = new ArrayList<>(tuples);
        sorted.sort(Comparator.comparing((int[] t) -> t[0])
                .thenComparing(t -> t[1])
                .thenComparing(t -> t.length > 2 ? t[2] : 0));
        List<Integer> all = new ArrayList<>(head);
        all.add(sorted.size());
        for (int[] tuple : sorted) {
            for (int part : tuple) {
                all.add(part);
            }
        }
        return all;
    }

    static int count(int[] colours) {
        return Arrays.stream(colours).max().orElse(-1) + 1;
    }
}
