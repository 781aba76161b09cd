package dynlab.cli;

import dynlab.learning.GradientDescent;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.task.GatedTask;
import dynlab.task.Xor;
import dynlab.theory.XorPath;
import dynlab.view.Box;
import dynlab.view.Ink;
import dynlab.view.Numbers;
import dynlab.view.Paint;
import dynlab.view.Pen;
import dynlab.view.Stroke;
import dynlab.view.TextStyle;
import dynlab.view.Weight;
import java.util.List;
import java.util.function.Consumer;

/**
 * Exclusive or: two ways to gate it, the units of a ReLU network in the input plane, and the loss of that network beside
 * four gated paths. The start of the paths is fitted, as in the source: every path has at epoch {@value #FIT} the strength
 * that the network has on its example.
 */
final class Figure3 implements SourceFigure {
    private static final int EPOCHS = 100;
    private static final int SEEDS = 10;
    private static final int FIT = 25;
    private static final double SIGMA = 2e-4;
    private static final double TAU = 2.5;
    private static final double SIDE = 222;

    /** One ReLU network, trained: the loss before every epoch and what the figure shows besides. */
    private record Trained(double[] loss, double[] fitted, Matrix in, Matrix out) {}

    @Override
    public String number() {
        return "3";
    }

    @Override
    public void draw(Sheet sheet, Effort effort, Consumer<String> progress) {
        double[] halves = new double[effort.seeds(SEEDS)];
        Trained first = train(0);
        for (int seed = 0; seed < halves.length; seed++) {
            halves[seed] = half((seed == 0 ? first : train(seed)).loss());
        }
        progress.accept(halves.length + " ReLU networks");
        double[] closed = closed(first);
        double[] map = map(first);

        Box square = new Box(Sheet.MARGIN, Sheet.MARGIN, SIDE, SIDE + 76);
        double pitch = SIDE + 26;
        fourPaths(sheet, square);
        halfPlanes(sheet, new Box(square.x() + pitch, square.y(), square.w(), square.h()));
        units(sheet, new Box(square.x() + 2 * pitch, square.y(), square.w(), square.h()), first);
        double x = square.x() + 3 * pitch;
        loss(sheet, new Box(x, square.y(), Sheet.WIDTH - Sheet.MARGIN - x, square.h()), first, closed, map);
        sheet.caption("Figure 3", sentence(first, halves, closed, map));
    }

