package dynlab.view.pen;

/**
 * How words are set.
 *
 * @param type size
 * @param bold weight 600 instead of 400
 * @param serif the narrator's face instead of the instrument's
 * @param paint colour
 * @param anchor which point of the words stands at the given place
 * @param halo whether a rim in the colour of the ground keeps lines off
 * @param turned whether they run upwards
 */
public record TextStyle(
        Type type, boolean bold, boolean serif, Paint paint, Anchor anchor, boolean halo, boolean turned) {
    public static final TextStyle TICK = of(Type.TICK, Ink.INK_3);
    public static final TextStyle SMALL = of(Type.TICK, Ink.INK_2);
    public static final TextStyle NAME = of(Type.TICK, Ink.INK);
    public static final TextStyle HEAD = of(Type.LABEL, Ink.INK).strong().haloed();
    public static final TextStyle READOUT = of(Type.TICK, Ink.NOW).strong().haloed();
    public static final TextStyle QUESTION =
            new TextStyle(Type.QUESTION, false, true, Paint.of(Ink.INK), Anchor.START, true, false);

    /** Which point of a line of text is given. */
    public enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }

        /** Share of the width that lies before the point. */
        public double share() {
            return share;
        }
    }

    private static TextStyle of(Type type, Ink ink) {
        return new TextStyle(type, false, false, Paint.of(ink), Anchor.START, false, false);
    }

    public TextStyle strong() {
        return new TextStyle(type, true, serif, paint, anchor, halo, turned);
    }

    public TextStyle strong(boolean yes) {
        return new TextStyle(type, yes, serif, paint, anchor, halo, turned);
    }

    public TextStyle sized(Type size) {
        return new TextStyle(size, bold, serif, paint, anchor, halo, turned);
    }

    public TextStyle ink(Ink ink) {
        return painted(Paint.of(ink));
    }

    public TextStyle painted(Paint colour) {
        return new TextStyle(type, bold, serif, colour, anchor, halo, turned);
    }

    public TextStyle middle() {
        return new TextStyle(type, bold, serif, paint, Anchor.MIDDLE, halo, turned);
    }

    public TextStyle end() {
        return new TextStyle(type, bold, serif, paint, Anchor.END, halo, turned);
    }

    public TextStyle haloed() {
        return new TextStyle(type, bold, serif, paint, anchor, true, turned);
    }

    public TextStyle upwards() {
        return new TextStyle(type, bold, serif, paint, anchor, halo, true);
    }

    /** The space that words of this style take when they stand at (x, y). */
    public Box box(double x, double y, double width, double size) {
        double above = 0.75 * size;
        double high = 0.97 * size;
        double before = anchor.share() * width;
        return turned
                ? new Box(x - above, y - width + before, high, width)
                : new Box(x - before, y - above, width, high);
    }
}
