package dynlab.app;

import dynlab.scene.Question;
import dynlab.scene.Scene;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A question by the names of its item and property: it means the same in every world that has both, and nothing in
 * another. Empty names stand for the question that a scene opens with.
 *
 * @param item name of an item, as inside a sentence
 * @param property name of a property, as inside a sentence
 */
public record QuestionChoice(String item, String property) {
    /** The question that the scene opens with. */
    public static final QuestionChoice OPENING = new QuestionChoice("", "");

    /** The question of two places of a world; the opening one where it has no such places. */
    static QuestionChoice of(World world, int item, int property) {
        boolean there = item >= 0
                && item < world.items().size()
                && property >= 0
                && property < world.properties().size();
        return there
                ? new QuestionChoice(
                        Wording.inside(world.items().get(item)),
                        Wording.inside(world.properties().get(property)))
                : OPENING;
    }

    /** Reads {@code canary:flies} or, as it stands in the question, {@code canary:fly}; a name may hold colons of its own. Empty where the world has no such two. */
    static Optional<QuestionChoice> parse(String text, World world) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int item = index(world.items(), text.substring(0, colon));
            int property = property(world, text.substring(colon + 1));
            if (item >= 0 && property >= 0) {
                return Optional.of(of(world, item, property));
            }
        }
        return Optional.empty();
    }

    private static int property(World world, String words) {
        int named = index(world.properties(), words);
        for (int i = 0; i < world.properties().size() && named < 0; i++) {
            named = Wording.predicate(world, i).base().equals(Wording.inside(words)) ? i : named;
        }
        return named;
    }

    /** Whether a world has both names. */
    boolean known(World world) {
        return index(world.items(), item) >= 0 && index(world.properties(), property) >= 0;
    }

    /** Where it stands in a world; the scene's opening question where the world has it not. */
    Frame.Asked in(World world, Scene scene) {
        int which = index(world.items(), item);
        int what = which < 0 ? -1 : index(world.properties(), property);
        if (what >= 0) {
            return new Frame.Asked(what, which);
        }
        Question first = scene.opening(world);
        return new Frame.Asked(first.property(), first.item());
    }

    /** As it stands in an address. */
    String text() {
        return item + ":" + property;
    }

    private static int index(List<String> names, String name) {
        String inside = Wording.inside(name);
        for (int i = 0; i < names.size(); i++) {
            if (Wording.inside(names.get(i)).equals(inside)) {
                return i;
            }
        }
        return -1;
    }
}
