package dynlab.view;

import dynlab.numeric.Numbers;
import dynlab.task.Level;
import dynlab.task.World;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.List;

/** The narrator: what the network has learned, and why it answers as it does, in words made from the world's names. */
public final class Wording {
    /** Signed answers nearer to zero than this are neither yes nor no. */
    private static final double UNDECIDED = 0.05;

    private Wording() {}

    /**
     * A property as a predicate.
     *
     * @param asks "Does", "Can" or "Is"
     * @param base what follows the item in a question: "have roots", "fly", "yellow"
     * @param many what follows several items in a statement: "have roots", "can fly", "are yellow"
     */
    public record Predicate(String asks, String base, String many) {}

    /** "has roots", "can fly", "is yellow", "flies" or a sampled feature as a predicate. */
    public static Predicate predicate(World world, int property) {
        String name = world.properties().get(property);
        if (world.nameless(property)) {
            return new Predicate(
                    Words.say("view.wording.does"),
                    Words.say("view.wording.have", name),
                    Words.say("view.wording.have", name));
        }
        if (name.startsWith("can ")) {
            return new Predicate(Words.say("view.wording.can"), name.substring(4), name);
        }
        if (name.startsWith("cannot ")) {
            return new Predicate(Words.say("view.wording.can"), Words.say("view.wording.not", name.substring(7)), name);
        }
        if (name.startsWith("is ")) {
            return new Predicate(
                    Words.say("view.wording.is"), name.substring(3), Words.say("view.wording.are", name.substring(3)));
        }
        if (name.startsWith("has ")) {
            String base = Words.say("view.wording.have", name.substring(4));
            return new Predicate(Words.say("view.wording.does"), base, base);
        }
        String base = infinitive(name);
        return new Predicate(Words.say("view.wording.does"), base, base);
    }

    /** "flies" → "fly", "hatches" → "hatch", "grows" → "grow"; only the first word is a verb. */
    private static String infinitive(String name) {
        int space = name.indexOf(' ');
        String verb = space < 0 ? name : name.substring(0, space);
        String rest = space < 0 ? "" : name.substring(space);
        if (verb.endsWith("ies")) {
            verb = verb.substring(0, verb.length() - 3) + "y";
        } else if (verb.endsWith("ches") || verb.endsWith("shes") || verb.endsWith("sses")) {
            verb = verb.substring(0, verb.length() - 2);
        } else if (verb.endsWith("s")) {
            verb = verb.substring(0, verb.length() - 1);
        }
        return verb + rest;
    }

