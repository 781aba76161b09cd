package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.WholeRuns;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Narration;
import dynlab.scene.Preset;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import dynlab.task.World;
import dynlab.view.Wording;
import dynlab.view.pen.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says is true of the run on screen: sentences that once were not, each as its kind. */
final class WordsOfTheRunTest {
    private static final Catalogue ALL = new Catalogue(Scenes.ALL, Scenes.ALL.get(0), new ExactDecimals());
    private static final Laboratory LABORATORY = new Laboratory(ALL);

    private static LabState opened(String address) {
        return LABORATORY.open(ALL.parse(address), "", true).state();
    }

    /** A laboratory whose runs have all been computed. */
    private static LabState run(String address) {
        return answered(start(opened(address)));
    }

    private static LabState start(LabState state) {
        return state.computation().busy()
                ? state
                : LABORATORY
                        .on(state, new Event.NoRecordedRun(state.runs().number()))
                        .state();
    }

    private static LabState answered(LabState asked) {
        LabState state = asked;
        int request = asked.computation().request();
        assertTrue(request > 0, "nothing was asked");
        for (int run = 0; run < asked.runs().parts().size(); run++) {
            Experiment of = run == 0
                    ? asked.runs().experiment()
                    : asked.runs().companions().get(run - 1).experiment();
            Result result = WholeRuns.of(of);
            state = LABORATORY
                    .on(state, new Event.RunArrived(request, run, result, 1, true))
                    .state();
        }
        return state;
    }

    private static LabState at(LabState state, double step) {
        return LABORATORY.on(state, new Event.CursorMoved(step)).state();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits", "routing", "init-scale", "race", "regimes"})
    void theNameOfARunIsThatOfItsSettingsForEveryPreset(String id) {
        Scene scene = Scenes.byId(id).orElseThrow();
        LabState state = opened("scene=" + id);
        for (Preset preset : scene.presets()) {
            Address next = ALL.parse("scene=" + id + "&" + preset.address());
            state = LABORATORY.on(state, new Event.AddressOpened(next, "")).state();
            assertEquals(scene.name(next.config()), state.runs().name(), preset.name());
            assertEquals(next.config(), state.runs().setup().config(), preset.name());
        }
    }

    @Test
    void aTypedStartIsTheOneThatIsNamed() {
        LabState state = run("scene=init-scale&gamma=1e-15&epochs=50");
        assertEquals("γ = 10⁻¹⁵", state.frame(Layout.Kind.WIDE).orElseThrow().name());
    }

    @Test
    void aGuessIsHeldAgainstItsOwnQuestionAlone() {
        LabState state = run("scene=shark&epochs=60&ask=shark:has bones&guess=yes&t=60");
        assertTrue(
                Narrator.of(state).because().startsWith("You: yes."),
                Narrator.of(state).because());
        World world = state.world();
        int flies = world.properties().indexOf("flies");
        int shark = world.items().indexOf("Shark");
        LabState other =
                LABORATORY.on(state, new Event.QuestionChosen(flies, shark)).state();
        assertEquals("", other.guess());
        assertFalse(
                Narrator.of(other).because().startsWith("You:"),
                Narrator.of(other).because());
        assertFalse(other.link().look().containsKey("guess"));
        int bones = world.properties().indexOf("has bones");
        assertEquals(
                "yes",
                LABORATORY
                        .on(other, new Event.QuestionChosen(bones, shark))
                        .state()
                        .guess());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=hierarchy&rate=0.02",
                "scene=chain&weights=15&rate=0.02&start=1.5",
                "scene=shark&rate=0.02&gamma=1"
            })
    void aRunThatBlewUpIsAnnouncedAsSuchAndNothingIsTicked(String address) {
        LabState state = run(address);
        int step = state.runs().story().orElseThrow().divergedAt();
        assertTrue(step >= 0, "it did not diverge");
        assertTrue(
                SpokenText.finished(state).startsWith("The run diverged at step " + step), SpokenText.finished(state));
        assertFalse(SpokenText.finished(state).contains("Stage"), SpokenText.finished(state));
        TheoryBadge theory = TheoryBadge.of(state);
        assertEquals("diverged", theory.badge());
        assertEquals(TheoryBadge.Mood.BAD, theory.mood());
        assertTrue(theory.rows().stream().allMatch(row -> row.type().contains("bad")), theory.toString());
        assertEquals("diverged", state.word());
    }

