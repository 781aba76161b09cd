package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.numeric.Numbers;
import dynlab.task.Routing;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** From the race to the kernel regime: the routing of Fig. 4 from starts of six sizes. */
public final class Figure6 implements SourceFigure {
    private static final Routing TASK = new Routing(7, 4, 64);
    private static final int GAINS = 6;
    private static final int EPOCHS = 700;
    private static final int SEEDS = 8;
    /** Which of the gains stand for small, medium and large. */
    private static final int[] SHOWN = {0, 3, 5};

    /** All runs from one size of start, the first of them in full. */
    private record Size(
            double gain, RouterRun run, double[] loss, double[] trained, double[] never, double[] likeness) {}

    @Override
    public String number() {
        return "6";
    }

    @Override
    public void draw(Sheet sheet, Effort effort, Consumer<String> progress) {
        List<Size> sizes = new ArrayList<>();
        for (int g = 0; g < GAINS; g++) {
            double gain = 0.2 + 2.3 * g / (GAINS - 1);
            sizes.add(train(gain, effort));
            progress.accept("σ₀ = " + Numbers.fixed(gain, 2));
        }
        double w = (Sheet.WIDTH - 2 * Sheet.MARGIN - 24) / 2;
        Box left = new Box(Sheet.MARGIN, Sheet.MARGIN, w, 300);
        loss(sheet, left, sizes);
        errors(sheet, new Box(left.right() + 24, left.y(), w, left.h()), sizes);
        String[] names = {"small", "medium", "large"};
        double third = (Sheet.WIDTH - 2 * Sheet.MARGIN - 48) / 3;
        double top = left.bottom() + 20;
        double high = 32 + 52 + 28 * 10 + 4;
        for (int k = 0; k < SHOWN.length; k++) {
            Size size = sizes.get(SHOWN[k]);
            String hint = names[k] + " start, σ₀ = " + Numbers.fixed(size.gain(), 2);
            Box upper = new Box(Sheet.MARGIN + k * (third + 24), top, third, high);
            Mosaic.similarity(
                    sheet.pen(), sheet.panel("c" + (k + 1), "Similarity", hint, upper), size.run(), TASK.domains());
        }
        for (int k = 0; k < SHOWN.length; k++) {
            Size size = sizes.get(SHOWN[k]);
            String hint = names[k] + " start, σ₀ = " + Numbers.fixed(size.gain(), 2);
            Box lower = new Box(Sheet.MARGIN + k * (third + 24), top + high + 20, third, high);
            Mosaic.outputs(sheet.pen(), sheet.panel("d" + (k + 1), "Outputs", hint, lower), size.run(), TASK.race());
        }
        sheet.caption("Figure 6", sentence(sizes));
    }

    private static Size train(double gain, Effort effort) {
        int seeds = effort.seeds(SEEDS);
        double[] trained = new double[seeds];
        double[] never = new double[seeds];
        double[] likeness = new double[seeds];
        List<RouterRun> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            double step = TASK.step(0.006 / Math.cbrt(gain));
            RouterRun run =
                    new RouterRun(TASK.race(), new Init.Orthogonal(gain, seed), step).train(effort.epochs(EPOCHS));
            trained[seed] = PaperTable.mean(run.errors(true));
            never[seed] = PaperTable.mean(run.errors(false));
            likeness[seed] = InitScaleFigure.cosine(run);
            runs.add(run);
        }
        double[] loss = runs.get(0).loss();
        for (int i = 0; i < loss.length; i++) {
            loss[i] *= 2.0 * TASK.domains() * TASK.domains() / (Routing.ITEMS * Routing.PROPERTIES);
        }
        return new Size(gain, runs.get(0), loss, trained, never, likeness);
    }

    private static void loss(Sheet sheet, Box box, List<Size> sizes) {
        Axes axes = new Axes(
                sheet.pen(),
                sheet.panel("a", "Loss", "seed 0", box),
                14,
                new Axes.Axis("epoch", 0, 100, 200, 300, 400, 500, 600, 700),
                new Axes.Axis("sum over trained routes", 0, 100, 200, 300, 400));
        List<Axes.Named> names = new ArrayList<>();
        for (int g = 0; g < sizes.size(); g++) {
            Size size = sizes.get(g);
            Stroke stroke = Stroke.of(Ink.mode(g, sizes.size()), Weight.FINE);
            axes.line(Axes.count(size.loss().length, 1), size.loss(), stroke);
            names.add(new Axes.Named("σ₀ = " + Numbers.fixed(size.gain(), 2), stroke));
        }
        axes.legend(14, names);
    }

    private static void errors(Sheet sheet, Box box, List<Size> sizes) {
        Axes axes = new Axes(
                sheet.pen(),
                sheet.panel("b", "Error against size of start", "", box),
                12,
                new Axes.Axis("σ₀", 0.2, 0.66, 1.12, 1.58, 2.04, 2.5),
                new Axes.Axis("½ |target − output|² of a route", 0, 20, 40, 60, 80, 100, 120, 140));
        double[] gains = sizes.stream().mapToDouble(Size::gain).toArray();
        double[] never =
                sizes.stream().mapToDouble(one -> PaperTable.mean(one.never())).toArray();
        double[] trained = sizes.stream()
                .mapToDouble(one -> PaperTable.mean(one.trained()))
                .toArray();
        Stroke bold = Stroke.of(Ink.category(2), Weight.SIM);
        Stroke fine = Stroke.of(Ink.category(0), Weight.FINE);
        axes.line(gains, never, bold);
        axes.line(gains, trained, fine);
        for (Size size : sizes) {
            for (double one : size.never()) {
                sheet.pen()
                        .circle(axes.x(size.gain()), axes.y(one), 2.5, Paint.tint(Ink.category(2), 0.5), Stroke.NONE);
            }
        }
        for (int g = 0; g < gains.length; g++) {
            axes.dot(gains[g], never[g], 4.5, Paint.of(Ink.category(2)));
            axes.dot(gains[g], trained[g], 3.5, Paint.of(Ink.category(0)));
        }
        List<Axes.Named> names = List.of(new Axes.Named("never trained", bold), new Axes.Named("trained", fine));
        axes.legendLeft(14, names);
    }

    private static String sentence(List<Size> sizes) {
        List<String> never = new ArrayList<>();
        List<String> likeness = new ArrayList<>();
        for (Size size : sizes) {
            never.add(Numbers.brief(PaperTable.mean(size.never())) + " ± "
                    + Numbers.brief(PaperTable.deviation(size.never())));
            likeness.add(Numbers.fixed(PaperTable.mean(size.likeness()), 3));
        }
        return "M = 7, K = 4, orthogonal starts of gain σ₀ = 0.2 … 2.5 in six steps, λ = 0.006 over the cube root of σ₀, 700 epochs; a, c and d show"
                + " seed 0, b the mean of " + sizes.get(0).never().length
                + " seeds with each seed a faint dot: error of the routes never trained " + String.join(", ", never)
                + " (the published figure: about 0, below 1, 4, 20, 72, 122; single runs in the authors' notebook:"
                + " about 2, 0, 3, 21, 50, 92; an answer of zero has 122), likeness of domains "
                + String.join(", ", likeness) + ".";
    }
}
