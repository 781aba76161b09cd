package dynlab.view.pen;

/** Line weights: the px of the tokens {@code --lw-…}, and those of the projector. */
public enum Weight {
    HAIR(1, 1.25),
    AXIS(1, 1.5),
    THEORY(1.25, 2),
    SIM(4, 6),
    SEED(1, 1),
    NOW(1.5, 2.5),
    /** A second run over the first, a trail, a fork: no token, but the projector widens it alike. */
    FINE(2, 3),
    TRACK(4, 6),
    /** A curve on which another lies, so that both are seen where they coincide. */
    BROAD(9, 12);

    private final double width;
    private final double projected;

    Weight(double width, double projected) {
        this.width = width;
        this.projected = projected;
    }

    public double width() {
        return width;
    }

    public double projected() {
        return projected;
    }
}
