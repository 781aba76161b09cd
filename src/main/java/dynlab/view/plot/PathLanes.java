package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.DrawnRace;
import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;

/** The pathways of a drawn network as lanes: how much of what its task asks each has now, and when it is half-way. */
public final class PathLanes {
    /** Height of a lane that has room. */
    public static final double PITCH = 42;

    private static final double NAMES = 74;
    private static final double NUMBERS = 42;

    private PathLanes() {}

    private static int shown(DrawnRace race, Box box) {
        return Math.min(
                Math.max(1, (int) (box.h() / (PITCH - 10))), race.lanes().size());
    }

    private static double pitch(DrawnRace race, Box box) {
        return Math.min(PITCH, box.h() / Math.max(1, shown(race, box)));
    }

    /** The lane at a height, or −1. */
    public static int at(DrawnRace race, Box box, double y) {
        int lane = (int) Math.floor((y - box.y()) / pitch(race, box));
        return lane >= 0 && lane < shown(race, box) ? lane : -1;
    }

    public static void draw(Pen pen, Learned run, DrawnRace race, double step, Box box) {
        pen.boxes().open("lanes", box);
        double start = box.x() + NAMES;
        double end = box.right() - NUMBERS;
        int shown = shown(race, box);
        double pitch = pitch(race, box);
        for (int k = 0; k < shown; k++) {
            DrawnRace.Lane lane = race.lanes().get(k);
            double y = box.y() + 6 + k * pitch;
            double share = lane.share(run, step);
            double full = start + Math.max(0, Math.min(1, share)) * (end - start);
            pen.text(
                    Labels.cut(pen, lane.name(), TextStyle.NAME.strong(), NAMES - 8),
                    box.x(),
                    y + 8,
                    TextStyle.NAME.strong());
            pen.rect(new Box(start, y, end - start, 8), 4, Paint.of(Ink.LINE));
            pen.rect(new Box(start, y, Math.max(4, full - start), 8), 4, Paint.of(lane.ink()));
            double middle = (start + end) / 2;
            pen.line(middle, y - 2, middle, y + 10, Stroke.of(Ink.INK_3, Weight.HAIR));
            pen.circle(full, y + 4, 5, Paint.of(Ink.NOW), Stroke.of(Ink.BG, Weight.NOW));
            pen.text(
                    Words.say("plot.path-lanes.percent", Numbers.fixed(100 * share, 0)),
                    box.right(),
                    y + 8,
                    TextStyle.READOUT.end());
            if (pitch > 26) {
                pen.textIfFree(
                        Labels.cut(pen, when(run, lane), TextStyle.SMALL, box.right() - start),
                        start,
                        y + 22,
                        TextStyle.SMALL);
            }
        }
    }

    /** Under a lane: its routes, and when it is half-way in the run and by the reduction. */
    static String when(Learned run, DrawnRace.Lane lane) {
        String routes = Integer.toString(lane.open());
        if (lane.half().isEmpty()) {
            boolean over = run.steps()[run.steps().length - 1] >= run.horizon();
            return over ? Words.say("plot.path-lanes.never", routes) : Words.say("plot.path-lanes.not-yet", routes);
        }
        String half = Numbers.fixed(lane.half().getAsDouble(), 0);
        return lane.foretoldHalf().isPresent()
                ? Words.say(
                        "plot.path-lanes.half-foretold",
                        routes,
                        half,
                        Numbers.fixed(lane.foretoldHalf().getAsDouble(), 0))
                : Words.say("plot.path-lanes.half", routes, half);
    }
}
