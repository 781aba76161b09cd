package dynlab.browser.build;

import dynlab.app.build.BuildEvent;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.HotKeys;
import dynlab.browser.dom.Menu;
import dynlab.browser.dom.Player;
import dynlab.browser.dom.Theme;
import dynlab.browser.dom.ViewMenu;
import dynlab.drawing.GateSearch;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Presets;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The header's buttons, the tabs, the theme, and the keys that hold everywhere. */
final class BuildControls implements BuildPanel {
    private final Builder builder;
    private final Player player;
    private final HTMLElement root = Dom.find("build");
    private final HTMLElement tabs = Dom.find("tabs");
    private final HTMLElement seek = Dom.find("seek");

    BuildControls(Builder builder, Player player) {
        this.builder = builder;
        this.player = player;
        HTMLElement presets = Dom.find("preset");
        for (Presets.Preset preset : Presets.ALL) {
            Menu.fill(presets, new String[] {preset.id()}, new String[] {Words.say(preset.title())});
        }
        Dom.on(presets, "change", e -> {
            String id = Dom.value(presets);
            Dom.value(presets, "");
            if (!id.isEmpty()) {
                builder.open(Builder.preset(id), Words.say("build.build-controls.started", id));
            }
        });
        Dom.on(Dom.find("undo"), "click", e -> builder.send(new BuildEvent.Undo()));
        Dom.on(Dom.find("redo"), "click", e -> builder.send(new BuildEvent.Redo()));
        Dom.on(Dom.find("arrange"), "click", e -> {
            builder.send(new BuildEvent.Arranged(true));
            builder.edit(GraphEdit::arrange);
        });
        Dom.on(seek, "click", e -> builder.door().seek());
        HTMLElement help = Dom.find("keys");
        Dom.on(Dom.find("help"), "click", e -> Dom.showDialog(help));
        Dom.on(Dom.find("keys-close"), "click", e -> Dom.closeDialog(help));
        HotKeys.wire(this::key);
        wireTabs();
        ViewMenu.wire(name -> showTheme());
        Dom.whenMatches("(prefers-color-scheme: dark)", this::showTheme);
        Dom.whenMatches("(resolution: 1dppx)", builder::drawSoon);
        showTheme();
    }

    private void key(Dom.Event event) {
        boolean command = event.isCtrlKey() || event.isMetaKey();
        HTMLElement target = event.getTarget();
        String key = event.getKey();
        if (command && (key.equals("z") || key.equals("Z")) && !Dom.takesLetters(target)) {
            if (event.isShiftKey()) {
                builder.send(new BuildEvent.Redo());
            } else {
                builder.send(new BuildEvent.Undo());
            }
            event.preventDefault();
        } else if (command && key.equals("y") && !Dom.takesLetters(target)) {
            builder.send(new BuildEvent.Redo());
            event.preventDefault();
        } else if (key.equals("?") && !Dom.takesLetters(target)) {
            Dom.showDialog(Dom.find("keys"));
            event.preventDefault();
        } else if (!Dom.takesKeys(target) && !(key.equals(" ") && Dom.isButton(target)) && player.key(event)) {
            event.preventDefault();
        }
    }

    private void wireTabs() {
        var buttons = tabs.querySelectorAll("button");
        for (int i = 0; i < buttons.getLength(); i++) {
            HTMLElement button = buttons.get(i);
            HTMLElement left = buttons.get((i + buttons.getLength() - 1) % buttons.getLength());
            HTMLElement right = buttons.get((i + 1) % buttons.getLength());
            Dom.on(button, "click", e -> choose(button));
            Dom.on(button, "keydown", e -> {
                HTMLElement next =
                        e.getKey().equals("ArrowLeft") ? left : e.getKey().equals("ArrowRight") ? right : button;
                if (next != button) {
                    choose(next);
                    next.focus();
                    e.preventDefault();
                    e.stopPropagation();
                }
            });
        }
    }

    private void choose(HTMLElement chosen) {
        var buttons = tabs.querySelectorAll("button");
        for (int i = 0; i < buttons.getLength(); i++) {
            HTMLElement button = buttons.get(i);
            Dom.attribute(button, "aria-selected", button == chosen ? "true" : "false");
            button.setTabIndex(button == chosen ? 0 : -1);
        }
        Dom.attribute(root, "data-tab", chosen.getAttribute("data-tab"));
        builder.drawSoon();
    }

    private void showTheme() {
        Theme.dress(ViewMenu.current(), builder::palette);
    }

    @Override
    public void draw() {
        Dom.toggle(Dom.find("undo"), "disabled", !builder.state().history().canUndo());
        Dom.toggle(Dom.find("redo"), "disabled", !builder.state().history().canRedo());
        Dom.attribute(Dom.find("arrange"), "aria-pressed", builder.state().arranged() ? "true" : "false");
        // not quite disabled: it can be reached, and says why it does nothing
        String why = GateSearch.obstacle(builder.drawing()).map(Words::say).orElse("");
        Dom.attribute(seek, "aria-disabled", why.isEmpty() ? "false" : "true");
        seek.setTitle(why.isEmpty() ? Words.say("build.build-controls.train-lab-look") : why);
    }
}
