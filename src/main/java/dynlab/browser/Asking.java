package dynlab.browser;

import dynlab.scene.Address;
import dynlab.scene.Question;
import dynlab.task.World;
import dynlab.view.Frame.Asked;
import dynlab.view.Wording;
import java.util.List;

/** Which question stands first, and which is left where the world changes. */
final class Asking {
    private static final int LONGEST_SHOWN = 40;

    private Asking() {}

    /** The question that an address asks as {@code ask=canary:flies}, or else the scene's first. */
    static Asked first(Address from, World of, Notices notices) {
        String ask = from.look().getOrDefault("ask", "");
        int colon = ask.indexOf(':');
        if (!ask.isEmpty()) {
            int item = index(of.items(), ask.substring(0, Math.max(0, colon)));
            int property = index(of.properties(), ask.substring(colon + 1));
            if (item >= 0 && property >= 0) {
                return new Asked(property, item);
            }
            String example =
                    Wording.inside(of.items().get(0) + ":" + of.properties().get(0));
            String shown = ask.length() > LONGEST_SHOWN ? ask.substring(0, LONGEST_SHOWN) + "…" : ask;
            notices.say(
                    "\"ask\" expects an item and a property of this world, such as " + example + "; found \"" + shown
                            + "\".",
                    false);
        }
        Question first = from.scene().opening(of);
        return new Asked(first.property(), first.item());
    }

    private static int index(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (Wording.inside(names.get(i)).equals(Wording.inside(name))) {
                return i;
            }
        }
        return -1;
    }

    /** A question, or the first of all where a world does not have it. */
    static Asked fitting(Asked asked, World of) {
        boolean fits = asked.property() < of.properties().size()
                && asked.item() < of.items().size();
        return fits ? asked : new Asked(0, 0);
    }
}
