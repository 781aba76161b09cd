package dynlab.bench;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a step costs against what makes a network large, on the JVM: one line of JSON a series, with the slope of its larger
 * half in logarithms beside the one that the number of multiplications has. Time of the thread is measured, not of the clock,
 * and the best of many slices counts, so that other work on the machine disturbs little.
 */
public final class Growth {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long BUDGET = 1_500_000_000L;
    /** A longer slice is only cut off more often. */
    private static final double SLICE = 3e6;

    private Growth() {}

    public static void main(String[] args) {
        series(
                "width",
                "units in two hidden layers, 32-w-w-32",
                2,
                new int[] {32, 64, 128, 256, 512, 1024},
                w -> chain(32, 32, w, w, 32));
        series(
                "width-of-one",
                "units in one hidden layer, 8-w-15",
                1,
                new int[] {64, 128, 256, 512, 1024, 2048},
                w -> chain(8, 8, w, 15));
        series("depth", "layers of 32 units", 1, new int[] {2, 4, 8, 16, 32}, Growth::deep);
        series(
                "samples",
                "samples, 32-64-32",
                1,
                new int[] {60, 125, 250, 500, 1000, 2000, 4000, 8000},
                p -> chain(p, 32, 64, 32));
        series("paths", "paths through four layers of k nodes", .5, new int[] {1, 2, 3, 4, 6, 8}, Growth::grid);
    }

    private static void series(String name, String label, double expected, int[] sizes, IntFunction<Experiment> made) {
        microseconds(made.apply(sizes[0]));
        double[] us = new double[sizes.length];
        double[] x = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            us[i] = microseconds(made.apply(sizes[i]));
            x[i] = name.equals("paths") ? Math.pow(sizes[i], 4) : sizes[i];
        }
        System.out.println("{\"name\":\"" + name + "\",\"label\":\"" + label + "\",\"expected\":" + expected
                + ",\"exponent\":" + slope(x, us) + ",\"x\":" + Arrays.toString(x) + ",\"us\":" + Arrays.toString(us)
                + "}");
    }

    /** The slope of a straight line through the larger half, both in logarithms. */
    private static double slope(double[] x, double[] y) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        int from = x.length / 2;
        int n = x.length - from;
        for (int i = from; i < x.length; i++) {
            double a = Math.log(x[i]);
            double b = Math.log(y[i]);
            sx += a;
            sy += b;
            sxx += a * a;
            sxy += a * b;
        }
        return (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }

    /** Microseconds of a step. */
    private static double microseconds(Experiment experiment) {
        Runner runner = Runner.of(experiment);
        runner.advance(1);
        double best = Double.POSITIVE_INFINITY;
        long end = System.nanoTime() + BUDGET;
        int batch = 1;
        while (System.nanoTime() < end) {
            long from = CLOCK.getCurrentThreadCpuTime();
            runner.advance(batch);
            double spent = CLOCK.getCurrentThreadCpuTime() - from;
            best = Math.min(best, spent / 1e3 / batch);
            batch = spent < SLICE ? 2 * batch : batch;
        }
        return best;
    }

    private static Experiment chain(int samples, int... widths) {
        Rng rng = new Rng(1);
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        int last = widths.length - 1;
        for (int l = 0; l <= last; l++) {
            Role role = l == 0 ? Role.INPUT : l == last ? Role.OUTPUT : Role.HIDDEN;
            nodes.add(Node.linear("n" + l, role, widths[l]));
            if (l > 0) {
                edges.add(new Edge("w" + l, "n" + (l - 1), "n" + l));
            }
        }
        Matrix x = random(widths[0], samples, 1, rng);
        Matrix y = random(widths[last], samples, 1, rng);
        return experiment(nodes, edges, Map.of("n0", x), Map.of("n" + last, y), samples, rng);
    }

    private static Experiment deep(int depth) {
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, 32);
        return chain(32, widths);
    }

    /** Four layers of k nodes of 8 units, every node of one layer to every node of the next: k⁴ paths along 2k + 3k² edges. */
    private static Experiment grid(int k) {
        Rng rng = new Rng(1);
        List<Node> nodes = new ArrayList<>(List.of(Node.linear("in", Role.INPUT, 8)));
        List<Edge> edges = new ArrayList<>();
        List<String> before = List.of("in");
        for (int l = 0; l < 4; l++) {
            List<String> now = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                String id = "h" + l + "_" + j;
                now.add(id);
                nodes.add(Node.linear(id, Role.HIDDEN, 8));
                for (String source : before) {
                    edges.add(new Edge(source + ">" + id, source, id));
                }
            }
            before = now;
        }
        nodes.add(Node.linear("out", Role.OUTPUT, 8));
        for (String source : before) {
            edges.add(new Edge(source + ">out", source, "out"));
        }
        Matrix x = random(8, 32, 1, rng);
        return experiment(nodes, edges, Map.of("in", x), Map.of("out", random(8, 32, 1, rng)), 32, rng);
    }

    private static Experiment experiment(
            List<Node> nodes, List<Edge> edges, Map<String, Matrix> x, Map<String, Matrix> y, int samples, Rng rng) {
        Architecture graph = new Architecture(nodes, edges);
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            weights.add(random(graph.rows(e), graph.columns(e), .5 / Math.sqrt(graph.columns(e)), rng));
        }
        double[] ones = new double[samples];
        Arrays.fill(ones, 1.0 / samples);
        return new Experiment(
                "growth",
                "",
                graph,
                List.of(new Context("", true, ones, Gates.OPEN, x, y)),
                new Start.Given(weights),
                new Training(1e-5, 1, Integer.MAX_VALUE),
                new RecordPlan(new RecordPlan.When.Every(Integer.MAX_VALUE), EnumSet.of(Quantity.LOSS)),
                false);
    }

    private static Matrix random(int rows, int columns, double sigma, Rng rng) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = sigma * rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }
}
