package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.WholeRuns;
import dynlab.experiment.Companion;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Panels;
import dynlab.scene.Scenes;
import dynlab.view.AllViews;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before a guess nothing is shown of what comes: two runs that part only after the cursor look, read and sound the same. */
final class CoveredFutureTest {
    private static final Catalogue ALL = new Catalogue(Scenes.ALL, Scenes.home(), new ExactDecimals());
    private static final Laboratory LABORATORY = new Laboratory(ALL);
    private static final Box PANEL = new Box(0, 0, 576, 240);

    private static LabState opened(String address) {
        return LABORATORY.open(ALL.parse(address), "", true).state();
    }

    private static LabState run(LabState opened, List<Result> results) {
        LabState state = LABORATORY
                .on(opened, new Event.NoRecordedRun(opened.runs().number()))
                .state();
        for (int k = 0; k < results.size(); k++) {
            int request = state.computation().request();
            state = LABORATORY
                    .on(state, new Event.RunArrived(request, k, results.get(k), 1, true))
                    .state();
        }
        return state;
    }

    /** The scene's own run and its companions. */
    private static List<Result> whole(LabState state) {
        List<Result> whole = new ArrayList<>();
        whole.add(WholeRuns.of(state.runs().experiment()));
        for (Companion companion : state.runs().companions()) {
            whole.add(WholeRuns.of(companion.experiment()));
        }
        return whole;
    }

    /** The same up to a step, or to the record after it where it lies between two, and anything else after that. */
    private static Result partingAfter(Result run, double step) {
        Trajectory own = run.trajectory();
        int last = own.indexAt(step);
        int from = last + (last + 1 < own.count() && own.step(last) < step ? 2 : 1);
        double[] loss = own.losses();
        for (int i = from; i < loss.length; i++) {
            loss[i] *= 0.37;
        }
        Map<SeriesKey, Series> series = new LinkedHashMap<>();
        own.series().forEach((key, of) -> series.put(key, parting(of, from)));
        Trajectory other =
                new Trajectory(own.dt(), own.steps(), loss, series, own.notes(), own.digest(), own.divergedAt());
        return new Result(
                other,
                run.prediction(),
                run.layers(),
                run.modes(),
                run.trail().map(of -> parting(of, from)),
                run.findings());
    }

    private static Series parting(Series of, int from) {
        double[] values = of.values().clone();
        for (int i = of.start(from - 1) + of.size(); i < values.length; i++) {
            values[i] *= -0.37;
        }
        return new Series(of.rows(), of.columns(), of.held(), values);
    }

    /** What the figures draw, and what a pointer reads anywhere on them. */
    private static List<String> shown(LabState state) {
        List<String> shown = new ArrayList<>();
        Frame frame = state.frame(Layout.Kind.WIDE).orElseThrow();
        Panels panels = state.address().scene().panels(state.config());
        List<String> ids = new ArrayList<>(panels.centre());
        ids.add(panels.left());
        ids.addAll(panels.right());
        ids.add("timeline");
        for (String id : ids) {
            View view = id.equals("timeline")
                    ? Views.TIME
                    : Views.of(id, AllViews.ALL).orElseThrow();
            SvgPen pen = new SvgPen(Palette.LIGHT);
            view.draw(pen, frame, PANEL);
            shown.add(id + pen.bare(576, 240, id));
            shown.add(id + view.describe(frame));
            for (double y = 2; y < PANEL.h(); y += 8) {
                for (double x = 2; x < PANEL.w(); x += 8) {
                    Optional<View.Hit> hit = view.at(pen, frame, PANEL, x, y).filter(h -> !state.hides(h.step()));
                    shown.add(id + hit.map(View.Hit::tip).orElse(""));
                }
            }
        }
        shown.add(Narrator.of(state).toString());
        shown.add(SpokenText.now(state));
        return shown;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=shark&hide-future=1",
                "scene=hierarchy&hide-future=1",
                "scene=shark&hide-future=1&t=60",
                "scene=routing&hide-future=1",
                "scene=race&hide-future=1",
                "scene=regression&hide-future=1",
                "scene=init-scale&hide-future=1",
                "scene=xor&hide-future=1"
            })
    void twoRunsThatPartAfterTheCursorAreShownAlike(String address) {
        LabState open = opened(address);
        List<Result> result = whole(open);
        double now = open.view().step();
        LabState one = run(open, result);
        LabState other =
                run(open, result.stream().map(of -> partingAfter(of, now)).toList());
        assertTrue(one.covered());
        List<String> first = shown(one);
        List<String> second = shown(other);
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i), second.get(i));
        }
        assertEquals(first.size(), second.size());
        // with all shown they differ: the test looks where there is something to be seen
        assertNotEquals(
                shown(LABORATORY.on(one, new Event.FutureUncovered()).state()),
                shown(LABORATORY.on(other, new Event.FutureUncovered()).state()));
    }

    @Test
    void aGuessTheCursorAtTheEndOrAWordOfTheReaderTakeTheCoverAway() {
        LabState open = opened("scene=shark&hide-future=1");
        LabState covered = run(open, whole(open));
        double end = covered.runs().horizon();
        assertEquals(124, covered.shown().orElseThrow().story().orElseThrow().steps()[124]);
        assertEquals(125, covered.shown().orElseThrow().story().orElseThrow().steps().length);
        for (Event event :
                List.of(new Event.GuessMade("yes"), new Event.CursorMoved(end), new Event.FutureUncovered())) {
            LabState after = LABORATORY.on(covered, event).state();
            assertFalse(after.covered(), event.toString());
            assertEquals(end + 1, after.story().orElseThrow().steps().length);
        }
    }

    @Test
    void whereTheCursorHasBeenStaysShown() {
        LabState open = opened("scene=shark&hide-future=1");
        LabState far = LABORATORY
                .on(run(open, whole(open)), new Event.CursorMoved(150))
                .state();
        LabState back = LABORATORY.on(far, new Event.CursorMoved(20)).state();
        assertEquals(20, back.view().step());
        assertEquals(151, back.story().orElseThrow().steps().length);
        assertTrue(back.hides(151) && !back.hides(150));
    }

    @Test
    void linksLookAsTheyDidUnlessTheySayOtherwise() {
        assertFalse(opened("scene=shark").covered());
        assertFalse(opened("scene=shark&t=124").covered());
        assertFalse(opened("scene=shark&hide-future=0").covered());
        assertFalse(opened("scene=shark&hide-future=1&guess=yes").covered());
        assertTrue(opened("scene=routing&hide-future=1&t=20").covered());
    }

    @Test
    void aLinkKeepsTheCover() {
        LabState open = opened("scene=shark&hide-future=1");
        assertEquals("1", open.link().look().get("hide-future"));
        assertFalse(LABORATORY
                .on(run(open, whole(open)), new Event.GuessMade("no"))
                .state()
                .link()
                .look()
                .containsKey("hide-future"));
    }
}