    @Test
    void itIsTheStartThatIsBlamedWhereTheRateIsStableAtTheEnd() {
        String start =
                Narrator.of(run("scene=chain&weights=15&rate=0.02&start=1.5")).because();
        // the limit there is 0.1097, the product 1.5^15 = 437.9
        assertTrue(start.contains("start is to blame") && start.contains("0.1097") && start.contains("437.9"), start);
        String rate = Narrator.of(run("scene=chain&weights=1&rate=6.2&epochs=300&t=300"))
                .because();
        assertTrue(rate.contains("overshoots") && !rate.contains("start is to blame"), rate);
    }

    @Test
    void aChainThatIsGoodAtOnceHasNoNegativeWait() {
        LabState state = run("scene=chain&weights=15&rate=0.02&start=1.05&t=600");
        Narration words = Narrator.of(state);
        assertEquals("Learned", words.stage());
        assertFalse(words.because().contains("−") || words.because().contains("-"), words.because());
    }

    @Test
    void aSingleWeightNeitherWaitsNorGrowsWithOthers() {
        LabState state = run("scene=chain&weights=1&rate=0.02");
        for (double step = 0; step <= 600; step += 4) {
            Narration words = Narrator.of(at(state, step));
            assertNotEquals("On the plateau", words.stage(), "t = " + step);
            assertFalse(words.because().contains("together"), words.because());
        }
    }

    @Test
    void aLargeStartOfExclusiveOrLeavesUnitsThatRestOnNoExample() {
        LabState large = run("scene=xor&sigma=0.3&epochs=60&t=60");
        assertFalse(
                Narrator.of(large).because().startsWith("Each unit"),
                Narrator.of(large).because());
        LabState small = run("scene=xor&t=100");
        assertTrue(
                Narrator.of(small).because().startsWith("Each unit rests on one example"),
                Narrator.of(small).because());
    }

    @Test
    void beforeThereIsARunNothingIsSaidOfOne() {
        LabState before = answered(start(opened("scene=routing&domains=2&trained=1&width=8&epochs=60&seeds=0")));
        Address next = ALL.parse("scene=routing&domains=2&trained=1&width=8&epochs=80&seeds=0&t=40");
        LabState state =
                LABORATORY.on(before, new Event.AddressOpened(next, "")).state();
        assertTrue(state.stale());
        assertEquals(new Narration("Computing", "", ""), Narrator.of(state));
        assertEquals("running", TheoryBadge.of(state).badge());
        assertEquals("", DigestWords.of(state).digits());
        for (double step = 0; step <= 60; step += 10) {
            assertFalse(Narrator.of(at(before, step)).toString().contains("0 of 0"));
        }
    }

    @Test
    void anExactShortCutIsNamedUntilTheRunItselfIsThere() {
        LabState asked = start(opened("scene=hierarchy&width=100&epochs=5000&digest=0123456789ab"));
        int request = asked.computation().request();
        Experiment experiment = asked.runs().experiment();
        Result cut = Runner.ahead(experiment).orElseThrow().complete();
        LabState ahead = LABORATORY
                .on(asked, new Event.RunArrived(request, 0, cut, 1, false))
                .state();
        assertEquals("ready", ahead.word());
        assertTrue(ahead.computation().busy()
                && ahead.runs().complete()
                && !ahead.runs().computed());
        DigestWords words = DigestWords.of(ahead);
        assertEquals("exact short cut: fewer hidden units", words.verdict());
        assertTrue(words.shown().startsWith("digest h1-"), words.shown());
        assertEquals("", words.linked());
        assertEquals("", ahead.runs().digest());
        Runner direct = Runner.of(experiment);
        direct.advance(100);
        LabState part = LABORATORY
                .on(ahead, new Event.RunArrived(request, 0, direct.result(), .1, false))
                .state();
        assertEquals(words, DigestWords.of(part));
        LabState stopped = LABORATORY.on(part, new Event.RunCancelled()).state();
        assertEquals(words, DigestWords.of(stopped));
        LabState whole = LABORATORY
                .on(part, new Event.RunArrived(request, 0, direct.complete(), 1, true))
                .state();
        assertEquals("expected 01234567", DigestWords.of(whole).verdict());
        assertFalse(whole.computation().busy());
        assertEquals(
                cut.trajectory().loss(cut.trajectory().count() - 1),
                whole.runs()
                        .story()
                        .orElseThrow()
                        .run()
                        .trajectory()
                        .loss(cut.trajectory().count() - 1),
                1e-9);
    }

