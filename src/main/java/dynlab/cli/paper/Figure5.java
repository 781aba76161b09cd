package dynlab.cli.paper;

import dynlab.architecture.Edge;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.GatedTask;
import dynlab.task.Race;
import dynlab.task.Routing;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.RaceSpeedUp;
import dynlab.theory.race.ReducedDynamics;
import dynlab.theory.race.ReducedRun;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Numbers;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Who shares, learns sooner: the first mode of pathways of four sizes; and how many routes must be trained for the rest. */
public final class Figure5 implements SourceFigure {
    private static final int DOMAINS = 10;
    private static final int[] SIZES = {1, 2, 5, 10};
    private static final double B0 = 0.08;
    /** The reduction does not depend on the width, as long as no layer is narrower than its data. */
    private static final int NARROW = 8;

    private static final int LAST = 120;
    private static final int PER_TIME = 40;

    private static final int WIDTH = 64;
    private static final int EPOCHS = 1000;
    private static final int SEEDS = 3;
    private static final double GAIN = 0.2;

    /** The first mode of one size of pathway: hidden edge, encoder, and when half of the map is there. */
    private record Sharing(int size, double[] hidden, double[] encoder, double half) {}

    /** Errors after training K routes a domain, one number a seed. */
    private record Threshold(int trained, double[] never, double[] learned) {}

    @Override
    public String number() {
        return "5";
    }

    @Override
    public void draw(Sheet sheet, Effort effort, Consumer<String> progress) {
        List<Sharing> sharing = new ArrayList<>();
        for (int size : SIZES) {
            sharing.add(share(size));
            progress.accept(size * size + " routes a pathway");
        }
        List<Threshold> thresholds = new ArrayList<>();
        for (int k = 1; k <= DOMAINS; k++) {
            thresholds.add(threshold(k, effort));
            progress.accept("K = " + k + " of " + DOMAINS);
        }
        double w = (Sheet.WIDTH - 2 * Sheet.MARGIN - 24) / 2;
        Box left = new Box(Sheet.MARGIN, Sheet.MARGIN, w + 40, 350);
        strengths(sheet, left, sharing);
        double x = left.right() + 24;
        errors(sheet, new Box(x, left.y(), Sheet.WIDTH - Sheet.MARGIN - x, left.h()), thresholds);
        sheet.caption("Figure 5", sentence(sharing, thresholds));
    }

