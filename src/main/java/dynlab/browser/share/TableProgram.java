package dynlab.browser.share;

import java.util.List;

/** Opens the dialog in which a table of the reader's own is read, over the page that asks for it. */
public final class TableProgram {
    private TableProgram() {}

    /**
     * Entry point, called by {@code web/boot.js} each time the dialog is asked for.
     *
     * @param args where the site is, with a slash at its end; "items", "examples" of which some numbers are asked, or
     *     "layer" with what {@link LayerData} takes
     */
    public static void main(String[] args) {
        List<String> asked = List.of(args).subList(1, args.length);
        TableUse use = asked.get(0).equals("layer")
                ? new LayerData(asked)
                : new LessonTable(asked.get(0).equals("examples"));
        Widgets.style(args[0] + "style/share.css", () -> new TableDialog(use).open());
    }
}