    @Test
    void whatWasNotComputedIsNotSpokenOf() {
        LabState asked = start(opened("scene=depth&epochs=50&units=40&t=50"));
        Runner runner = Runner.of(asked.runs().experiment());
        runner.advance(20);
        int request = asked.computation().request();
        LabState part = LABORATORY
                .on(asked, new Event.RunArrived(request, 0, runner.result(), 0.4, false))
                .state();
        assertEquals(
                "What comes later has not been computed yet.", Narrator.of(part).because());
        LabState stopped = LABORATORY.on(part, new Event.RunCancelled()).state();
        Narration words = Narrator.of(stopped);
        assertEquals("What comes later has not been computed.", words.because());
        assertTrue(words.happened().startsWith("it stopped at t = "), words.happened());
        assertEquals("stopped", TheoryBadge.of(stopped).badge());
    }

    @Test
    void aQuestionOfMorePropertiesThanTheRunHasIsNoneUntilThatRunIsThere() {
        LabState state = run("scene=hierarchy&epochs=60");
        LabState moved = LABORATORY
                .on(state, new Event.KnobChanged(state.config().with("features", 64.0), "features"))
                .state();
        LabState due = LABORATORY.on(moved, new Event.SettingsRested()).state();
        LabState asked = LABORATORY.on(due, new Event.QuestionChosen(32, 0)).state();
        assertEquals(15, asked.world().properties().size());
        assertTrue(asked.asked().property() < 15);
        LabState there = answered(asked);
        LabState late = LABORATORY.on(there, new Event.QuestionChosen(32, 0)).state();
        assertEquals(32, late.asked().property());
        assertEquals(
                64,
                late.frame(Layout.Kind.WIDE)
                        .orElseThrow()
                        .story()
                        .world()
                        .properties()
                        .size());
        assertFalse(Wording.question(late.world(), 32, 0).isEmpty());
    }

    @Test
    void aQuestionMayBeAskedInItsOwnWords() {
        LabState state = opened("scene=hierarchy&ask=oak:grow");
        assertEquals("oak:grows", state.view().asked().text());
        assertEquals(List.of(), state.notices().all());
        assertEquals(1, opened("scene=hierarchy&ask=oak:grov").notices().all().size());
    }

    @Test
    void aTimeBeyondTheAxisIsItsEnd() {
        assertEquals(250, opened("scene=hierarchy&t=9999").view().step());
        assertEquals(
                "scene=hierarchy&t=250", opened("scene=hierarchy&t=9999").link().format(ALL.decimals()));
    }

    @Test
    void aNoticeGoesWithItsRunAndAHundredBadLinksLeaveThoseOfTheLast() {
        LabState state = start(opened("scene=hierarchy&features=10000&epochs=5000&width=100&depth=4"));
        assertEquals(Phase.ASKED, state.computation().phase());
        assertEquals(1, state.notices().all().size());
        int question = state.notices().all().get(0).id();
        for (int k = 0; k < 100; k++) {
            state = LABORATORY
                    .on(state, new Event.AddressOpened(ALL.parse("scene=xor&nonsense" + k + "=1"), ""))
                    .state();
        }
        assertEquals(1, state.notices().all().size());
        assertTrue(state.notices().all().get(0).sentence().contains("nonsense99"));
        assertEquals(
                state, LABORATORY.on(state, new Event.LongRunAllowed(question)).state());
    }

    @Test
    void theAddressThatIsOpenedLastIsTheOneThatIsRun() {
        LabState slow = start(opened("scene=hierarchy&features=200&epochs=5000"));
        int request = slow.computation().request();
        Result late = WholeRuns.of(opened("scene=hierarchy&epochs=50").runs().experiment());
        LabState next = LABORATORY
                .on(slow, new Event.AddressOpened(ALL.parse("scene=xor&epochs=30"), ""))
                .state();
        LabState after = LABORATORY
                .on(next, new Event.RunArrived(request, 0, late, 1, true))
                .state();
        assertEquals(next, after);
        assertEquals("scene=xor&epochs=30&t=15", after.link().format(ALL.decimals()));
    }

    @Test
    void presetsAskWhatTheirNamesAsk() {
        Scene shark = Scenes.byId("shark").orElseThrow();
        for (Preset preset : shark.presets()) {
            LabState state = opened("scene=shark&" + preset.address());
            String asked = Wording.question(
                    state.world(), state.asked().property(), state.asked().item());
            assertEquals(preset.name(), asked);
        }
    }

    @Test
    void anUndecidedNetworkIsSaidToBeUndecided() {
        LabState state = run("scene=shark&names=,Whale&rows=breathes air:-%2B%2B%2B----&ask=whale:breathes air");
        boolean found = false;
        for (double step = 0; step <= 250; step++) {
            String words = Narrator.of(at(state, step)).because();
            assertFalse(words.contains("says undecided"), words);
            found |= words.contains("is undecided");
        }
        assertTrue(found, "it is undecided at some time");
        assertEquals(List.of(), state.notices().all());
    }
}
