package dynlab.browser.share;

import dynlab.browser.dom.JsDecimals;
import dynlab.experiment.Refused;
import java.util.List;

/** Opens the dialog over the page that asks for it. */
public final class ShareProgram {
    /** Whether it was open before: only then a link with pinned runs does not bring them to the front. */
    private static boolean opened;

    private ShareProgram() {}

    /**
     * Entry point, called by {@code web/boot.js} each time the dialog is asked for.
     *
     * @param args where the site is, with a slash at its end; the link to what is shown, empty if it is too large for one; the
     *     text of its file, empty if it is a lesson; "pin" if this run is to be compared
     */
    public static void main(String[] args) {
        boolean pin = args.length > 3 && args[3].equals("pin");
        String front = pin || !opened && args[1].contains("&pins=") ? "compare" : "link";
        opened = true;
        Widgets.style(
                args[0] + "style/share.css",
                () -> dialog(args[0], args[1], args[2], pin).open(front));
    }

    private static ShareDialog dialog(String site, String link, String file, boolean pin) {
        try {
            Shared shared = Shared.of(site, link, file, new JsDecimals());
            return new ShareDialog(ShareDialog.of(shared.address()), tabs(shared, pin));
        } catch (Refused refused) {
            return new ShareDialog("", List.of(new DraftTab(link, refused.line())));
        }
    }

    private static List<ShareTab> tabs(Shared shared, boolean pin) {
        return List.of(
                new LinkTab(shared),
                new EmbedTab(shared),
                new PictureTab(shared, new Taker(shared)),
                new FileTab(shared),
                new NumbersTab(shared, new Taker(shared)),
                new CodeTab(shared, new Taker(shared)),
                new CiteTab(shared, new Taker(shared)),
                new CompareTab(shared, new Taker(shared), pin));
    }
}
