package dynlab.view.pen;

/** Sizes of text: the token's px, and those of the projector. */
public enum Type {
    TICK(12, 14),
    LABEL(13, 15),
    BODY(15, 17),
    QUESTION(18, 20);

    private final double size;
    private final double projected;

    Type(double size, double projected) {
        this.size = size;
        this.projected = projected;
    }

    public double size() {
        return size;
    }

    public double projected() {
        return projected;
    }
}
