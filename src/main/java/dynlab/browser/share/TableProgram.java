package dynlab.browser.share;

/** Opens the dialog in which a table of the reader's own is read, over the page that asks for it. */
public final class TableProgram {
    private TableProgram() {}

    /**
     * Entry point, called by {@code web/boot.js} each time the dialog is asked for.
     *
     * @param args where the site is, with a slash at its end; "items", or "examples" of which some numbers are asked
     */
    public static void main(String[] args) {
        Widgets.style(args[0] + "style/share.css", () -> new TableDialog(args[1].equals("examples")).open());
    }
}
