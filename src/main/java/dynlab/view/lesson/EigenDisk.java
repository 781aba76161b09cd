package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.Trajectory;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * Eigenvalues of a recurrent matrix in the unit disk, now and on their way: what lies further out lasts longer, what lies off
 * the real line swings. The way of the largest is a trail of small dots.
 */
public final class EigenDisk implements View {
    private static final int TRAIL = 60;
    private static final int TRAILED = 3;

    @Override
    public String id() {
        return "disk";
    }

    @Override
    public String title() {
        return Words.say("lesson.eigen-disk.title");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.eigen-disk.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.EIGENVALUES).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<RunView> runs = frame.runs();
        double foot = 20.0 * runs.size();
        double radius = Math.max(20, Math.min(space.w() / 2 - 10, (space.h() - foot) / 2 - 12));
        double x = space.middleX();
        double y = space.y() + radius + 8;
        pen.circle(x, y, radius, Paint.NONE, Stroke.AXIS);
        pen.line(x - radius, y, x + radius, y, Stroke.GRID);
        pen.line(x, y - radius, x, y + radius, Stroke.GRID);
        pen.textIfFree(Words.say("lesson.eigen-disk.lasts"), x + radius - 4, y - 5, TextStyle.SMALL.end());
        pen.textIfFree(Words.say("lesson.eigen-disk.swings"), x + 5, y - radius + 16, TextStyle.SMALL);
        for (int k = runs.size() - 1; k >= 0; k--) {
            RunView run = runs.get(k);
            Optional<Series> found = run.run().trajectory().first(Quantity.EIGENVALUES);
            double line = space.y() + 2 * radius + 28 + 20 * k;
            pen.circle(space.x() + 5, line - 4, 4, Paint.of(Ink.category(k)), Stroke.NONE);
            pen.textIfFree(frame.nameOf(k), space.x() + 15, line, TextStyle.NAME);
            if (found.isPresent() && run.steps().length > 0) {
                dots(pen, found.get(), run, frame.step(), new double[] {x, y, radius}, Ink.category(k));
            }
        }
    }

    private static void dots(Pen pen, Series values, RunView run, double step, double[] disk, Ink ink) {
        int n = values.columns();
        Paint faint = Paint.of(ink).times(Paint.FUTURE);
        int[] records = Trajectory.evenly(run.steps().length, TRAIL);
        for (int i : records) {
            for (int j = 0; j < Math.min(TRAILED, n); j++) {
                dot(pen, values.at(i, 0, j), values.at(i, 1, j), disk, 1.2, faint);
            }
        }
        int record = Math.max(0, run.record(step));
        for (int j = 0; j < n; j++) {
            dot(pen, values.at(record, 0, j), values.at(record, 1, j), disk, 4, Paint.of(ink));
        }
    }

    private static void dot(Pen pen, double re, double im, double[] disk, double size, Paint paint) {
        double far = re * re + im * im;
        // what lies further out than the panel is not drawn
        if (far < 1.2) {
            double px = disk[0] + disk[2] * re;
            double py = disk[1] - disk[2] * im;
            pen.circle(px, py, size, paint, Stroke.NONE);
        }
    }

    @Override
    public String describe(Frame frame) {
        StringBuilder words = new StringBuilder(title());
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            Optional<Series> found = runs.get(k).run().trajectory().first(Quantity.EIGENVALUES);
            int record = runs.get(k).record(frame.step());
            if (found.isPresent() && record >= 0) {
                words.append(k == 0 ? ": " : "; ").append(frame.nameOf(k));
                words.append(' ').append(Numbers.fixed(found.get().at(record, 0, 0), 2));
                double up = found.get().at(record, 1, 0);
                words.append(up == 0 ? "" : " ± " + Numbers.fixed(Math.abs(up), 2) + " i");
            }
        }
        return words.append('.').toString();
    }
}
