package dynlab.scene;

import dynlab.experiment.Result;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a reader of a lesson says before the run is seen, and what the run says then.
 *
 * @param choices what one can say, in the order on screen
 * @param judge which of them whole runs bear out, the scene's own first; empty where they do not tell
 */
public record Guess(List<Choice> choices, Function<List<Result>, Optional<Verdict>> judge) {
    /** What one can say where a question is answered by yes or no, as every one about an item is. */
    public static final List<Choice> YES_OR_NO =
            List.of(new Choice("yes", Words.say("scene.guess.yes")), new Choice("no", Words.say("scene.guess.no")));

    public Guess {
        choices = List.copyOf(choices);
    }

    /** What a reader can say of a scene at some settings. */
    public static List<Choice> choices(Scene scene, SceneConfig config) {
        return scene.guess(config).map(Guess::choices).orElse(YES_OR_NO);
    }

    /** The one with this key. */
    public static Optional<Choice> choice(List<Choice> choices, String key) {
        for (Choice choice : choices) {
            if (choice.key().equals(key)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /**
     * One thing that one can say.
     *
     * @param key the word in the URL, stable for ever
     * @param words on screen
     */
    public record Choice(String key, String words) {}

    /**
     * What runs say.
     *
     * @param key the choice that they bear out
     * @param because a sentence with their numbers
     */
    public record Verdict(String key, String because) {}

    /** A question that is answered by yes or no. */
    static Guess yesOrNo(Function<List<Result>, Optional<Verdict>> judge) {
        return new Guess(YES_OR_NO, judge);
    }

    static Optional<Verdict> says(boolean yes, String because) {
        return Optional.of(new Verdict(yes ? "yes" : "no", because));
    }

    /** A guess and what whole runs say, in a sentence or two. */
    public String reply(Choice guess, List<Result> runs) {
        Optional<Verdict> verdict = judge.apply(runs);
        Optional<Choice> right = verdict.flatMap(said -> choice(choices, said.key()));
        return right.isPresent()
                ? Words.say(
                        "scene.guess.reply",
                        guess.words(),
                        right.get().words(),
                        verdict.get().because())
                : Words.say("scene.guess.does-not-tell", guess.words());
    }
}
