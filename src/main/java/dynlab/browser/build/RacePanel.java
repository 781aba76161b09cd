package dynlab.browser.build;

import dynlab.app.build.RaceWords;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Player;
import dynlab.view.ContextErrors;
import dynlab.view.DrawnRace;
import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.plot.PathCurves;
import dynlab.view.plot.PathLanes;
import dynlab.view.plot.RunAxis;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The race: what each pathway has learned, as curves over the time line and as lanes, and who is ahead in words. */
final class RacePanel implements BuildPanel {
    private final Builder builder;
    private final Player player;
    private final HTMLElement curves = Dom.find("race-curves");
    private final HTMLElement lanes = Dom.find("lanes");
    private final HTMLElement says = Dom.find("who");
    private final CanvasPen curvePen = Builder.pen("race-curves");
    private final CanvasPen lanePen = Builder.pen("lanes");

    RacePanel(Builder builder, Player player) {
        this.builder = builder;
        this.player = player;
        Dom.whenResized(curves, builder::drawSoon);
        Dom.whenResized(lanes, builder::drawSoon);
        Dom.on(lanes, "pointermove", this::name);
        Dom.on(curves, "pointerdown", this::seek);
        Dom.on(curves, "pointermove", e -> {
            if ((e.getButtons() & 1) != 0) {
                seek(e);
            }
        });
    }

    private void seek(Dom.Event event) {
        int steps = builder.drawing().settings().steps();
        double x = (event.getClientX() - Dom.rect(curves).getLeft()) / Dom.unit(curves);
        player.seek(RunAxis.beside(steps, box(curves)).time().inverse(x));
    }

    /** The whole name of the lane under the pointer, which may be cut where it stands. */
    private void name(Dom.Event event) {
        double y = (event.getClientY() - Dom.rect(lanes).getTop()) / Dom.unit(lanes);
        DrawnRace race = builder.run().learned().isEmpty()
                ? DrawnRace.NONE
                : builder.run().race();
        int lane = PathLanes.at(race, box(lanes), y);
        lanes.setTitle(lane < 0 ? "" : race.lanes().get(lane).name());
    }

    private static Box box(HTMLElement canvas) {
        Dom.Rect rect = Dom.rect(canvas);
        double unit = Dom.unit(canvas);
        return new Box(0, 0, rect.getWidth() / unit, rect.getHeight() / unit);
    }

    @Override
    public void draw() {
        Optional<Learned> run = builder.run().learned().or(builder.run()::before);
        boolean old = builder.run().learned().isEmpty();
        DrawnRace race = old ? DrawnRace.NONE : builder.run().race();
        List<ContextErrors.Curve> errors = old ? List.of() : builder.run().errors();
        Box box = box(curves);
        if (box.w() > 20) {
            curvePen.begin(box.w(), box.h(), Dom.density() * Dom.unit(curves), builder.palette());
            run.ifPresent(l -> PathCurves.draw(curvePen, l, race, errors, builder.step(), box));
            curvePen.end();
            Dom.toggle(curves, "data-old", old);
        }
        Dom.style(
                lanes,
                "height",
                Dom.px(PathLanes.PITCH * Math.max(1, Math.min(4, race.lanes().size()))));
        Box room = box(lanes);
        if (room.w() > 20) {
            lanePen.begin(room.w(), room.h(), Dom.density() * Dom.unit(lanes), builder.palette());
            if (!race.narrow()) {
                run.ifPresent(l -> PathLanes.draw(lanePen, l, race, builder.step(), room));
            }
            lanePen.end();
        }
        String words = RaceWords.say(builder.state());
        Dom.text(says, words);
        Dom.attribute(curves, "aria-label", Words.say("build.race-panel.curves", words));
    }
}
