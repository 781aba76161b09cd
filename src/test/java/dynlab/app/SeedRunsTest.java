package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.WholeRuns;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.scene.FurtherSeeds;
import dynlab.view.AllViews;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.plot.Spread;
import dynlab.view.plot.SpreadPlot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Further seeds stand behind a lesson's own run: after it, where its link asks for them, and only where nothing is hidden. */
final class SeedRunsTest {
    /** After its own runs. */
    private static LabState run(String address) {
        return LabRuns.run(LabRuns.opened(address));
    }

    private static SeedRuns answered(LabState state) {
        SeedRuns runs = SeedRuns.of(state);
        int request =
                runs.request(LabRuns.ALL.bare(state.address())).orElseThrow().request();
        for (int k = 0; k < FurtherSeeds.COUNT; k++) {
            assertTrue(runs.spread(state).isEmpty(), "shown before all are there");
            runs = runs.taking(
                    state, request, k, WholeRuns.of(runs.experiments().get(k)));
        }
        return runs;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scene=xor", "scene=xor&t=40", "scene=hierarchy&gamma=0.01", "scene=routing&seeds=0&starts=1"})
    void aLinkThatDoesNotAskForThemHasNone(String address) {
        LabState state = run(address);
        assertFalse(SeedRuns.NONE.due(state));
    }

    @Test
    void theyComeAfterTheOwnRunsAndOnce() {
        LabState before = LabRuns.opened("scene=xor&starts=1");
        assertFalse(SeedRuns.NONE.due(before));
        LabState after = run("scene=xor&starts=1");
        assertTrue(SeedRuns.NONE.due(after));
        assertFalse(SeedRuns.of(after).due(after));
        assertTrue(SeedRuns.NONE.due(after.seen(true)));
        assertFalse(SeedRuns.NONE.due(after.seen(false)), "nobody looks");
    }

    @Test
    void nothingOfThemIsShownBeforeAGuess() {
        LabState hidden = run("scene=hierarchy&starts=1&hide-future=1&t=20");
        assertTrue(hidden.covered());
        assertFalse(SeedRuns.NONE.due(hidden));
        LabState free =
                LabRuns.LABORATORY.on(hidden, new Event.FutureUncovered()).state();
        assertTrue(SeedRuns.NONE.due(free));
        assertTrue(answered(free).spread(hidden).isEmpty());
    }

    @Test
    void runsThatTakeLongAreNotAskedFor() {
        assertFalse(asked("scene=mixed&starts=1&units=120&rate=0.001&epochs=6000"));
        assertTrue(asked("scene=xor&starts=1"));
    }

    private static boolean asked(String address) {
        return SeedRuns.of(LabRuns.opened(address)).request("scene=xor").isPresent();
    }

    @Test
    void theWorkerIsAskedForWhatIsDrawnAlone() {
        LabState state = run("scene=semantics&starts=1&seed=4294967294");
        SeedRuns runs = SeedRuns.of(state);
        Experiment own = state.runs().experiment();
        assertEquals(FurtherSeeds.COUNT, runs.experiments().size());
        for (Experiment experiment : runs.experiments()) {
            assertTrue(experiment.record().quantities().contains(Quantity.MODE_STRENGTH));
            assertEquals(2, experiment.record().quantities().size());
            assertEquals(own.training(), experiment.training());
            assertFalse(own.start().equals(experiment.start()));
        }
        assertEquals(0.0, FurtherSeeds.config(state.config(), 2).real("seed"), "after the largest seed");
    }

    @ParameterizedTest
    @CsvSource({
        "scene=semantics&starts=1, band and thin line: range and mean of 5 seeds",
        "scene=race&starts=1, the same with 5 seeds"
    })
    void theLossSaysHowManyTheyAreAndWhetherTheyDiffer(String address, String hint) {
        LabState state = run(address);
        Spread spread = answered(state).spread(state).orElseThrow();
        assertEquals(hint, spread.hint());
        assertTrue(spread.sentence().contains("5 runs that differ by their seed alone"), spread.sentence());
        Frame frame = state.frame(Layout.Kind.WIDE).orElseThrow();
        View loss = view("loss");
        assertTrue(
                drawn(loss, frame.before(spread)).length() > drawn(loss, frame).length());
        String reading = loss.reading(frame.before(spread).at(0));
        assertTrue(reading.contains("5 seeds: mean 1.000, from 1.000 to 1.000"), reading);
    }

    /** Mean, least and greatest by hand. */
    @Test
    void theBandReachesFromTheLeastToTheGreatest() {
        LabState state = run("scene=xor&starts=1");
        SeedRuns runs = answered(state);
        Spread spread = runs.spread(state).orElseThrow();
        double step = 50;
        List<Double> all = new ArrayList<>();
        all.add(state.story().orElseThrow().at(state.story().orElseThrow().loss(), step));
        runs.runs()
                .forEach(run -> all.add(run.orElseThrow().at(run.orElseThrow().loss(), step)));
        List<Double> said = new ArrayList<>();
        spread.reading(run -> run.loss(), step, value -> {
            said.add(value);
            return "";
        });
        double mean = all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double least = all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double greatest = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertTrue(greatest - least > 0.02, all.toString());
        assertEquals(mean, said.get(0), 0.01);
        assertEquals(least, said.get(1), 0.01);
        assertEquals(greatest, said.get(2), 0.01);
    }

    private static View view(String id) {
        return SpreadPlot.over(AllViews.ALL).stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String drawn(View view, Frame frame) {
        Box box = new Box(0, 0, 576, 240);
        SvgPen pen = new SvgPen(Palette.LIGHT);
        view.draw(pen, frame, box);
        return pen.svg(box.w(), box.h(), "");
    }
}
