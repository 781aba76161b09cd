package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** The figure as one file that runs without this site; {@code web/single.js} makes it. */
final class FileTab implements ShareTab {
    private final Shared shared;

    FileTab(Shared shared) {
        this.shared = shared;
    }

    @JSFunctor
    private interface Failed extends JSObject {
        void because(String reason);
    }

    @Override
    public String id() {
        return "file";
    }

    @Override
    public String name() {
        return Words.say("share.file.one-file");
    }

    @Override
    public void fill(HTMLElement panel) {
        Widgets.head(panel, Words.say("share.file.save-figure"));
        Dom.text(Dom.make("p", "cap", panel), Words.say("share.file.says"));
        Waiting waiting = new Waiting(panel);
        if (!shared.linkable()) {
            waiting.refuse(Words.say("share.link.too-large"));
            return;
        }
        HTMLElement row = Dom.make("div", "row saves", panel);
        Widgets.button(row, "btn primary", Words.say("share.file.save"), () -> {
            waiting.begin();
            save(
                    shared.site() + "single.js",
                    shared.query(shared.address()),
                    shared.address().scene().title(),
                    waiting::end,
                    reason -> waiting.refuse(Words.say("share.file.failed", reason)));
        });
    }

    @JSBody(
            params = {"module", "address", "title", "done", "failed"},
            script = "import(module).then(function(one) { return one.save(address, title); })"
                    + ".then(function() { done(); }, function(e) { failed(String(e && e.message || e)); });")
    private static native void save(String module, String address, String title, Dom.Action done, Failed failed);
}
