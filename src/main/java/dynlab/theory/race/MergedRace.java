package dynlab.theory.race;

import dynlab.architecture.Architecture;
import dynlab.architecture.ContextGroups;
import dynlab.architecture.DataFrames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reduced dynamics without listing paths, and with everything that is alike for ever counted instead of repeated.
 *
 * <p>In every group of contexts c each input i feeds a scalar network α, and each output sends back an error β:
 *
 * <pre>
 * α_i = g_i,   α_t = Σ_e f_e B_e α_s        β_o = S_c(o, i) − Σ_j D_c(i, j) α_o^j,   β_s += Σ_e f_e B_e β_t
 * tau dB_e/dt = Σ_c Σ_i f_e β_t α_s,        L = power/2 − 1/2 Σ_c Σ_i Σ_o α_o (S_c(o, i) + own β_o)
 * </pre>
 *
 * elementwise in the mode, f_e the gate of the edge times that of its target: the path form with its sums taken in another
 * order, so it costs edges and not paths. Edges that start equal and see equal neighbourhoods stay equal; each class of
 * them keeps one B and the numbers of its uses. That is how K/M² and K/M arise in routing. Derived in docs/theory.md §5.5.
 */
public final class MergedRace implements ReducedDynamics, Shaken.Between {
    /**
     * Edges that share one B for ever.
     *
     * @param edges their indices
     * @param uses how often one of them is used, context by context and input by input: K for an encoder of routing, K M
     *     for its hidden edge
     */
    public record EdgeClass(List<Integer> edges, int uses) {
        public EdgeClass {
            edges = List.copyOf(edges);
        }
    }

    /** Targets below this share of the largest are rounding. */
    private static final double NO_TARGET = 1e-9;

    private final int modes;
    private final int[] classOf;
    private final int[] limits;
    private final double[] start;
    private final double halfPower;
    private final List<EdgeClass> classes = new ArrayList<>();

    // one row a class of α: gate, then terms (edge class, α) with their factors
    private final double[] gates;
    private final int[][] alphaTerms;
    private final double[][] alphaFactors;
    // one row a class of β: seed, then terms (edge class, β)
    private final double[][] s;
    private final double[][][] d;
    private final int[][] dAlphas;
    private final int[] seedAlpha;
    private final int[] seedCount;
    private final int[][] betaTerms;
    private final double[][] betaFactors;
    // one row a class of edges: uses (α, β) with factor times count
    private final int[][] useTerms;
    private final double[][] useFactors;
    private final double[][] alpha;
    private final double[][] beta;

    /**
     * @param groups contexts of the graph
     * @param frames in which they are diagonal
     * @param b initial B of every edge, as long as its smaller width
     * @param power Σ w |y|² over everything that carries loss
     */
    MergedRace(Architecture architecture, ContextGroups groups, DataFrames frames, double[][] b, double power) {
        RaceGraph graph = new RaceGraph(architecture, groups, frames);
        RaceSymmetry symmetry = new RaceSymmetry(graph, b);
        modes = graph.modes();
        classOf = symmetry.edge;
        halfPower = power / 2;
        int edgeClasses = RaceSymmetry.count(symmetry.edge);
        limits = new int[edgeClasses];
        start = new double[edgeClasses * modes];
        int alphas = RaceSymmetry.count(symmetry.alpha);
        gates = new double[alphas];
        alphaTerms = new int[alphas][];
        alphaFactors = new double[alphas][];
        int betas = RaceSymmetry.count(symmetry.beta);
        s = new double[betas][];
        d = new double[betas][][];
        dAlphas = new int[betas][];
        seedAlpha = new int[betas];
        seedCount = new int[betas];
        betaTerms = new int[betas][];
        betaFactors = new double[betas][];
        useTerms = new int[edgeClasses][];
        useFactors = new double[edgeClasses][];
        fillEdges(b);
        fillAlphas(graph, symmetry);
        fillBetas(graph, symmetry);
        fillUses(graph, symmetry);
        alpha = new double[alphas][modes];
        beta = new double[betas][modes];
    }

    private void fillEdges(double[][] b) {
        for (int e = b.length - 1; e >= 0; e--) {
            limits[classOf[e]] = b[e].length;
            System.arraycopy(b[e], 0, start, classOf[e] * modes, limits[classOf[e]]);
        }
    }

    private void fillAlphas(RaceGraph graph, RaceSymmetry symmetry) {
        boolean[] done = new boolean[gates.length];
        for (int v = 0; v < graph.cells(); v++) {
            int own = symmetry.alpha[v];
            if (!done[own]) {
                done[own] = true;
                gates[own] = graph.gate.get(v);
                List<RaceGraph.Term> terms = graph.in.get(v);
                alphaTerms[own] = pairs(terms, symmetry.edge, symmetry.alpha);
                alphaFactors[own] = factors(terms);
            }
        }
    }