    private static Trained train(int seed) {
        GatedTask task = Xor.relu(Xor.UNITS);
        Network network = new Network(
                task.architecture(),
                task.contexts(),
                Initialization.draw(new Init.Gaussian(SIGMA, seed), task.architecture(), task.contexts()));
        GradientDescent descent = new GradientDescent(network, 1 / TAU);
        double[] loss = new double[EPOCHS + 1];
        double[] fitted = new double[4];
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            loss[epoch] = network.loss();
            if (epoch == FIT) {
                fitted = strengths(network.weight(0), network.weight(1));
            }
            if (epoch < EPOCHS) {
                descent.step();
            }
        }
        return new Trained(loss, fitted, network.weight(0), network.weight(1));
    }

    /** What the network says of each example, times its target, over |x| = √2: the strength of the path of that example. */
    private static double[] strengths(Matrix in, Matrix out) {
        double[] strengths = new double[4];
        Matrix hidden = in.times(Xor.inputs());
        for (int n = 0; n < strengths.length; n++) {
            double answer = 0;
            for (int u = 0; u < hidden.rows(); u++) {
                answer += out.at(0, u) * Math.max(0, hidden.at(u, n));
            }
            strengths[n] = answer * Xor.targets().at(0, n) / Math.sqrt(2);
        }
        return strengths;
    }

    /** The loss of four sigmoids with the fitted strengths at the epoch of the fit. */
    private static double[] closed(Trained trained) {
        double[] loss = new double[EPOCHS + 1];
        double[] starts = starts(trained);
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            double[] now = new double[starts.length];
            for (int k = 0; k < now.length; k++) {
                now[k] = XorPath.CORNER.strength(starts[k], epoch, TAU);
            }
            loss[epoch] = XorPath.CORNER.loss(now);
        }
        return loss;
    }

    private static double[] starts(Trained trained) {
        double[] starts = new double[4];
        for (int k = 0; k < starts.length; k++) {
            starts[k] = XorPath.CORNER.start(trained.fitted()[k], FIT, TAU);
        }
        return starts;
    }

    /** The loss of the four paths stepped as the network is, a = b² and b ← b (1 + (s − d b²)/τ), fitted alike. */
    private static double[] map(Trained trained) {
        double[] loss = new double[EPOCHS + 1];
        double[] b = new double[4];
        for (int k = 0; k < b.length; k++) {
            b[k] = mapStart(trained.fitted()[k]);
        }
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            double[] now = new double[b.length];
            for (int k = 0; k < b.length; k++) {
                now[k] = b[k] * b[k];
                b[k] = stepped(b[k]);
            }
            loss[epoch] = XorPath.CORNER.loss(now);
        }
        return loss;
    }

    private static double stepped(double b) {
        return b + b * (XorPath.CORNER.s() - XorPath.CORNER.d() * b * b) / TAU;
    }

    /** The b that the map takes to a given strength at the epoch of the fit, by bisection. */
    private static double mapStart(double strength) {
        double low = 0;
        double high = Math.sqrt(strength);
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            double b = middle;
            for (int epoch = 0; epoch < FIT; epoch++) {
                b = stepped(b);
            }
            if (b * b < strength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The epoch at which half the loss is gone, between epochs on the straight line; NaN if it never is. */
    private static double half(double[] loss) {
        for (int i = 1; i < loss.length; i++) {
            if (loss[i] < loss[0] / 2) {
                return i - 1 + (loss[i - 1] - loss[0] / 2) / (loss[i - 1] - loss[i]);
            }
        }
        return Double.NaN;
    }

    private static double gap(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    // -- panels

    private static Box plane(Box space) {
        return new Box(space.x() + 20, space.y() + 4, SIDE - 20, SIDE - 20);
    }

    private static double unit(Box plane) {
        return plane.w() / 2 / 1.45;
    }

    private static void fourPaths(Sheet sheet, Box box) {
        Box plane = plane(sheet.panel("a", "Four paths", "one per example", box));
        Pen pen = sheet.pen();
        double w = plane.w() / 2;
        Matrix x = Xor.inputs();
        for (int k = 0; k < x.columns(); k++) {
            Box quarter = new Box(x.at(0, k) > 0 ? plane.x() + w : plane.x(), plane.y() + (x.at(1, k) > 0 ? 0 : w), w, w);
            pen.rect(quarter, 0, Paint.tint(Ink.category(k), 0.22));
            double y = x.at(1, k) > 0 ? quarter.y() + 16 : quarter.bottom() - 7;
            pen.text("path " + (k + 1), quarter.middleX(), y, TextStyle.NAME.middle());
        }
        examples(pen, plane);
    }

    private static void halfPlanes(Sheet sheet, Box box) {
        Box plane = plane(sheet.panel("b", "Two half-planes", "", box));
        Pen pen = sheet.pen();
        double w = plane.w() / 2;
        String[] names = {"left path", "right path"};
        for (int k = 0; k < names.length; k++) {
            Box half = new Box(plane.x() + k * w, plane.y(), w, plane.h());
            pen.rect(half, 0, Paint.tint(Ink.category(2 * k), 0.22));
            pen.text(names[k], half.middleX(), half.y() + 16, TextStyle.NAME.middle());
        }
        examples(pen, plane);
    }

    private static void units(Sheet sheet, Box box, Trained trained) {
        Box plane = plane(sheet.panel("c", "ReLU units", "w₂ · w₁", box));
        Pen pen = sheet.pen();
        double most = PaperTable.largest(reaches(trained));
        double unit = unit(plane);
        for (int u = 0; u < trained.in().rows(); u++) {
            double sign = trained.out().at(0, u);
            double size = Math.abs(sign) / most * unit * Math.sqrt(2);
            double x = plane.middleX() + trained.in().at(u, 0) * size;
            double y = plane.middleY() - trained.in().at(u, 1) * size;
            Ink ink = sign >= 0 ? Ink.POS : Ink.NEG;
            pen.line(plane.middleX(), plane.middleY(), x, y, Stroke.of(Paint.tint(ink, 0.7), Weight.NOW));
            pen.circle(x, y, 2.5, Paint.of(ink), Stroke.NONE);
        }
        examples(pen, plane);
    }

    /** |w₂| |w₁| of every unit. */
    private static double[] reaches(Trained trained) {
        double[] reaches = new double[trained.in().rows()];
        for (int u = 0; u < reaches.length; u++) {
            reaches[u] = Math.hypot(trained.in().at(u, 0), trained.in().at(u, 1))
                    * Math.abs(trained.out().at(0, u));
        }
        return reaches;
    }

    private static void examples(Pen pen, Box plane) {
        pen.line(plane.x(), plane.middleY(), plane.right(), plane.middleY(), Stroke.AXIS);
        pen.line(plane.middleX(), plane.y(), plane.middleX(), plane.bottom(), Stroke.AXIS);
        double unit = unit(plane);
        Matrix x = Xor.inputs();
        for (int n = 0; n < x.columns(); n++) {
            double px = plane.middleX() + unit * x.at(0, n);
            double py = plane.middleY() - unit * x.at(1, n);
            boolean plus = Xor.targets().at(0, n) > 0;
            pen.circle(px, py, 9, Paint.of(plus ? Ink.POS : Ink.NEG), Stroke.of(Ink.BG, Weight.FINE));
            pen.text(plus ? "+" : "−", px, py + 4, TextStyle.NAME.strong().middle().ink(Ink.BG));
        }
        for (int end = -1; end <= 1; end += 2) {
            String name = Numbers.brief(end);
            pen.text(name, plane.middleX() + end * unit, plane.bottom() + 16, TextStyle.TICK.middle());
            pen.text(name, plane.x() - 5, plane.middleY() - end * unit + 4, TextStyle.TICK.end());
        }
        pen.text("x₁", plane.middleX(), plane.bottom() + 16, TextStyle.SMALL.middle());
        pen.text("x₂", plane.x() - 5, plane.middleY() + 4, TextStyle.SMALL.end());
    }

    private static void loss(Sheet sheet, Box box, Trained trained, double[] closed, double[] map) {
        Box space = sheet.panel("d", "Loss", "", box);
        Axes axes = new Axes(
                sheet.pen(),
                space,
                8,
                new Axes.Axis("epoch", 0, 20, 40, 60, 80, 100),
                new Axes.Axis("½ mean squared error", 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6));
        double[] epochs = Axes.count(trained.loss().length, 1);
        Stroke relu = Stroke.of(Ink.category(0), Weight.SIM);
        Stroke steps = Stroke.of(Ink.category(2), Weight.FINE);
        axes.line(epochs, trained.loss(), relu);
        axes.line(epochs, map, steps);
        axes.line(epochs, closed, Stroke.THEORY);
        axes.legend(
                14,
                List.of(
                        new Axes.Named("ReLU network", relu),
                        new Axes.Named("four paths, steps", steps),
                        new Axes.Named("closed form", Stroke.THEORY)));
    }

    private static String sentence(Trained trained, double[] halves, double[] closed, double[] map) {
        double[] reaches = reaches(trained);
        double most = PaperTable.largest(reaches);
        int[] cells = new int[4];
        double skew = 0;
        for (int u = 0; u < reaches.length; u++) {
            if (reaches[u] > 0.01 * most) {
                double x = trained.in().at(u, 0);
                double y = trained.in().at(u, 1);
                cells[(x > 0 ? 0 : 2) + (y > 0 ? 0 : 1)]++;
                skew = Math.max(skew, Math.abs(Math.toDegrees(Math.atan2(Math.abs(y), Math.abs(x))) - 45));
            }
        }
        return "ReLU network of " + Xor.UNITS + " units, σ = " + Numbers.power(SIGMA) + ", dt = 1, τ = 5/2, seed 0 drawn: half"
                + " the loss is gone at epoch " + Numbers.fixed(PaperTable.mean(halves), 2) + " ± "
                + Numbers.fixed(PaperTable.deviation(halves), 2) + " over " + halves.length
                + " seeds (specification 49.76 ± 0.35), and " + cells[0] + "/" + cells[1] + "/" + cells[2] + "/" + cells[3]
                + " units lie within " + Numbers.upTo(skew)
                + "° of the examples (for example 29/34/22/26, 0.26°); the start of the paths is not known from the weights of"
                + " the network but fitted at t = " + FIT + ", as in the source, a₀ = "
                + Numbers.power(PaperTable.mean(starts(trained)))
                + " in the mean (4.1·10⁻⁷), from where the largest gap of the loss is " + Numbers.fixed(gap(trained.loss(), map), 3)
                + " to the four paths in steps (0.026) and " + Numbers.fixed(gap(trained.loss(), closed), 3)
                + " to their closed form in continuous time (0.080).";
    }
}
