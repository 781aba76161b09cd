package dynlab.browser.share;

/** Opens the dialog with the figures of sweeps, over the lesson that asks for it. */
public final class ChartProgram {
    private ChartProgram() {}

    /**
     * Entry point, called by {@code web/boot.js} each time the dialog is asked for.
     *
     * @param args where the site is, with a slash at its end; the word of the lesson; its address, with its settings and
     *     nothing else; the text of a figure's file, empty if none was opened; the name of that file
     */
    public static void main(String[] args) {
        Widgets.style(
                args[0] + "style/share.css", () -> new ChartDialog(args[0], args[1], args[2]).open(args[3], args[4]));
    }
}
