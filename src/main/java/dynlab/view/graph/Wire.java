package dynlab.view.graph;

import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;

/** A connection on the sheet: a curve that leaves a box to the right and enters another from the left. */
public record Wire(double x1, double y1, double x2, double y2) {
    private static final int PARTS = 28;

    private double reach() {
        double across = Math.abs(x2 - x1) / 2;
        // one that runs backwards swings out a little on both sides
        return x2 > x1 ? Math.max(12, across) : Math.max(40, Math.min(120, across));
    }

    public double xAt(double t) {
        double u = 1 - t;
        double reach = reach();
        double first = 3 * u * u * t;
        double second = 3 * u * t * t;
        return u * u * u * x1 + first * (x1 + reach) + second * (x2 - reach) + t * t * t * x2;
    }

    public double yAt(double t) {
        double u = 1 - t;
        double start = u * u * u + 3 * u * u * t;
        double end = 3 * u * t * t + t * t * t;
        return start * y1 + end * y2;
    }

    /** How far a point is from it. */
    public double distance(double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i <= PARTS; i++) {
            double t = i / (double) PARTS;
            double dx = xAt(t) - x;
            double dy = yAt(t) - y;
            least = Math.min(least, Math.sqrt(dx * dx + dy * dy));
        }
        return least;
    }

    /** Draws it as a thin line. */
    public void line(Pen pen, Stroke stroke) {
        double[] xs = new double[PARTS + 1];
        double[] ys = new double[PARTS + 1];
        for (int i = 0; i <= PARTS; i++) {
            xs[i] = xAt(i / (double) PARTS);
            ys[i] = yAt(i / (double) PARTS);
        }
        pen.polyline(xs, ys, 0, PARTS + 1, stroke);
    }

    /** Draws it as a band of that thickness in px; a pen has few line weights, and counts are many. */
    public void band(Pen pen, double thickness, Paint fill) {
        int n = PARTS + 1;
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double t = i / (double) PARTS;
            double before = Math.max(0, t - 0.01);
            double after = Math.min(1, t + 0.01);
            double dx = xAt(after) - xAt(before);
            double dy = yAt(after) - yAt(before);
            double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
            double half = thickness / 2;
            double sideX = -dy / length * half;
            double sideY = dx / length * half;
            xs[i] = xAt(t) + sideX;
            ys[i] = yAt(t) + sideY;
            xs[2 * n - 1 - i] = xAt(t) - sideX;
            ys[2 * n - 1 - i] = yAt(t) - sideY;
        }
        pen.area(xs, ys, 2 * n, fill);
    }
}
