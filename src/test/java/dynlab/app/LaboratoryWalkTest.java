package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Address;
import dynlab.scene.Narration;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Layout;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, what is on screen belongs together. */
final class LaboratoryWalkTest {
    private static final int EVENTS = Integer.getInteger("walk.events", 40_000);
    private static final int RARELY = 50;
    private static final Pattern DATED = Pattern.compile("t = (\\d+)");

    private final Set<Integer> requests = new HashSet<>();
    /** Settings of the scene when it was opened, to which undoing leads. */
    private SceneConfig first = LaboratoryWalk.setup("").config();

    @ParameterizedTest
    @ValueSource(ints = {1, 20261128, 77, 4711})
    void aHundredThousandEventsLeaveNothingOnScreenThatIsNotOfTheRunAndTheSettings(int seed) {
        LaboratoryWalk walk = new LaboratoryWalk(Integer.getInteger("walk.seed", seed));
        Transition<LabState, Effect> transition = walk.open();
        first = transition.state().config();
        for (int k = 0; k < EVENTS; k++) {
            LabState before = transition.state();
            Event event = walk.next(before);
            String where =
                    "seed " + seed + ", event " + k + ": " + event.getClass().getSimpleName();
            transition = walk.noted(walk.laboratory().on(before, event));
            requestsAreNew(transition, where);
            staleAnswersAreDropped(before, event, transition.state(), where);
            picturesAreOfOneRun(transition.state(), where);
            wordsAreOfThisRun(transition.state(), where);
            noticesAreOfThisRun(transition.state(), where);
            if (transition.state().address().scene() != before.address().scene()) {
                first = transition.state().config();
            }
            if (k % RARELY == 0) {
                theAddressIsTheState(walk.laboratory(), transition.state(), where);
                undoingReturnsToTheStart(walk.laboratory(), transition.state(), where);
            }
        }
    }

    private void requestsAreNew(Transition<LabState, Effect> transition, String where) {
        for (Effect effect : transition.effects()) {
            if (effect instanceof Effect.Run run) {
                assertTrue(requests.add(run.request()), where);
                assertEquals(run.request(), transition.state().computation().request(), where);
                Address asked = LaboratoryWalk.CATALOGUE.parse(run.address());
                assertEquals(transition.state().setup(), new Setup(asked.scene(), asked.config()), where);
                assertEquals(
                        transition.state().setup(), transition.state().runs().setup(), where);
            }
        }
        Phase phase = transition.state().computation().phase();
        assertEquals(
                phase == Phase.RUNNING || phase == Phase.VERIFYING,
                transition.state().computation().busy(),
                where);
    }

    private static void staleAnswersAreDropped(LabState before, Event event, LabState after, String where) {
        if (event instanceof Event.RunArrived answer
                && answer.request() != before.computation().request()) {
            assertSame(before, after, where);
        }
        if (event instanceof Event.RecordedRunArrived recorded
                && recorded.number() != before.runs().number()) {
            assertSame(before, after, where);
        }
    }

    private static void picturesAreOfOneRun(LabState state, String where) {
        double step = state.view().step();
        assertTrue(step >= 0 && step <= Math.max(state.runs().horizon(), horizon(state)), where);
        Optional<Frame> frame = state.frame(Layout.Kind.WIDE);
        assertEquals(state.shown().isPresent(), frame.isPresent(), where);
        if (frame.isEmpty()) {
            return;
        }
        RunSet shown = state.shown().orElseThrow();
        RunView run = frame.get().story();
        assertEquals(
                shown.setup().scene().world(shown.setup().config()).items(),
                run.world().items(),
                where);
        assertEquals(
                shown.setup().scene().world(shown.setup().config()).properties(),
                run.world().properties(),
                where);
        assertEquals(
                shown.setup().scene().name(shown.setup().config()), frame.get().name(), where);
        assertEquals(state.world(), run.world(), where);
        assertTrue(frame.get().asked().property() < run.world().properties().size(), where);
        assertTrue(frame.get().asked().item() < run.world().items().size(), where);
        assertTrue(frame.get().step() <= run.horizon(), where);
        for (int k = 0; k < frame.get().rivals().size(); k++) {
            assertEquals(
                    shown.setup()
                            .scene()
                            .companions(shown.setup().config())
                            .get(k)
                            .name(),
                    frame.get().rivals().get(k).name(),
                    where);
        }
        // what the pictures are of is what the knobs say, or it is marked as what was before
        assertTrue(state.stale() || shown.setup().equals(state.setup()), where);
        boolean same = state.covered() ? shown.number() == state.runs().number() : shown == state.runs();
        assertTrue(state.stale() || same, where);
    }