    /** An item inside a sentence: "canary". */
    public static String inside(String name) {
        return name.isEmpty() ? name : lower(name.charAt(0)) + name.substring(1);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** "a canary", "an oak". */
    public static String article(String name) {
        return name.isEmpty() || "aeiou".indexOf(lower(name.charAt(0))) < 0
                ? Words.say("view.wording.a")
                : Words.say("view.wording.an");
    }

    /** The question as a sentence: "Can a canary fly?". */
    public static String question(World world, int property, int item) {
        Predicate predicate = predicate(world, property);
        String name = inside(world.items().get(item));
        return predicate.asks() + " " + article(name) + " " + name + " " + predicate.base() + "?";
    }

    /** For worlds whose tree has no words. */
    private static final Level NAMELESS = new Level(
            Phrase.of("view.wording.one-more-mode"),
            Phrase.of("view.wording.one-more-mode"),
            Phrase.of("view.wording.one-more-mode-learned"));

    private static Level level(World world, int level) {
        if (world.levels().isEmpty()) {
            return NAMELESS;
        }
        return world.levels().get(Math.min(level, world.levels().size() - 1));
    }

    /** What a level's distinctions are, short: "animal | plant". */
    public static String label(World world, int level) {
        return world.levels().isEmpty() ? "" : Words.say(level(world, level).label());
    }

    /** Where the run stands at a step: "Stage 2 of 4". */
    public static String stage(RunView story, double step) {
        return story.groups().isEmpty()
                ? ""
                : Words.say(
                        "view.wording.stage",
                        Integer.toString(story.stagesBy(step)),
                        Integer.toString(story.groups().size()));
    }

    /** The last stage passed, in few words: "animals and plants part". */
    public static String parted(RunView story, double step) {
        int stage = story.stagesBy(step);
        return stage == 0
                ? Words.say("view.wording.nothing-learned-yet")
                : Words.say(level(story.world(), story.stages().get(stage - 1).level())
                        .parted());
    }

    /** The last stage passed, dated: "t = 115: it tells animals from plants." */
    public static String dated(RunView story, double step) {
        int stage = story.stagesBy(step);
        if (stage == 0) {
            return "";
        }
        RunView.Stage last = story.stages().get(stage - 1);
        return "t = " + Numbers.fixed(last.step(), 0) + ": "
                + inside(Words.say(level(story.world(), last.level()).sentence()));
    }

    /** The answer in words: "yes", "half yes", "no". */
    public static String answer(boolean signed, double value) {
        double yes = signed ? value : 2 * value - 1;
        if (signed && Math.abs(value) < UNDECIDED) {
            return Words.say("view.wording.undecided");
        }
        if (signed) {
            return yes > 0 ? Words.say("view.wording.yes") : Words.say("view.wording.no");
        }
        return value < 0.06
                ? Words.say("view.wording.no")
                : value < 0.4
                        ? Words.say("view.wording.little-yes")
                        : value < 0.6
                                ? Words.say("view.wording.half-yes")
                                : value < 0.94 ? Words.say("view.wording.mostly-yes") : Words.say("view.wording.yes");
    }

    /** How the reader's guess and the network fared, once the run is at its end: "You: no. It: no, by way of yes." */
    public static String verdict(RunView story, int property, int item, double guess) {
        double[] answer = story.answer(property, item);
        if (answer.length == 0) {
            return "";
        }
        boolean signed = story.signed(property);
        double end = answer[answer.length - 1];
        boolean yes = signed ? end > 0 : end > 0.5;
        double against = 0;
        for (double value : answer) {
            double says = signed ? value : 2 * value - 1;
            against = Math.max(against, yes ? -says : says);
        }
        boolean swayed = signed && against > 0.1;
        String way = swayed ? (yes ? Words.say("view.wording.way-no") : Words.say("view.wording.way-yes")) : "";
        return (guess > 0
                ? Words.say("view.wording.you-yes", answer(signed, end), way)
                : Words.say("view.wording.you-no", answer(signed, end), way));
    }

    /**
     * Why it answers so: to a network that has passed stage l, an item is only one of its ancestor's items at level l, and
     * its answer is their mean.
     */
    public static String because(RunView story, int property, int item, double step) {
        World world = story.world();
        double[] answers = story.answer(property, item);
        if (answers.length == 0 || !story.hasLevels() || story.groups().isEmpty()) {
            return "";
        }
        double value = story.at(answers, step);
        double truth = story.truth(property, item);
        Predicate predicate = predicate(world, property);
        String name = inside(world.items().get(item));
        String subject = article(name) + " " + name;
        String answer = answer(story.signed(property), value);
        boolean undecided = story.signed(property) && Math.abs(value) < UNDECIDED;
        String says = undecided ? Words.say("view.wording.undecided-2") : Words.say("view.wording.says", answer);
        boolean wrong = story.signed(property) ? value * truth < -0.05 : truth < 0.5 && value > 0.2;
        String end = !wrong
                ? "."
                : story.signed(property) ? Words.say("view.wording.wrong-alike-not") : Words.say("view.wording.wrong");
        int stage = story.stagesBy(step);
        if (stage == 0) {
            return story.signed(property)
                    ? Words.say("view.wording.knows-nothing-yet")
                    : Words.say("view.wording.knows-nothing-yet-every", says);
        }
        int level = 0;
        for (int i = 0; i < stage; i++) {
            level = Math.max(level, story.stages().get(i).level());
        }
        int node = story.ancestor(item, level);
        List<Integer> kin = world.tree().itemsBelow(node);
        if (kin.size() == 1) {
            return Words.say("view.wording.knows-itself-now", subject, says, end);
        }
        int having = 0;
        for (int other : kin) {
            having += story.truth(property, other) > 0.5 ? 1 : 0;
        }
        String group = inside(world.tree().names().get(node));
        String count = having == 0
                ? Words.say("view.wording.none")
                : having == kin.size()
                        ? Words.say("view.wording.all")
                        : Words.say("view.wording.in", Integer.toString(having), Integer.toString(kin.size()));
        return Words.say("view.wording.one", subject, group, count, predicate.many(), says, end);
    }
}
