package dynlab.view.pen;

/** A rectangle in px: left, top, width, height; y grows downwards. */
public record Box(double x, double y, double w, double h) {
    public double right() {
        return x + w;
    }

    public double bottom() {
        return y + h;
    }

    public double middleX() {
        return x + w / 2;
    }

    public double middleY() {
        return y + h / 2;
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /** Whether it lies in this box, but for {@code slack} px. */
    public boolean holds(Box inner, double slack) {
        return inner.x >= x - slack
                && inner.y >= y - slack
                && inner.right() <= right() + slack
                && inner.bottom() <= bottom() + slack;
    }

    /** Whether the two share more than {@code slack} px in both directions. */
    public boolean meets(Box other, double slack) {
        return Math.min(right(), other.right()) - Math.max(x, other.x) > slack
                && Math.min(bottom(), other.bottom()) - Math.max(y, other.y) > slack;
    }

    public Box inset(double left, double top, double right, double bottom) {
        return new Box(x + left, y + top, w - left - right, h - top - bottom);
    }
}
