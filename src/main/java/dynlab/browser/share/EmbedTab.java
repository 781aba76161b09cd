package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** What to paste into a page so that it shows the figure. */
final class EmbedTab implements ShareTab {
    private final Shared shared;

    EmbedTab(Shared shared) {
        this.shared = shared;
    }

    @Override
    public String id() {
        return "embed";
    }

    @Override
    public String name() {
        return Words.say("share.embed.embed");
    }

    @Override
    public void fill(HTMLElement panel) {
        if (shared.linkable()) {
            new EmbedPanel(shared, panel).show();
        } else {
            Dom.text(Dom.make("p", "serif", panel), Words.say("share.link.too-large"));
        }
    }
}
