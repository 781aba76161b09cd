package dynlab.view.pen;

/**
 * How a line is drawn.
 *
 * @param paint its colour
 * @param weight its width
 * @param dash its dashes
 */
public record Stroke(Paint paint, Weight weight, Dash dash) {
    public static final Stroke NONE = new Stroke(Paint.NONE, Weight.HAIR, Dash.SOLID);
    public static final Stroke GRID = of(Ink.LINE, Weight.HAIR);
    public static final Stroke AXIS = of(Ink.LINE_2, Weight.AXIS);
    public static final Stroke NOW = of(Ink.NOW, Weight.NOW);
    public static final Stroke THEORY = new Stroke(Paint.of(Ink.THEORY), Weight.THEORY, Dash.THEORY);

    /** Pattern of a line: on and off lengths in px. */
    public enum Dash {
        SOLID(0, 0),
        THEORY(4, 5),
        RIVAL(9, 5),
        GUESS(1.5, 4),
        DIVERGED(2, 3),
        FIFTH(6, 3),
        SIXTH(3, 2),
        SEVENTH(1.5, 2);

        private final double on;
        private final double off;

        Dash(double on, double off) {
            this.on = on;
            this.off = off;
        }

        public double on() {
            return on;
        }

        public double off() {
            return off;
        }
    }

    public static Stroke of(Ink ink, Weight weight) {
        return new Stroke(Paint.of(ink), weight, Dash.SOLID);
    }

    public static Stroke of(Paint paint, Weight weight) {
        return new Stroke(paint, weight, Dash.SOLID);
    }

    /**
     * The line of the k-th of several categories. From the fifth on its dashes tell it too, for eyes and printers that know
     * fewer colours.
     */
    public static Stroke category(int k, Weight weight) {
        Dash dash = k < 4 ? Dash.SOLID : k == 4 ? Dash.FIFTH : k == 5 ? Dash.SIXTH : Dash.SEVENTH;
        return new Stroke(Paint.of(Ink.category(k)), weight, dash);
    }

    /** The same in another colour. */
    public Stroke paint(Paint other) {
        return new Stroke(other, weight, dash);
    }

    public Stroke dashed(Dash pattern) {
        return new Stroke(paint, weight, pattern);
    }

    /** Solid lines have round ends, so that a line that begins in another has no notch. */
    public boolean round() {
        return dash == Dash.SOLID;
    }
}
