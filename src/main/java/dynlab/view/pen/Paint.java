package dynlab.view.pen;

/**
 * A colour to fill or stroke with.
 *
 * @param ink the token
 * @param strength share of it, in oklab, the rest being the ground; 0…1
 * @param ground what it is mixed with: a background
 * @param alpha opacity, 0…1; only for what must let marks through
 */
public record Paint(Ink ink, double strength, Ink ground, double alpha) {
    /** What is still to come is drawn at this strength. */
    public static final double FUTURE = 0.32;

    /** What is not meant while a mode is hovered is drawn at this strength. */
    public static final double DIMMED = 0.35;

    public static final Paint NONE = new Paint(Ink.BG, 0, Ink.BG, 0);

    public static Paint of(Ink ink) {
        return new Paint(ink, 1, Ink.BG, 1);
    }

    /** A share of the ink on the panel. */
    public static Paint tint(Ink ink, double strength) {
        return new Paint(ink, Math.max(0, Math.min(1, strength)), Ink.BG, 1);
    }

    /** The colour of a signed value in −1…1: zero is the panel. */
    public static Paint signed(double value) {
        return tint(value < 0 ? Ink.NEG : Ink.POS, Math.abs(value));
    }

    /** The same mixed with another background. */
    public Paint on(Ink background) {
        return new Paint(ink, strength, background, alpha);
    }

    /** The same weaker by a factor, mixed with its ground. */
    public Paint times(double factor) {
        return new Paint(ink, strength * factor, ground, alpha);
    }

    /** The same, transparent. */
    public Paint clear(double opacity) {
        return new Paint(ink, strength, ground, opacity);
    }
}
