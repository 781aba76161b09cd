package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.util.List;
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** The link to what is shown, and the same for a camera. */
final class LinkTab implements ShareTab {
    private final Shared shared;
    private boolean timed = true;
    private boolean checked = true;
    private boolean guessed;
    private boolean pinned;

    LinkTab(Shared shared) {
        this.shared = shared;
    }

    @Override
    public String id() {
        return "link";
    }

    @Override
    public String name() {
        return Words.say("share.link.link");
    }

    @Override
    public void fill(HTMLElement panel) {
        if (!shared.linkable()) {
            Dom.text(Dom.make("p", "serif", panel), Words.say("share.link.too-large"));
            return;
        }
        Address of = shared.address();
        HTMLElement says = Dom.make("p", "serif", panel);
        CopyBox box = new CopyBox(panel, Words.say("share.link.link"));
        HTMLElement choices = Dom.make("div", "ticks", panel);
        Camera camera = new Camera(panel);
        Runnable show = () -> {
            String link = shared.link(chosen(of));
            Dom.text(says, says(of));
            box.show(link);
            camera.show(link);
        };
        of.time()
                .ifPresent(time ->
                        Widgets.box(choices, Words.say("share.link.opens-at", Numbers.fixed(time, 0)), true, on -> {
                            timed = on;
                            show.run();
                        }));
        if (!of.digest().isEmpty()) {
            Widgets.box(choices, Words.say("share.link.checks", of.digest()), true, on -> {
                checked = on;
                show.run();
            });
        }
        if (of.look().containsKey("guess")) {
            Widgets.box(choices, Words.say("share.link.guess"), false, on -> {
                guessed = on;
                show.run();
            });
        }
        if (of.look().containsKey("pins")) {
            Widgets.box(choices, Words.say("share.link.pins"), false, on -> {
                pinned = on;
                show.run();
            });
        }
        show.run();
    }

    private Address chosen(Address of) {
        Address link = timed ? of : new Address(of.scene(), of.config(), OptionalDouble.empty(), of.look(), List.of());
        link = checked ? link : link.looking("digest", "");
        link = pinned ? link : link.looking("pins", "");
        return guessed ? link : link.looking("guess", "");
    }

    private String says(Address of) {
        if (shared.isDrawing()) {
            return Words.say("share.link.sees-drawing") + " " + Words.say("share.link.in-the-address");
        }
        String shown = timed && of.time().isPresent()
                ? Words.say("share.link.sees-at", Numbers.fixed(of.time().getAsDouble(), 0))
                : Words.say("share.link.sees");
        return shown + " " + Words.say("share.link.in-the-address");
    }
}
