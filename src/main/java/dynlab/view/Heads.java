package dynlab.view;

/** The head of a panel: its name, and what it shows in a few quieter words where there is room. */
final class Heads {
    private Heads() {}

    /** Draws a head with its base line at {@code y}; returns where its words end. */
    static double draw(Pen pen, String name, String hint, double x, double y, double right) {
        pen.text(name, x, y, TextStyle.HEAD);
        double end = x + pen.width(name, TextStyle.HEAD);
        TextStyle quiet = TextStyle.TICK.haloed();
        double width = pen.width(hint, quiet);
        if (!hint.isEmpty() && end + 9 + width <= right) {
            pen.text(hint, end + 9, y, quiet);
            end = end + 9 + width;
        }
        return end;
    }
}
