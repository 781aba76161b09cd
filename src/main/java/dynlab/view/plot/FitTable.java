package dynlab.view.plot;

import dynlab.experiment.Trajectory;
import dynlab.experiment.search.RunDistance;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Frame.Rival;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How far each companion's loss lies from the scene's own: a bar each, and the numbers behind it. */
public final class FitTable implements View {
    @Override
    public String id() {
        return "fit";
    }

    @Override
    public String title() {
        return Words.say("plot.fit-table.distance-loss");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("plot.fit-table.nrmse-aligned-shift");
    }

    private record Row(String name, Ink ink, CurveDistance distance) {}

    private static List<Row> rows(Frame frame) {
        Trajectory own = frame.story().run().trajectory();
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < frame.rivals().size(); k++) {
            Rival rival = frame.rivals().get(k);
            int colour = k + 1;
            RunDistance.between(rival.story().run().trajectory(), own)
                    .ifPresent(distance -> rows.add(new Row(rival.name(), Ink.category(colour), distance)));
        }
        return rows;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<Row> rows = rows(frame);
        if (rows.isEmpty()) {
            pen.text(Words.say("plot.fit-table.still-run"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double most = 1e-12;
        for (Row row : rows) {
            most = Math.max(most, Math.min(1, row.distance().nrmse()));
        }
        double pitch = Math.min(38, (space.h() - 40) / rows.size());
        pen.textIfFree(Words.say("plot.fit-table.nrmse"), space.right() - 100, space.y() + 10, TextStyle.TICK.end());
        pen.textIfFree(Words.say("plot.fit-table.aligned-shift"), space.right(), space.y() + 10, TextStyle.TICK.end());
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            double y = space.y() + 28 + k * pitch;
            CurveDistance distance = row.distance();
            pen.textIfFree(row.name(), space.x(), y, TextStyle.NAME);
            String aligned =
                    Numbers.fixed(distance.alignedNrmse(), 3) + " (" + Numbers.signed(distance.shift(), 0) + ")";
            pen.textIfFree(aligned, space.right(), y, TextStyle.TICK.end());
            pen.textIfFree(
                    Numbers.fixed(distance.nrmse(), 3),
                    space.right() - 100,
                    y,
                    TextStyle.NAME.strong().end());
            double share = Math.min(1, distance.nrmse() / most);
            pen.rect(new Box(space.x(), y + 7, space.w(), 6), 3, Paint.of(Ink.LINE));
            pen.rect(new Box(space.x(), y + 7, Math.max(3, share * space.w()), 6), 3, Paint.of(row.ink()));
        }
        double foot = space.y() + 28 + rows.size() * pitch + 8;
        if (foot < space.bottom() - 2) {
            pen.textIfFree(Words.say("plot.fit-table.share-first-error"), space.x(), foot, TextStyle.TICK);
        }
    }

    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Row row : rows(frame)) {
            CurveDistance distance = row.distance();
            words.append('\n')
                    .append(row.name())
                    .append(' ')
                    .append(Numbers.fixed(distance.nrmse(), 3))
                    .append(", ");
            words.append(Numbers.fixed(distance.alignedNrmse(), 3));
            words.append(" (").append(Numbers.signed(distance.shift(), 0)).append(')');
        }
        return words.toString();
    }
}
