package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.scene.Address;
import dynlab.scene.Preset;
import dynlab.scene.Scene;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The two menus of the header: which scene, and which of its presets. */
final class SceneMenu {
    private final HTMLElement scenes = Dom.find("scene-menu");
    private final HTMLElement presets = Dom.find("preset-menu");
    private final HTMLElement presetRow = Dom.find("preset-row");
    private final Chosen chosen;
    private final PageProgram known;
    private Scene scene;

    /** What happens when a person chooses. */
    interface Chosen {
        void go(String scene, Optional<Preset> preset);
    }

    SceneMenu(PageProgram known, Chosen chosen) {
        this.known = known;
        this.chosen = chosen;
        scene = known.scenes().get(0);
        Dom.on(scenes, "change", e -> choose());
        Dom.on(presets, "change", e -> choosePreset());
    }

    private void choose() {
        String id = Dom.value(scenes);
        if (id.equals("build")) {
            // coming back, the menu is to show where it is
            Dom.value(scenes, scene.id());
            Dom.leave("../build/");
        } else {
            chosen.go(id, Optional.empty());
        }
    }

    private void choosePreset() {
        List<Preset> all = scene.presets();
        int k = Dom.number(presets);
        if (k >= 0 && k < all.size()) {
            chosen.go(scene.id(), Optional.of(all.get(k)));
        } else if (k == -1) {
            chosen.go(scene.id(), Optional.empty());
        }
    }

    private static void option(HTMLElement menu, String value, String words) {
        HTMLElement option = Dom.make("option", "", menu);
        Dom.value(option, value);
        Dom.text(option, words);
    }

    /** Whether the menu, which the build has filled with every scene, has this one. */
    static boolean offers(String id) {
        var options = Dom.find("scene-menu").querySelectorAll("option");
        for (int i = 0; i < options.getLength(); i++) {
            if (id.equals(options.get(i).getAttribute("value"))) {
                return true;
            }
        }
        return false;
    }

    /** Shows where an address is. */
    void show(Address address) {
        scene = address.scene();
        HTMLElement file = scenes.querySelector("option[value=file]");
        if (file != null) {
            file.delete();
        }
        if (!offers(scene.id())) {
            option(scenes, scene.id(), scene.heading());
        }
        Dom.value(scenes, scene.id());
        Dom.text(Dom.find("scene-title"), scene.title());
        Dom.empty(presets);
        List<Preset> all = scene.presets();
        presetRow.setHidden(all.isEmpty());
        boolean plain = address.bare(new JsDecimals()).equals("scene=" + scene.id());
        int current = plain ? -1 : current(address);
        if (current < 0 && !plain) {
            option(presets, "-2", "changed");
        }
        option(presets, "-1", Words.say("lab.scene-menu.opens"));
        for (int k = 0; k < all.size(); k++) {
            option(presets, Integer.toString(k), all.get(k).name());
        }
        Dom.value(presets, Integer.toString(current >= 0 ? current : plain ? -1 : -2));
    }

    /** The preset that has the address's settings, or −1. */
    private int current(Address address) {
        JsDecimals decimals = new JsDecimals();
        List<Preset> all = address.scene().presets();
        for (int k = 0; k < all.size(); k++) {
            Address preset = Address.parse(all.get(k).address(), decimals, address.scene(), known.scenes());
            if (preset.bare(decimals).equals(address.bare(decimals))) {
                return k;
            }
        }
        return -1;
    }
}
