package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.numeric.Numbers;
import dynlab.numeric.Svd;
import dynlab.task.Routing;
import dynlab.theory.race.RaceSpeedUp;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
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
    private static final int POINTS = 4000;

    private static final int WIDTH = 64;
    private static final int EPOCHS = 1000;
    private static final int SEEDS = 3;
    private static final double GAIN = 0.2;

    /** The mode in one size of pathway, and the epoch at which half of it is there. */
    private record Sharing(SharedPathway course, double half) {
        int routes() {
            return course.size() * course.size();
        }
    }

    /** Errors after training K routes a domain, one number a seed. */
    private record Threshold(int trained, double[] never, double[] learned) {}

    @Override
    public String number() {
        return "5";
    }

    @Override
    public void draw(Sheet sheet, Effort effort, Consumer<String> progress) {
        List<Sharing> sharing = share();
        progress.accept("pathways of four sizes");
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

    /** The mode over the epochs of the paper, whose unit follows from the half time of P = 1. */
    private static List<Sharing> share() {
        double target = Svd.singularValues(Routing.targets())[RaceFigure.DRAWN];
        double unit = SharedPathway.half(1, RaceFigure.DRAWN, RaceFigure.B0) / RaceFigure.EPOCHS[0];
        double[] times = Axes.count(POINTS + 1, RaceFigure.AXIS / POINTS * unit);
        List<Sharing> sharing = new ArrayList<>();
        for (int size : SharedPathway.SIZES) {
            SharedPathway course = SharedPathway.at(times, size, RaceFigure.DRAWN, RaceFigure.B0);
            sharing.add(new Sharing(course, course.half(target) / unit));
        }
        return sharing;
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
                sheet.panel("a", "Singular value of a route", "a mode of s = 3; P routes share a pathway", box),
                22,
                new Axes.Axis("epoch", 0, 2000, 4000, 6000, 8000, RaceFigure.AXIS),
                new Axes.Axis("singular value", 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5));
        double[] epochs = Axes.count(POINTS + 1, RaceFigure.AXIS / POINTS);
        List<Axes.Named> names = new ArrayList<>();
        for (int k = sharing.size() - 1; k >= 0; k--) {
            Sharing one = sharing.get(k);
            Stroke stroke = Stroke.of(Ink.category(k), Weight.SIM);
            axes.line(epochs, one.course().map(), stroke);
            names.add(new Axes.Named("P = " + one.routes() + ", half at " + Numbers.fixed(one.half(), 0), stroke));
        }
        axes.legend(150, names);
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
            int last = POINTS;
            ratios.add(Numbers.fixed(one.course().hidden()[last] / one.course().encoder()[last], 3));
            if (one.course().size() > 1) {
                halves.add(Numbers.fixed(one.half(), 0));
                speeds.add(Numbers.fixed(sharing.get(0).half() / one.half(), 2));
                predicted.add(Numbers.fixed(RaceSpeedUp.of(one.course().size()), 2));
            }
        }
        List<String> errors = new ArrayList<>();
        for (Threshold one : thresholds.subList(0, 6)) {
            double[] never = one.never();
            errors.add(Numbers.brief(PaperTable.mean(never)) + " ± " + Numbers.brief(PaperTable.deviation(never)));
        }
        return "M = 10; a, the reduction in continuous time from b₀ = 0.08; the rate of the published figure is not known here, so"
                + " that its half time of P = 1, 6700 epochs, sets the scale, and P = 4, 25, 100 are half learned at "
                + String.join(", ", halves)
                + " (the published figure: about 2630, 775, 290), sooner than alone by " + String.join(", ", speeds)
                + " (for small starts " + String.join(", ", predicted) + "), where the hidden edge ends "
                + String.join(", ", ratios)
                + " times as strong as the encoder, the fourth root of P; b, all weights trained,"
                + " width 64, gain 0.2, λ = 0.05/K, 1000 epochs, mean and deviation of "
                + thresholds.get(0).never().length
                + " seeds with each seed a faint dot: error of the routes never trained at K = 1 … 6: "
                + String.join(", ", errors)
                + " (the published figure: about 216, 88 with bars from 34 to 141, 11, then 0), of which K = 3 has a heavy tail,"
                + " its median here "
                + Numbers.brief(PaperTable.median(thresholds.get(2).never())) + ".";
    }
}
