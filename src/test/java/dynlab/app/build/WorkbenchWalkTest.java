package dynlab.app.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.app.Notices;
import dynlab.app.Phase;
import dynlab.app.Transition;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.History;
import dynlab.drawing.Presets;
import dynlab.drawing.RandomHand;
import dynlab.drawing.Settings;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Numbers;
import dynlab.numeric.Rng;
import dynlab.view.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order to a drawing, what is on screen belongs together. */
final class WorkbenchWalkTest {
    private static final int EVENTS = Integer.getInteger("walk.events", 25_000) / 10;
    /** A run of more weights is not needed to see whose it is. */
    private static final int MOST_WEIGHTS = 600;

    /** What the worker was asked, however late it answers. */
    private final List<BuildEffect.Run> owed = new ArrayList<>();

    private int answered;
    private int random;

    @ParameterizedTest
    @ValueSource(ints = {1, 20261129, 77})
    void thousandsOfEventsLeaveNothingOnScreenThatIsNotOfTheDrawing(int seed) {
        Rng rng = new Rng(Integer.getInteger("walk.seed", seed));
        RandomHand hand = new RandomHand(seed);
        Transition<BuildState, BuildEffect> now = Workbench.open(small(), Notices.NONE);
        for (int k = 0; k < EVENTS; k++) {
            BuildState before = now.state();
            take(now.effects());
            BuildEvent event = next(before, rng, hand);
            String where = "seed " + seed + ", event " + k + ": " + event;
            now = Workbench.on(before, event);
            follows(before, event, now.state(), where);
            holds(now.state(), where);
        }
        assertTrue(answered > 30, "only " + answered + " runs came to their end");
        assertTrue(random > 0, "every start could be aligned");
        undoReturns(now.state());
    }

    private static Drawing small() {
        Drawing chain = preset("chain");
        Settings s = chain.settings();
        return drawingWith(chain, new Settings(20, s.dt(), s.tau(), s.begin(), s.size(), s.seed()));
    }

    private static Drawing preset(String id) {
        return Presets.ALL.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow()
                .make()
                .get();
    }

    private static Drawing drawingWith(Drawing of, Settings settings) {
        return new Drawing(of.name(), of.description(), of.nodes(), of.edges(), of.contexts(), settings, of.kept());
    }

    private void take(List<BuildEffect> effects) {
        for (BuildEffect effect : effects) {
            if (effect instanceof BuildEffect.Run run) {
                owed.add(run);
                random += run.aligned() ? 0 : 1;
                if (owed.size() > 5) {
                    owed.remove(0);
                }
            }
        }
    }

    private BuildEvent next(BuildState state, Rng rng, RandomHand hand) {
        return switch (rng.nextInt(28)) {
            case 0, 1, 2, 3 -> new BuildEvent.Edited(hand.edit(state.drawing()));
            case 5 -> opened(rng);
            case 6 -> new BuildEvent.Undo();
            case 7 -> new BuildEvent.Redo();
            case 8 -> new BuildEvent.Arranged(rng.nextInt(2) == 0);
            case 9 -> selected(state, rng);
            case 10 -> new BuildEvent.ContextChosen(rng.nextInt(6) - 1);
            case 11 -> new BuildEvent.Sought(rng.nextInt(6) == 0 ? Double.NaN : rng.nextInt(900) - 50);
            case 12 -> new BuildEvent.Cancelled();
            case 13 -> new BuildEvent.Anyway();
            case 14 ->
                rng.nextInt(2) == 0 ? new BuildEvent.Said("one " + rng.nextInt(120)) : new BuildEvent.Restarted();
            case 15 ->
                rng.nextInt(3) == 0 ? new BuildEvent.Lost(rng.nextInt(40)) : new BuildEvent.Dismissed(rng.nextInt(200));
            case 16 -> new BuildEvent.Progressed(number(state, rng), 2 * rng.nextDouble() - 0.5);
            case 4, 17, 18, 19, 20 -> new BuildEvent.Due();
            default -> answer(state, rng);
        };
    }

    private static BuildEvent opened(Rng rng) {
        List<String> ids = List.of("blank", "chain", "select", "xor", "xor-relu");
        Drawing of = preset(ids.get(rng.nextInt(ids.size())));
        Settings s = of.settings();
        return new BuildEvent.Opened(
                drawingWith(of, new Settings(1 + rng.nextInt(40), s.dt(), s.tau(), s.begin(), s.size(), s.seed())),
                "opened");
    }

    private static BuildEvent selected(BuildState state, Rng rng) {
        Drawing d = state.drawing();
        if (rng.nextInt(4) == 0 || d.nodes().isEmpty()) {
            return new BuildEvent.Selected(rng.nextInt(2) == 0 ? "nobody" : BuildState.ofEdge("no>edge"));
        }
        return d.edges().isEmpty() || rng.nextInt(2) == 0
                ? new BuildEvent.Selected(
                        d.nodes().get(rng.nextInt(d.nodes().size())).id())
                : new BuildEvent.Selected(BuildState.ofEdge(
                        d.edges().get(rng.nextInt(d.edges().size())).id()));
    }

    private static int number(BuildState state, Rng rng) {
        return rng.nextInt(2) == 0 ? state.run().request() : rng.nextInt(50);
    }

