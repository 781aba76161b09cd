package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Download;
import dynlab.browser.dom.QrSquare;
import dynlab.words.Words;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** A link as a code for the camera of a phone. */
final class Camera {
    private final HTMLElement room;

    Camera(HTMLElement parent) {
        room = Dom.make("div", "camera", parent);
    }

    void show(String link) {
        Dom.empty(room);
        Optional<QrSquare> code = QrSquare.of(link);
        if (code.isEmpty()) {
            Dom.text(Dom.make("p", "cap", room), Words.say("share.link.too-long-for-code"));
            return;
        }
        QrSquare square = code.get();
        square.place(room);
        HTMLElement beside = Dom.make("div", "", room);
        Dom.text(Dom.make("p", "cap", beside), Words.say("share.link.code-says"));
        Widgets.button(
                beside,
                "btn line",
                Words.say("share.link.save-code"),
                () -> Download.text("dynlab-link.svg", "image/svg+xml", square.svg()));
    }
}
