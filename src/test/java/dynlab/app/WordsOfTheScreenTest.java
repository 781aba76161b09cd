package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.DataForTests;
import dynlab.WholeRuns;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.export.SceneRun;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.ChainScene;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.Wording;
import dynlab.view.pen.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the figures, and what is spoken of them, fits the run that they show. */
@ExtendWith(DataForTests.class)
final class WordsOfTheScreenTest {
    private static final ExactDecimals DECIMALS = new ExactDecimals();
    private static final Catalogue ALL = new Catalogue(Scenes.ALL, Scenes.ALL.get(0), DECIMALS);
    private static final Laboratory LABORATORY = new Laboratory(ALL);
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\p{Z}?%");

    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    private static LabState run(String address) {
        LabState state = LABORATORY.open(ALL.parse(address), "", true).state();
        state = LABORATORY
                .on(state, new Event.NoRecordedRun(state.runs().number()))
                .state();
        if (state.computation().request() == 0) {
            state = LABORATORY.on(state, new Event.SettingsRested()).state();
        }
        int run = 0;
        List<Experiment> all = new ArrayList<>(List.of(state.runs().experiment()));
        for (Companion companion : state.runs().companions()) {
            all.add(companion.experiment());
        }
        int request = state.computation().request();
        for (var experiment : all) {
            var result = WholeRuns.of(experiment);
            state = LABORATORY
                    .on(state, new Event.RunArrived(request, run++, result, 1, true))
                    .state();
        }
        return state;
    }

    /** A sentence of one figure fits no other: none speaks of a tree where there is none, or of one thing as of many. */
    @ParameterizedTest
    @MethodSource("scenes")
    void noFigureIsSpokenOfAsOneThing(Scene scene) {
        Address address = Address.parse("scene=" + scene.id(), DECIMALS);
        var frame = SceneRun.frame(scene, address.config(), scene.opensAt(address.config()), Layout.Kind.WIDE, false);
        Layout.Arrangement views = SceneRun.views(scene, address.config());
        List<View> all = new ArrayList<>(views.centre());
        all.addAll(views.right());
        views.left().ifPresent(all::add);
        for (View view : all) {
            String words = view.describe(frame);
            assertFalse(Pattern.compile("\\b1 [a-z]+s\\b").matcher(words).find(), words);
            boolean world = view.id().equals("world");
            assertTrue(world || !words.contains("Tree of"), view.id() + ": " + words);
        }
    }

    /** A lesson that asks nothing of its items has no question on the page, and says none. */
    @ParameterizedTest
    @MethodSource("scenes")
    void aQuestionIsSpokenOnlyWhereItIsAsked(Scene scene) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        boolean asks = SceneRun.views(scene, config).centre().contains(Views.ANSWER);
        LabState state =
                LABORATORY.open(ALL.parse("scene=" + scene.id()), "", true).state();
        String question = Wording.question(
                state.world(), state.asked().property(), state.asked().item());
        assertTrue(asks || !SpokenText.now(state).contains(question), question);
        if (asks) {
            assertTrue(question.matches("(Does|Is|Can|Do|Are|Has) .+ .+\\?"), question);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene=chain&weights=10&start=1.5&epochs=60", "scene=hierarchy&rate=0.02&epochs=100"})
    void aLossThatGrewIsNotSaidToBeLeft(String address) {
        LabState state = run(address);
        var losses = state.runs().story().orElseThrow().run().trajectory().losses();
        double share = losses[losses.length - 1] / losses[0];
        LabState end = LABORATORY
                .on(state, new Event.CursorMoved(state.runs().horizon()))
                .state();
        String words = SpokenText.now(end);
        Matcher percent = PERCENT.matcher(words);
        if (share > 1) {
            assertFalse(words.contains("of the first loss is left"), words);
        }
        while (percent.find()) {
            assertTrue(Double.parseDouble(percent.group(1)) <= 100, words);
        }
    }

    /** A search that failed is not said to be within anything. */
    @Test
    void gatesThatAreNoBetterThanControlsHaveNoDistanceInTheirBadge() {
        LabState state = run("scene=discover&task=xor&start=10000&epochs=200");
        var findings = state.runs().story().orElseThrow().run().findings().orElseThrow();
        TheoryBadge badge = TheoryBadge.of(state);
        assertTrue(findings.complete());
        assertFalse(findings.accepted(), "a large start needs no gates");
        assertEquals(TheoryBadge.Mood.BAD, badge.mood());
        assertFalse(badge.badge().contains("within"), badge.badge());
        LabState small = run("scene=discover&task=xor");
        TheoryBadge found = TheoryBadge.of(small);
        boolean accepted = small.runs()
                .story()
                .orElseThrow()
                .run()
                .findings()
                .orElseThrow()
                .accepted();
        assertEquals(accepted, found.badge().contains("within"), found.badge());
        assertNotEquals(accepted, found.mood() == TheoryBadge.Mood.BAD);
    }

    /** The best rate of the game may lie above what is stable at the minimum only while its loss stays under the mark. */
    @ParameterizedTest
    @CsvSource({"weights=50", "weights=20", "weights=5", "weights=10&start=0.9"})
    void theBestRateOfTheGameLearnsAsItsWordsSay(String settings) {
        SceneConfig config = Address.parse("scene=chain&" + settings, DECIMALS).config();
        ChainScene.Best best = ChainScene.best(config);
        assertTrue(best.epochs() >= 0, "no rate learns");
        LabState state = run("scene=chain&" + settings + "&rate=" + best.rate());
        var trajectory = state.runs().story().orElseThrow().run().trajectory();
        assertEquals(best.epochs(), ChainScene.learnedAt(trajectory));
        for (int i = trajectory.indexAt(best.epochs()); i < trajectory.count(); i++) {
            assertTrue(trajectory.loss(i) < 0.01, "t = " + trajectory.step(i));
        }
    }

    /** Both shares of the sentence are of different things, and each is a share. */
    @Test
    void sharesOfUnitsAreShares() {
        LabState state = run("scene=mixed&epochs=300");
        LabState end = LABORATORY
                .on(state, new Event.CursorMoved(state.runs().horizon()))
                .state();
        String words = SpokenText.now(end);
        Matcher percent = PERCENT.matcher(words);
        int numbers = 0;
        while (percent.find()) {
            numbers++;
            assertTrue(Double.parseDouble(percent.group(1)) <= 100, words);
        }
        assertTrue(numbers > 0, words);
        assertFalse(words.contains("Nested sets: 100 %"), words);
    }
}