    /** What the worker says to any of the last requests, or to one that there never was. */
    private BuildEvent answer(BuildState state, Rng rng) {
        if (owed.isEmpty() || rng.nextInt(8) == 0) {
            String place = rng.nextInt(2) == 0 ? "contexts[0].x" : "init.b0";
            return new BuildEvent.Refused(number(state, rng), "it was refused", place);
        }
        BuildEffect.Run of = owed.get(rng.nextInt(4) == 0 ? rng.nextInt(owed.size()) : owed.size() - 1);
        if (of.drawing().weights() > MOST_WEIGHTS) {
            return new BuildEvent.Refused(of.request(), "it is too large", "");
        }
        try {
            Runner runner = Runner.of(DrawingFile.experiment(of.drawing(), of.aligned()));
            boolean whole = rng.nextInt(3) > 0;
            if (!whole) {
                runner.advance(Math.max(1, of.drawing().settings().steps() / 3));
            }
            Result result = whole ? runner.complete() : runner.result();
            return new BuildEvent.Answered(of.request(), result, whole ? 1 : rng.nextDouble(), whole);
        } catch (Refused refused) {
            return new BuildEvent.Refused(of.request(), refused.line(), refused.place());
        }
    }

    /** What must follow from an event, by its kind. */
    private void follows(BuildState before, BuildEvent event, BuildState after, String where) {
        int request = before.run().request();
        if (event instanceof BuildEvent.Answered said) {
            if (said.request() != request) {
                assertSame(before, after, where);
            } else if (said.whole()) {
                answered++;
                assertEquals(Phase.READY, after.run().phase(), where);
                assertSame(said.result(), after.run().learned().orElseThrow().result(), where);
            }
        } else if (event instanceof BuildEvent.Refused said) {
            boolean owed = said.request() == request && request > 0;
            if (!owed) {
                assertSame(before, after, where);
            } else if (said.place().startsWith("init")
                    && before.run().aligned()
                    && before.drawing().settings().begin() == Settings.Begin.AUTO) {
                assertEquals(Phase.RUNNING, after.run().phase(), where);
                assertFalse(after.run().aligned(), where);
            } else {
                assertEquals(Phase.FAILED, after.run().phase(), where);
                assertEquals(said.sentence(), BadgeText.reason(after.run()), where);
            }
        } else if (event instanceof BuildEvent.Edited edited
                && !edited.outcome().done()) {
            assertSame(before.history(), after.history(), where);
            assertSame(before.run(), after.run(), where);
        } else if (event instanceof BuildEvent.Undo && before.history().canUndo()) {
            assertEquals(before.history(), after.history().redone(), where);
        }
    }

    /** What holds whatever has happened. */
    private static void holds(BuildState state, String where) {
        Drawing drawing = state.drawing();
        DrawnRun run = state.run();
        assertTrue(state.step() >= 0 && state.step() <= drawing.settings().steps(), where);
        assertEquals(Math.rint(state.step()), state.step(), where);
        assertTrue(state.context() >= 0 && state.context() < drawing.contexts().size(), where);
        assertTrue(
                state.selection().isEmpty()
                        || drawing.node(state.selection()).isPresent()
                        || drawing.edge(state.selectedEdge()).isPresent(),
                where);
        assertTrue(state.notices().all().size() <= Notices.MOST, where);
        assertTrue(state.history().past().size() <= History.MOST, where);
        // the run that is shown is the drawing's
        assertTrue(DrawnRunReducer.sameRun(drawing, run.of()), where);
        assertEquals(run.phase() == Phase.RUNNING, run.busy(), where);
        assertTrue(run.share() >= 0 && run.share() <= 1, where);
        Optional<Learned> learned = run.learned();
        if (learned.isPresent()) {
            assertEquals(drawing.settings().steps(), learned.get().horizon(), where);
            assertFalse(run.phase() == Phase.OPENING || run.phase() == Phase.FAILED, where);
            double[] loss = learned.get().loss();
            String summary = BadgeText.summary(run);
            if (loss.length > 0 && learned.get().divergedAt() < 0) {
                assertTrue(summary.contains(Numbers.fixed(100 * loss[loss.length - 1], 0)), where + summary);
            }
        } else {
            assertEquals("", BadgeText.summary(run), where);
            assertTrue(BadgeText.grade(run).isEmpty(), where);
        }
        assertEquals(
                run.phase() == Phase.READY && learned.isPresent() && !run.diverged(),
                "ready".equals(state.word()),
                where);
    }

    /** Everything undone leads to the oldest drawing that is remembered, everything done again to the last. */
    private static void undoReturns(BuildState last) {
        BuildState state = last;
        Drawing first = last.history().past().isEmpty()
                ? last.drawing()
                : last.history().past().get(0);
        while (state.history().canUndo()) {
            state = Workbench.on(state, new BuildEvent.Undo()).state();
        }
        assertSame(first, state.drawing());
        while (state.history().canRedo()) {
            state = Workbench.on(state, new BuildEvent.Redo()).state();
        }
        List<Drawing> future = last.history().future();
        assertEquals(future.isEmpty() ? last.drawing() : future.get(0), state.drawing());
    }

    @Test
    void aRunOfADrawingThatWasLeftIsDropped() {
        BuildState opened = Workbench.open(small(), Notices.NONE).state();
        BuildState asked = Workbench.on(opened, new BuildEvent.Due()).state();
        Result result = Runner.of(DrawingFile.experiment(small(), true)).complete();
        BuildState left =
                Workbench.on(asked, new BuildEvent.Opened(preset("select"), "")).state();
        assertSame(
                left,
                Workbench.on(left, new BuildEvent.Answered(asked.run().request(), result, 1, true))
                        .state());
        BuildState ran = Workbench.on(asked, new BuildEvent.Answered(asked.run().request(), result, 1, true))
                .state();
        assertTrue(ran.run().learned().isPresent());
        assertEquals(result.trajectory().digest().orElseThrow(), ran.digest());
        BuildState next =
                Workbench.on(ran, new BuildEvent.Opened(preset("select"), "")).state();
        assertTrue(next.run().learned().isEmpty(), "nothing is said of the run before");
        assertTrue(next.run().before().isPresent(), "but it is drawn faintly");
    }
}
