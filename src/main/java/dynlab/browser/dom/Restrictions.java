package dynlab.browser.dom;

import dynlab.scene.Address;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** What an address hides and what it locks: elements by their {@code data-control}, each word independent of the others. */
public final class Restrictions {
    private final HTMLElement root = Dom.find("lab");
    /** The locked words, each between commas: splitting text would bring all of Unicode into the page. */
    private String locked = "";

    public void apply(Address address) {
        String hidden = words(address, "hide");
        locked = words(address, "lock");
        Dom.style(root, "--locked", "\" (" + Words.say("page.restrictions.locked") + ")\""); // behind a name, by ui.css
        var all = root.querySelectorAll("[data-control]");
        for (int i = 0; i < all.getLength(); i++) {
            HTMLElement element = all.get(i);
            String word = element.getAttribute("data-control");
            Dom.toggle(element, "data-hidden", named(hidden, word));
            Dom.toggle(element, "data-locked", named(locked, word));
            Dom.toggle(element, "inert", named(locked, word));
        }
    }

    /** Whether keys and pictures, too, leave that alone. */
    public boolean locks(String word) {
        return named(locked, word);
    }

    private static String words(Address address, String key) {
        return "," + address.look().getOrDefault(key, "") + ",";
    }

    private static boolean named(String words, String word) {
        return words.contains("," + word + ",");
    }
}