    private static double horizon(LabState state) {
        return state.story().map(RunView::horizon).orElse(0.0);
    }

    private static void wordsAreOfThisRun(LabState state, String where) {
        Narration words = Narrator.of(state);
        TheoryBadge theory = TheoryBadge.of(state);
        DigestWords digest = DigestWords.of(state);
        if (state.stale()) {
            assertEquals("", words.happened(), where);
            assertEquals(TheoryBadge.Mood.TODO, theory.mood(), where);
            assertEquals("", digest.digits(), where);
            return;
        }
        RunView run = state.runs().story().orElseThrow();
        if (state.runs().complete()) {
            assertEquals(
                    "d1-" + digest.digits(), run.run().trajectory().digest().orElseThrow(), where);
        } else {
            assertEquals("", digest.digits(), where);
            assertEquals(TheoryBadge.Mood.TODO, theory.mood(), where);
        }
        if (run.divergedAt() >= 0) {
            assertFalse(SpokenText.finished(state).startsWith("Run finished"), where);
            assertFalse(theory.badge().equals("exact") && state.runs().complete(), where);
        }
        if (!run.reaches(state.view().step())) {
            boolean over = words.stage().equals("Diverged");
            assertTrue(over || words.because().startsWith("What comes later has not been computed"), where + words);
        } else if (state.address().scene().id().equals("hierarchy")) {
            Matcher dated = DATED.matcher(words.happened());
            if (dated.find()) {
                int said = Integer.parseInt(dated.group(1));
                assertTrue(
                        run.stages().stream().anyMatch(stage -> Math.abs(stage.step() - said) <= 0.5), where + words);
            }
        }
    }

    private static void noticesAreOfThisRun(LabState state, String where) {
        assertTrue(state.notices().all().size() <= Notices.MOST, where);
        for (Notice notice : state.notices().all()) {
            if (notice.of() == Notice.Of.RUNS) {
                assertEquals(state.runs().number(), notice.number(), where + notice);
            } else if (notice.of() == Notice.Of.ADDRESS) {
                assertEquals(state.opened(), notice.number(), where + notice);
            }
        }
    }

    private static void theAddressIsTheState(Laboratory laboratory, LabState state, String where) {
        if (!state.runs().setup().equals(state.setup())) {
            return; // a knob is still moving
        }
        String text = state.link().format(LaboratoryWalk.CATALOGUE.decimals());
        Address read = LaboratoryWalk.CATALOGUE.parse(text);
        assertEquals(List.of(), read.problems(), where + text);
        LabState other = laboratory.open(read, "", false).state();
        assertEquals(state.setup(), other.setup(), where + text);
        assertEquals(
                Math.min(Math.rint(state.view().step()), state.runs().horizon()),
                other.view().step(),
                where + text);
        assertEquals(text, other.link().format(LaboratoryWalk.CATALOGUE.decimals()), where);
        if (!state.stale()) {
            assertEquals(state.asked(), other.asked(), where + text);
            assertEquals(state.guess(), other.guess(), where + text);
        }
    }

    private void undoingReturnsToTheStart(Laboratory laboratory, LabState state, String where) {
        LabState back = state;
        int steps = state.history().past().size();
        for (int k = 0; k < steps; k++) {
            back = laboratory.on(back, new Event.Undo()).state();
        }
        assertEquals(0, back.history().past().size(), where);
        if (steps < UndoHistory.MOST) {
            assertEquals(first, back.config(), where);
        }
        for (int k = 0; k < steps; k++) {
            back = laboratory.on(back, new Event.Redo()).state();
        }
        assertEquals(state.config(), back.config(), where);
    }
}
