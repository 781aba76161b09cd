package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The link to a drawing that is no experiment yet: it has nothing else to give away. */
final class DraftTab implements ShareTab {
    private final String link;
    private final String lacks;

    /**
     * @param link empty if the drawing is too large for one
     * @param lacks why it is no experiment
     */
    DraftTab(String link, String lacks) {
        this.link = link;
        this.lacks = lacks;
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
        if (link.isEmpty()) {
            Dom.text(Dom.make("p", "serif", panel), Words.say("share.link.too-large"));
            return;
        }
        Dom.text(
                Dom.make("p", "serif", panel),
                Words.say("share.link.sees-drawing") + " " + Words.say("share.link.in-the-address"));
        new CopyBox(panel, Words.say("share.link.link")).show(link);
        Dom.text(Dom.make("p", "cap", panel), Words.say("share.link.draft", lacks));
        new Camera(panel).show(link);
    }
}
