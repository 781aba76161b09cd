package dynlab.view.plot;

import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.experiment.search.Findings;
import dynlab.learning.Init;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How well each kind of gates stands in for the ReLU network's own, against the size of the start. */
public final class FitsPlot implements View {
    @Override
    public String id() {
        return "fits";
    }

    @Override
    public String title() {
        return Words.say("plot.fits.gates-fit");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("plot.fits.nrmse-loss");
    }

    private static double size(Experiment experiment) {
        boolean drawn = experiment.start() instanceof Start.Drawn;
        return drawn && ((Start.Drawn) experiment.start()).init() instanceof Init.Gaussian gaussian
                ? gaussian.sigma()
                : 0;
    }

    /** Runs whose search is over, small starts first. */
    private static List<RunView> runs(Frame frame) {
        List<RunView> runs = new ArrayList<>();
        for (RunView run : frame.runs()) {
            Optional<Findings> found = run.run().findings();
            if (found.isPresent() && found.get().complete() && size(run.experiment()) > 0) {
                runs.add(run);
            }
        }
        runs.sort((a, b) -> Double.compare(size(a.experiment()), size(b.experiment())));
        return runs;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<RunView> runs = runs(frame);
        if (runs.isEmpty()) {
            pen.text(Words.say("plot.fits.gates-being-tried"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        List<Findings.Trial> kinds = runs.get(0).run().findings().orElseThrow().trials();
        int lines = Math.min(4, kinds.size());
        double top = space.y() + 8 + 16 * lines;
        PlotFrame axes =
                PlotFrame.of(new Box(space.x() + 46, top, space.w() - 56, Math.min(280, space.bottom() - top - 40)));
        Box plot = axes.plot();
        double least = 0.5;
        for (RunView run : runs) {
            for (Findings.Trial trial : run.run().findings().orElseThrow().trials()) {
                least = trial.nrmse() > 0 ? Math.min(least, trial.nrmse()) : least;
            }
        }
        Scale y = axes.up(Math.floor(Math.log10(least)), 0);
        for (int power = (int) y.from(); power <= 0; power++) {
            axes.level(pen, y.at(power), Numbers.brief(Math.pow(10, power)), power == (int) y.from());
        }
        double from = Math.log10(size(runs.get(0).experiment()));
        double to = Math.log10(size(runs.get(runs.size() - 1).experiment()));
        Scale x = new Scale(from, Math.max(to, from + 1), plot.x() + 8, plot.right() - 4);
        for (RunView run : runs) {
            double sigma = size(run.experiment());
            String words = sigma < 0.05 ? Numbers.power(sigma) : Numbers.brief(sigma);
            axes.number(pen, x.at(Math.log10(sigma)), words);
        }
        axes.name(pen, Words.say("plot.fits.size-start"));
        for (int k = lines - 1; k >= 0; k--) {
            curve(pen, runs, kinds.get(k).name(), Ink.category(k), x, y);
            double line = space.y() + 10 + 16 * k;
            pen.line(space.x(), line - 4, space.x() + 9, line - 4, Stroke.of(Ink.category(k), Weight.SIM));
            String words = Labels.cut(pen, Words.say(kinds.get(k).name()), TextStyle.NAME, space.w() - 15);
            pen.textIfFree(words, space.x() + 15, line, TextStyle.NAME);
        }
    }

    private static void curve(Pen pen, List<RunView> runs, Phrase name, Ink ink, Scale x, Scale y) {
        double[] xs = new double[runs.size()];
        double[] ys = new double[runs.size()];
        int n = 0;
        for (RunView run : runs) {
            for (Findings.Trial trial : run.run().findings().orElseThrow().trials()) {
                if (trial.name().equals(name) && trial.nrmse() > 0) {
                    xs[n] = x.at(Math.log10(size(run.experiment())));
                    ys[n++] = y.at(Math.max(y.from(), Math.min(0, Math.log10(trial.nrmse()))));
                }
            }
        }
        PlotFrame.points(pen, xs, ys, n, ink);
    }

    /** The kinds of gates that have a colour of their own, at each size of the start. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (RunView run : runs(frame)) {
            List<Findings.Trial> trials = run.run().findings().orElseThrow().trials();
            words.append("\nσ ").append(Numbers.brief(size(run.experiment()))).append(": ");
            for (int k = 0; k < Math.min(4, trials.size()); k++) {
                words.append(k == 0 ? "" : " · ")
                        .append(Words.say(trials.get(k).name()))
                        .append(' ');
                words.append(Numbers.brief(trials.get(k).nrmse()));
            }
        }
        return words.toString();
    }
}
