package dynlab.export;

import dynlab.experiment.Refused;
import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.view.FigureWords;
import dynlab.view.Frame;
import dynlab.view.Plate;
import dynlab.view.View;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.Pen;
import dynlab.view.pen.SvgPen;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One view of a run as a picture, with what it shows, the run's digest and its address. */
public final class Picture {
    private final Taken taken;
    private final View view;
    private final Frame frame;
    private final Plate plate;

    private Picture(Taken taken, View view, Frame frame, Plate plate) {
        this.taken = taken;
        this.view = view;
        this.frame = frame;
        this.plate = plate;
    }

    /**
     * Runs what is taken and lays out the picture.
     *
     * @param chosen the view; the lesson's main one unless there is one
     * @throws Refused if the address names the digest of another run
     */
    public static Picture of(Taken taken, Optional<View> chosen) {
        Layout.Arrangement views = SceneRun.views(taken.scene(), taken.config());
        View view = chosen.orElse(views.main());
        Frame frame = SceneRun.frame(taken.scene(), taken.config(), taken.step(), Layout.Kind.MEDIUM, true);
        String digest = frame.story().run().trajectory().digest().orElseThrow();
        taken.digest()
                .filter(expected -> !Address.meansDigest(expected, digest))
                .ifPresent(expected -> {
                    throw new Refused("digest", Words.say("export.picture.other-run", expected, digest));
                });
        boolean timed = views.centre().contains(view);
        Plate plate = new Plate(taken.scene().title(), caption(taken, view, frame, digest), timed);
        return new Picture(taken, view, frame, plate);
    }

    /** How high the whole picture is, in px, for a view of that height. */
    public double height(Palette palette, double wide, double high) {
        return plate.height(new SvgPen(palette), wide, high);
    }

    /** Draws it. */
    public void draw(Pen pen, double wide, double high) {
        plate.draw(pen, frame, view, wide, high);
    }

    /** The picture as lines and words. */
    public String svg(Palette palette, double wide, double high) {
        SvgPen pen = new SvgPen(palette);
        draw(pen, wide, high);
        return pen.svg(
                wide, plate.height(pen, wide, high), taken.scene().title() + ". " + FigureWords.sentence(view, frame));
    }

    private static List<String> caption(Taken taken, View view, Frame frame, String digest) {
        List<String> lines = new ArrayList<>();
        if (!taken.scene().summary().isEmpty()) {
            lines.add(taken.scene().summary());
        }
        lines.add(Words.say(
                "export.picture.at-step",
                view.describe(frame),
                Numbers.fixed(frame.step(), 0),
                Integer.toString(taken.experiment().training().steps())));
        lines.add(Words.say("export.picture.made", digest));
        if (!taken.query().isEmpty()) {
            lines.add(taken.query());
        }
        return lines;
    }
}
