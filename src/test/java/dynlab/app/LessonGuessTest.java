package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Guess;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lesson may have a guess of its own: it is given by a word, kept in the link, and answered by the runs on screen. */
final class LessonGuessTest {
    @ParameterizedTest
    @CsvSource({
        // what the lessons are about, and settings at which they end the other way
        "scene=routing&seeds=0, no, yes",
        "scene=routing&seeds=0&trained=1&epochs=1500, yes, no",
        "scene=race, 1, 3",
        "scene=regression, no, yes",
        "scene=regression&middle=1, yes, no",
        "scene=init-scale, 1, 2",
        "scene=init-scale&gamma=1e-12&middle=1e-9&large=1e-6, 2, 1",
        "scene=xor, no, yes",
        "scene=xor&rate=0.05&epochs=20, yes, no"
    })
    void theRunsOnScreenSayWhichChoiceWasRight(String address, String guess, String right) {
        LabState before = LabRuns.run(LabRuns.opened(address + "&hide-future=1"));
        assertTrue(before.covered());
        assertEquals("", before.reply());
        LabState after =
                LabRuns.LABORATORY.on(before, new Event.GuessMade(guess)).state();
        assertFalse(after.covered());
        assertEquals(guess, after.guess());
        assertTrue(after.reply().startsWith("You said: " + words(after, guess) + "."), after.reply());
        assertTrue(after.reply().contains("This run says: " + words(after, right) + "."), after.reply());
        assertEquals(guess, after.link().look().get("guess"));
        LabState again = LabRuns.run(LabRuns.opened(LabRuns.ALL.bare(after.address()) + "&guess=" + guess));
        assertEquals(after.reply(), again.reply());
    }

    private static String words(LabState state, String key) {
        return Guess.choice(state.choices(), key).orElseThrow().words();
    }

    @Test
    void aWordThatIsNoChoiceIsNoGuessAndIsSaidToBeNone() {
        LabState state = LabRuns.opened("scene=race");
        assertEquals(
                "",
                LabRuns.LABORATORY.on(state, new Event.GuessMade("yes")).state().guess());
        assertEquals(1, LabRuns.ALL.parse("scene=race&guess=yes").problems().size());
        assertTrue(LabRuns.ALL.parse("scene=race&guess=yes").problems().get(0).contains("1, 2, 3"));
        assertEquals(List.of(), LabRuns.ALL.parse("scene=race&guess=2").problems());
        // the choices follow the settings: of six domains there are four kinds of paths
        assertEquals(
                List.of(), LabRuns.ALL.parse("scene=race&domains=6&guess=4").problems());
        assertEquals(1, LabRuns.ALL.parse("scene=shark&guess=2").problems().size());
    }

    @Test
    void choicesHaveKeysAndWordsOfTheirOwnInEveryLesson() {
        int guesses = 0;
        for (Scene scene : Scenes.ALL) {
            List<Guess.Choice> choices = Guess.choices(scene, SceneConfig.initial(scene.knobs()));
            Set<String> keys = new HashSet<>();
            Set<String> words = new HashSet<>();
            choices.forEach(choice -> {
                keys.add(choice.key());
                words.add(choice.words());
            });
            assertTrue(keys.size() >= 2 && keys.size() == choices.size() && words.size() == keys.size(), scene.id());
            guesses += scene.guessed(SceneConfig.initial(scene.knobs())) ? 1 : 0;
        }
        assertTrue(guesses >= 8, guesses + " lessons ask for a guess");
    }
}