    private static Sharing share(int size) {
        GatedTask task = Race.blocks(DOMAINS, size, NARROW).task();
        List<Matrix> weights = Initialization.draw(new Init.Decoupled(B0, 0), task.architecture(), task.contexts());
        ReducedDynamics race = NeuralRaceReduction.of(task.architecture(), task.contexts(), weights)
                .flatMap(found -> found.merged(B0))
                .orElseThrow();
        double[] times = Axes.count(LAST * PER_TIME + 1, 1.0 / PER_TIME);
        ReducedRun run = ReducedRun.flow(race, 1, times, 1e-10);
        List<Edge> edges = task.architecture().edges();
        int encoder = first(edges, "in0", "h1");
        int hidden = first(edges, "h1", "h2");
        int decoder = first(edges, "h2", "out0");
        double[] b1 = new double[times.length];
        double[] b2 = new double[times.length];
        double[] map = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            b1[i] = run.strengths(i, encoder)[0];
            b2[i] = run.strengths(i, hidden)[0];
            map[i] = b1[i] * b2[i] * run.strengths(i, decoder)[0];
        }
        double target = Svd.singularValues(Routing.targets())[0];
        return new Sharing(size, b2, b1, reach(map, target / 2) / PER_TIME);
    }

    private static int first(List<Edge> edges, String source, String target) {
        int e = 0;
        while (!edges.get(e).source().startsWith(source)
                || !edges.get(e).target().startsWith(target)) {
            e++;
        }
        return e;
    }

    /** Where a rising curve reaches a level, between points on the straight line; NaN if it does not. */
    private static double reach(double[] curve, double level) {
        for (int i = 1; i < curve.length; i++) {
            if (curve[i] >= level) {
                return i - 1 + (level - curve[i - 1]) / (curve[i] - curve[i - 1]);
            }
        }
        return Double.NaN;
    }

    private static Threshold threshold(int trained, Effort effort) {
        Routing task = new Routing(DOMAINS, trained, WIDTH);
        int seeds = effort.seeds(SEEDS);
        double[] never = new double[seeds];
        double[] learned = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            RouterRun run = new RouterRun(task.race(), new Init.Orthogonal(GAIN, seed), task.step(0.05 / trained))
                    .train(effort.epochs(EPOCHS));
            never[seed] = PaperTable.mean(run.errors(false));
            learned[seed] = PaperTable.mean(run.errors(true));
        }
        return new Threshold(trained, never, learned);
    }

    private static void strengths(Sheet sheet, Box box, List<Sharing> sharing) {
        Axes axes = new Axes(
                sheet.pen(),
                sheet.panel("a", "Singular values", "first mode: hidden edge bold, encoder thin", box),
                124,
                new Axes.Axis("time, in units of τ", 0, 20, 40, 60, 80, 100, LAST),
                new Axes.Axis("singular value", 0, 1, 2, 3, 4, 5, 6));
        double[] times = Axes.count(LAST * PER_TIME + 1, 1.0 / PER_TIME);
        List<Axes.End> ends = new ArrayList<>();
        for (int k = 0; k < sharing.size(); k++) {
            Sharing one = sharing.get(k);
            Ink ink = Ink.category(k);
            Stroke bold = Stroke.of(ink, Weight.SIM);
            axes.line(times, one.encoder(), Stroke.of(ink, Weight.NOW));
            axes.line(times, one.hidden(), bold);
            double end = one.hidden()[times.length - 1];
            ends.add(new Axes.End("P = " + one.size() * one.size() + ", " + Numbers.fixed(end, 2), end, bold));
        }
        axes.ends(ends);
    }

    private static void errors(Sheet sheet, Box box, List<Threshold> thresholds) {
        Axes axes = new Axes(
                sheet.pen(),
                sheet.panel("b", "Error against share of routes trained", "above 220 at the edge", box),
                8,
                new Axes.Axis("K/M", 0, 0.2, 0.4, 0.6, 0.8, 1),
                new Axes.Axis("½ |target − output|² of a route", 0, 40, 80, 120, 160, 200, 220));
        Stroke trained = Stroke.of(Ink.category(0), Weight.FINE);
        Stroke never = Stroke.of(Ink.category(2), Weight.SIM);
        double[] xs = new double[thresholds.size()];
        double[] means = new double[xs.length];
        double[] learned = new double[xs.length];
        for (int k = 0; k < xs.length; k++) {
            xs[k] = thresholds.get(k).trained() / (double) DOMAINS;
            means[k] = PaperTable.mean(thresholds.get(k).never());
            learned[k] = PaperTable.mean(thresholds.get(k).learned());
        }
        for (int k = 0; k < xs.length - 1; k++) {
            double spread = PaperTable.deviation(thresholds.get(k).never());
            double x = axes.x(xs[k]);
            sheet.pen()
                    .line(
                            x,
                            axes.y(means[k] - spread),
                            x,
                            axes.y(means[k] + spread),
                            Stroke.of(Ink.category(2), Weight.NOW));
            for (double one : thresholds.get(k).never()) {
                sheet.pen().circle(x, axes.y(one), 2.5, Paint.tint(Ink.category(2), 0.5), Stroke.NONE);
            }
        }
        // with all routes trained there is none that never was
        axes.line(Arrays.copyOf(xs, xs.length - 1), means, never);
        axes.line(xs, learned, trained);
        for (int k = 0; k < xs.length; k++) {
            if (k < xs.length - 1) {
                axes.dot(xs[k], means[k], 4.5, Paint.of(Ink.category(2)));
            }
            axes.dot(xs[k], learned[k], 3.5, Paint.of(Ink.category(0)));
        }
        axes.legend(14, List.of(new Axes.Named("never trained", never), new Axes.Named("trained", trained)));
    }

    private static String sentence(List<Sharing> sharing, List<Threshold> thresholds) {
        List<String> halves = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        List<String> speeds = new ArrayList<>();
        List<String> predicted = new ArrayList<>();
        for (Sharing one : sharing) {
            int last = one.hidden().length - 1;
            halves.add(Numbers.fixed(one.half(), 2));
            ratios.add(Numbers.fixed(one.hidden()[last] / one.encoder()[last], 3));
            if (one.size() > 1) {
                speeds.add(Numbers.fixed(sharing.get(0).half() / one.half(), 2));
                predicted.add(Numbers.fixed(RaceSpeedUp.of(one.size()), 2));
            }
        }
        List<String> errors = new ArrayList<>();
        for (Threshold one : thresholds.subList(0, 6)) {
            double[] never = one.never();
            errors.add(Numbers.brief(PaperTable.mean(never)) + " ± " + Numbers.brief(PaperTable.deviation(never)));
        }
        return "M = 10; a, the reduction in continuous time from b₀ = 0.08 with P = 1, 4, 25, 100 routes a pathway: half the map"
                + " is there at " + String.join(", ", halves)
                + " (specification 89.28, 35.05, 9.87, 3.705), sooner than alone"
                + " by " + String.join(", ", speeds) + " (for small starts " + String.join(", ", predicted)
                + "), and the hidden edge ends " + String.join(", ", ratios)
                + " times as strong as the encoder (1, 1.414, 2.234, 3.159); b, all weights trained, width 64, gain 0.2,"
                + " λ = 0.05/K, 1000 epochs, mean and deviation of "
                + thresholds.get(0).never().length
                + " seeds with each seed a faint dot: error of the routes never trained at K = 1 … 6: "
                + String.join(", ", errors)
                + " (213.7 ± 18, 118.9 ± 85, 3.6 ± 3.4, 0.24 ± 0.46, 0.006, below 0.0005, with ten seeds), of which K = 3 has a heavy tail, its median here "
                + Numbers.brief(PaperTable.median(thresholds.get(2).never())) + ".";
    }
}
