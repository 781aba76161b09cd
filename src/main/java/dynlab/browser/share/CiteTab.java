package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** What to cite for the run, and what to send along with a question about its figure. */
final class CiteTab implements ShareTab {
    private final Shared shared;
    private final Taker taker;

    CiteTab(Shared shared, Taker taker) {
        this.shared = shared;
        this.taker = taker;
    }

    @Override
    public String id() {
        return "cite";
    }

    @Override
    public String name() {
        return Words.say("share.cite.cite");
    }

    @Override
    public void closed() {
        taker.stop();
    }

    @Override
    public void fill(HTMLElement panel) {
        Widgets.head(panel, Words.say("share.cite.cite-this"));
        Dom.text(Dom.make("p", "cap", panel), Words.say("share.cite.says"));
        Waiting waiting = new Waiting(panel);
        HTMLElement made = Dom.make("div", "", panel);
        CopyBox entries = new CopyBox(made, Words.say("share.cite.entries"));
        made.setHidden(true);
        Widgets.head(panel, Words.say("share.cite.report"));
        Dom.text(Dom.make("p", "cap", panel), Words.say("share.cite.report-says"));
        CopyBox report = new CopyBox(panel, Words.say("share.cite.report"));
        report.show(report());
        waiting.begin();
        taker.take(
                "bibtex",
                answer -> {
                    waiting.end();
                    made.setHidden(false);
                    entries.show(answer.getText());
                },
                waiting::refuse);
    }

    private String report() {
        String link = shared.linkable() ? shared.link(shared.address()) : "";
        String digest = Dom.dataOf("digest");
        return Words.say("share.cite.report-version", version()) + "\n"
                + Words.say("share.cite.report-link", link.isEmpty() ? Words.say("share.link.too-large") : link) + "\n"
                + Words.say("share.cite.report-digest", digest.isEmpty() ? Words.say("share.cite.no-digest") : digest)
                + "\n"
                + Words.say("share.cite.report-browser", browser(), Dom.dataOf("worker")) + "\n";
    }

    @JSBody(script = "var m = document.querySelector('meta[name=generator]'); return m ? m.content : '';")
    private static native String version();

    @JSBody(
            script =
                    "return navigator.userAgent + ', ' + innerWidth + ' × ' + innerHeight + ', ' + (devicePixelRatio || 1) + '×';")
    private static native String browser();
}
