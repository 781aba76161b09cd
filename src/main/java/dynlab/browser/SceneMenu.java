package dynlab.browser;

import dynlab.scene.Address;
import dynlab.scene.Preset;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The two menus of the header: which scene, and which of its presets. */
final class SceneMenu {
    private final HTMLElement scenes = Dom.find("scene-menu");
    private final HTMLElement presets = Dom.find("preset-menu");
    private final HTMLElement presetRow = Dom.find("preset-row");
    private final Chosen chosen;
    private Scene scene = Scenes.ALL.get(0);

    /** What happens when a person chooses. */
    interface Chosen {
        void go(Scene scene, Optional<Preset> preset);
    }

    SceneMenu(Chosen chosen) {
        this.chosen = chosen;
        Dom.empty(scenes);
        for (Scene each : Scenes.ALL) {
            option(scenes, each.id(), each.title());
        }
        Dom.on(scenes, "change", e -> Scenes.byId(Dom.value(scenes)).ifPresent(s -> chosen.go(s, Optional.empty())));
        Dom.on(presets, "change", e -> choosePreset());
    }

    private void choosePreset() {
        List<Preset> all = scene.presets();
        int k = Dom.number(presets);
        if (k >= 0 && k < all.size()) {
            chosen.go(scene, Optional.of(all.get(k)));
        } else {
            chosen.go(scene, Optional.empty());
        }
    }

    private static void option(HTMLElement menu, String value, String words) {
        HTMLElement option = Dom.make("option", "", menu);
        Dom.value(option, value);
        Dom.text(option, words);
    }

    /** Shows where an address is. */
    void show(Address address) {
        scene = address.scene();
        HTMLElement file = scenes.querySelector("option[value=file]");
        if (file != null) {
            file.delete();
        }
        if (Scenes.byId(scene.id()).isEmpty()) {
            option(scenes, scene.id(), scene.title());
        }
        Dom.value(scenes, scene.id());
        Dom.text(Dom.find("scene-title"), scene.title());
        Dom.empty(presets);
        List<Preset> all = scene.presets();
        presetRow.setHidden(all.isEmpty());
        option(presets, "-1", "as it opens");
        for (int k = 0; k < all.size(); k++) {
            option(presets, Integer.toString(k), all.get(k).name());
        }
        Dom.value(presets, Integer.toString(current(address)));
    }

    /** The preset that has the address's settings, or −1. */
    private static int current(Address address) {
        JsDecimals decimals = new JsDecimals();
        List<Preset> all = address.scene().presets();
        for (int k = 0; k < all.size(); k++) {
            Address preset = Address.parse(
                    "scene=" + address.scene().id() + "&" + all.get(k).address(), decimals);
            if (preset.bare(decimals).equals(address.bare(decimals))) {
                return k;
            }
        }
        return -1;
    }
}