    private void fillBetas(RaceGraph graph, RaceSymmetry symmetry) {
        boolean[] done = new boolean[betaTerms.length];
        for (int v = graph.cells() - 1; v >= 0; v--) {
            int own = symmetry.beta[v];
            seedCount[own] += graph.seed.get(v).size();
            if (done[own]) {
                continue;
            }
            done[own] = true;
            List<RaceGraph.Term> terms = graph.out.get(v);
            betaTerms[own] = pairs(terms, symmetry.edge, symmetry.beta);
            betaFactors[own] = factors(terms);
            s[own] = new double[modes];
            d[own] = new double[0][];
            dAlphas[own] = new int[0];
            for (RaceGraph.Seed seed : graph.seed.get(v)) {
                s[own] = seed.s().clone();
                d[own] = seed.d().toArray(new double[0][]);
                dAlphas[own] =
                        seed.cells().stream().mapToInt(c -> symmetry.alpha[c]).toArray();
                seedAlpha[own] = symmetry.alpha[v];
            }
        }
    }

    private static int[] pairs(List<RaceGraph.Term> terms, int[] edge, int[] cell) {
        int[] pairs = new int[2 * terms.size()];
        for (int k = 0; k < terms.size(); k++) {
            pairs[2 * k] = edge[terms.get(k).edge()];
            pairs[2 * k + 1] = cell[terms.get(k).cell()];
        }
        return pairs;
    }

    private static double[] factors(List<RaceGraph.Term> terms) {
        return terms.stream().mapToDouble(RaceGraph.Term::factor).toArray();
    }

    /** The uses of the first edge of every class, equal ones counted. */
    private void fillUses(RaceGraph graph, RaceSymmetry symmetry) {
        List<List<Integer>> members = new ArrayList<>();
        for (int k = 0; k < limits.length; k++) {
            members.add(new ArrayList<>());
        }
        for (int e = 0; e < classOf.length; e++) {
            members.get(classOf[e]).add(e);
        }
        List<Map<List<Integer>, Double>> sums = new ArrayList<>();
        int[] counts = new int[limits.length];
        members.forEach(m -> sums.add(new LinkedHashMap<>()));
        for (int v = 0; v < graph.cells(); v++) {
            for (RaceGraph.Term term : graph.in.get(v)) {
                int own = classOf[term.edge()];
                if (members.get(own).get(0) == term.edge()) {
                    sums.get(own)
                            .merge(List.of(symmetry.alpha[term.cell()], symmetry.beta[v]), term.factor(), Double::sum);
                    counts[own]++;
                }
            }
        }
        for (int k = 0; k < limits.length; k++) {
            Map<List<Integer>, Double> own = sums.get(k);
            useTerms[k] = own.keySet().stream()
                    .flatMap(List::stream)
                    .mapToInt(Integer::intValue)
                    .toArray();
            useFactors[k] =
                    own.values().stream().mapToDouble(Double::doubleValue).toArray();
            classes.add(new EdgeClass(members.get(k), counts[k]));
        }
    }

