package dynlab.browser;

import dynlab.scene.Address;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** What an address hides and what it locks: elements by their {@code data-control}, each word independent of the others. */
final class Restrictions {
    private final HTMLElement root = Dom.find("lab");
    private List<String> locked = List.of();

    void apply(Address address) {
        List<String> hidden = words(address, "hide");
        locked = words(address, "lock");
        var all = root.querySelectorAll("[data-control]");
        for (int i = 0; i < all.getLength(); i++) {
            HTMLElement element = all.get(i);
            String word = element.getAttribute("data-control");
            Dom.toggle(element, "data-hidden", hidden.contains(word));
            Dom.toggle(element, "data-locked", locked.contains(word));
            Dom.toggle(element, "inert", locked.contains(word));
        }
    }

    /** Whether keys and pictures, too, leave that alone. */
    boolean locks(String word) {
        return locked.contains(word);
    }

    private static List<String> words(Address address, String key) {
        return address.listed(key);
    }
}
