package dynlab.browser.share;

import dynlab.browser.dom.JsDecimals;
import java.util.List;

/** Opens the dialog over the page that asks for it. */
public final class ShareProgram {
    private ShareProgram() {}

    /**
     * Entry point, called by {@code web/boot.js} each time the dialog is asked for.
     *
     * @param args where the site is, with a slash at its end; the link to what is shown, empty if it is too large for one; the
     *     text of its file, empty if it is a lesson
     */
    public static void main(String[] args) {
        Shared shared = Shared.of(args[0], args[1], args[2], new JsDecimals());
        Widgets.style(
                args[0] + "style/share.css",
                () -> new ShareDialog(shared, List.of(new LinkTab(shared), new EmbedTab(shared))).open());
    }
}