    /** The classes of edges, in the order of their first edges. */
    public List<EdgeClass> classes() {
        return Collections.unmodifiableList(classes);
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double descent(double[] b, double[] descent) {
        forward(b);
        double gained = backward(b);
        Arrays.fill(descent, 0);
        for (int e = 0; e < limits.length; e++) {
            for (int t = 0; t < useFactors[e].length; t++) {
                double[] source = alpha[useTerms[e][2 * t]];
                double[] target = beta[useTerms[e][2 * t + 1]];
                for (int k = 0; k < limits[e]; k++) {
                    double share = useFactors[e][t] * source[k];
                    descent[e * modes + k] += share * target[k];
                }
            }
        }
        return halfPower - gained / 2;
    }

    private void forward(double[] b) {
        for (int v = 0; v < alpha.length; v++) {
            Arrays.fill(alpha[v], gates[v]);
            accumulate(b, alphaTerms[v], alphaFactors[v], alpha, alpha[v]);
        }
    }

    /** Fills β; returns Σ α (S + own β). */
    private double backward(double[] b) {
        double gained = 0;
        for (int v = 0; v < beta.length; v++) {
            double[] own = beta[v];
            System.arraycopy(s[v], 0, own, 0, modes);
            for (int j = 0; j < d[v].length; j++) {
                double[] other = alpha[dAlphas[v][j]];
                for (int k = 0; k < modes; k++) {
                    own[k] -= d[v][j][k] * other[k];
                }
            }
            if (seedCount[v] > 0) {
                double sum = 0;
                for (int k = 0; k < modes; k++) {
                    double both = s[v][k] + own[k];
                    sum += alpha[seedAlpha[v]][k] * both;
                }
                gained += seedCount[v] * sum;
            }
            accumulate(b, betaTerms[v], betaFactors[v], beta, own);
        }
        return gained;
    }

    /** own += Σ factor · B_edge · other. */
    private void accumulate(double[] b, int[] terms, double[] factors, double[][] others, double[] own) {
        for (int t = 0; t < factors.length; t++) {
            int at = terms[2 * t] * modes;
            double[] other = others[terms[2 * t + 1]];
            for (int k = 0; k < modes; k++) {
                double share = factors[t] * b[at + k];
                own[k] += share * other[k];
            }
        }
    }

    private MergedTerms terms() {
        return new MergedTerms(
                gates, alphaTerms, alphaFactors, s, d, dAlphas, betaTerms, betaFactors, useTerms, useFactors);
    }

    /** The largest |B| of every class of edges. */
    double[] sizes(double[] state) {
        double[] sizes = new double[limits.length];
        for (int e = 0; e < sizes.length; e++) {
            for (int k = 0; k < limits[e]; k++) {
                sizes[e] = Math.max(sizes[e], Math.abs(state[e * modes + k]));
            }
        }
        return sizes;
    }

    /** The largest that the curvature of the loss can be at a state, across modes too. */
    @Override
    public double curvature(double[] state) {
        return new MergedPace(terms(), sizes(state)).curvature();
    }

    /** The fastest growth of what lies between modes at a state. */
    @Override
    public double growth(double[] state) {
        forward(state);
        double[] pulls = new double[beta.length];
        for (int v = 0; v < pulls.length; v++) {
            for (int k = 0; k < modes && seedCount[v] > 0; k++) {
                double pull = s[v][k];
                for (int j = 0; j < d[v].length; j++) {
                    pull -= d[v][j][k] * alpha[dAlphas[v][j]][k];
                }
                pulls[v] = Math.max(pulls[v], Math.abs(pull));
            }
        }
        return new MergedPace(terms(), sizes(state)).growth(pulls);
    }

    /**
     * The modes of which no weight ever gets a pull, though some output asks for them: they stay where they are.
     *
     * @return by mode, the edges of one path that could carry it, from the input up
     */
    Map<Integer, List<Integer>> heldModes() {
        Map<Integer, List<Integer>> held = new LinkedHashMap<>();
        double largest = 0;
        for (double[] one : s) {
            for (double value : one) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int k = 0; k < modes; k++) {
            int asking = asking(k, NO_TARGET * largest);
            if (asking >= 0 && !pulled(k)) {
                held.put(k, route(seedAlpha[asking], k));
            }
        }
        return held;
    }

    private boolean carries(int e, double factor, int k) {
        return factor != 0 && k < limits[e];
    }

    /** Whether each α can be reached by a mode, along any weights or along those that are not 0. */
    private boolean[] reached(int k, boolean used) {
        boolean[] reached = new boolean[alpha.length];
        for (int v = 0; v < reached.length; v++) {
            reached[v] = gates[v] != 0;
            for (int t = 0; t < alphaFactors[v].length; t++) {
                int e = alphaTerms[v][2 * t];
                boolean open = carries(e, alphaFactors[v][t], k) && !(used && start[e * modes + k] == 0);
                reached[v] |= open && reached[alphaTerms[v][2 * t + 1]];
            }
        }
        return reached;
    }

    /** A class of β that asks for a mode and could have it; −1 if there is none. */
    private int asking(int k, double floor) {
        boolean[] open = reached(k, false);
        for (int v = 0; v < beta.length; v++) {
            if (seedCount[v] > 0 && Math.abs(s[v][k]) > floor && open[seedAlpha[v]]) {
                return v;
            }
        }
        return -1;
    }

    /** Whether some weight of a mode lies between an input and an error that both reach it. */
    private boolean pulled(int k) {
        boolean[] up = reached(k, true);
        boolean[] down = new boolean[beta.length];
        for (int v = 0; v < down.length; v++) {
            down[v] = seedCount[v] > 0 && s[v][k] != 0;
            for (int j = 0; j < d[v].length; j++) {
                down[v] |= d[v][j][k] != 0 && up[dAlphas[v][j]];
            }
            for (int t = 0; t < betaFactors[v].length; t++) {
                int e = betaTerms[v][2 * t];
                boolean used = carries(e, betaFactors[v][t], k) && start[e * modes + k] != 0;
                down[v] |= used && down[betaTerms[v][2 * t + 1]];
            }
        }
        for (int e = 0; e < limits.length; e++) {
            for (int t = 0; t < useFactors[e].length; t++) {
                boolean both = up[useTerms[e][2 * t]] && down[useTerms[e][2 * t + 1]];
                if (both && carries(e, useFactors[e][t], k)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first edges of the classes of one path to an α. */
    private List<Integer> route(int to, int k) {
        boolean[] open = reached(k, false);
        List<Integer> route = new ArrayList<>();
        int at = to;
        boolean further = gates[at] == 0;
        while (further) {
            further = false;
            for (int t = 0; t < alphaFactors[at].length && !further; t++) {
                int e = alphaTerms[at][2 * t];
                int from = alphaTerms[at][2 * t + 1];
                if (carries(e, alphaFactors[at][t], k) && open[from]) {
                    route.add(0, classes.get(e).edges().get(0));
                    at = from;
                    further = gates[at] == 0;
                    break;
                }
            }
        }
        return route;
    }

    @Override
    public double[] strengths(double[] state, int edge) {
        int at = classOf[edge] * modes;
        return Arrays.copyOfRange(state, at, at + limits[classOf[edge]]);
    }
}
