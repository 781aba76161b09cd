package dynlab.view.pen;

import dynlab.numeric.Numbers;

/** Draws on a text: a scalable figure with numbers rounded to 0.1 px, the same on every machine. */
public final class SvgPen implements Pen {
    private static final String SANS = "Helvetica,Arial,'Liberation Sans',sans-serif";
    private static final String SERIF = "'Palatino Linotype',Palatino,'Book Antiqua',P052,Georgia,serif";
    /** Palatino against Helvetica's table, about. */
    private static final double SERIF_WIDER = 0.98;

    private final Palette palette;
    private final double wider;
    private final TextBoxes boxes = new TextBoxes();
    private final StringBuilder out = new StringBuilder();

    public SvgPen(Palette palette) {
        this(palette, 1);
    }

    /** A pen whose sans is wider than Helvetica by a factor: what a visitor's font may do to a layout. */
    public SvgPen(Palette palette, double wider) {
        this.palette = palette;
        this.wider = wider;
    }

    @Override
    public Palette palette() {
        return palette;
    }

    @Override
    public TextBoxes boxes() {
        return boxes;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        out.append("<path d=\"M");
        point(x1, y1);
        out.append('L');
        point(x2, y2);
        out.append('"');
        stroke(stroke);
        out.append("/>\n");
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        if (to - from < 2) {
            return;
        }
        out.append("<path d=\"");
        path(xs, ys, from, to);
        out.append('"');
        stroke(stroke);
        out.append("/>\n");
    }

    @Override
    public void area(double[] xs, double[] ys, int n, Paint fill) {
        out.append("<path d=\"");
        path(xs, ys, 0, n);
        out.append("Z\"");
        fill(fill);
        out.append("/>\n");
    }

    @Override
    public void segments(double[] ends, int n, Stroke stroke) {
        out.append("<path d=\"");
        for (int i = 0; i < 4 * n; i += 4) {
            out.append('M');
            point(ends[i], ends[i + 1]);
            out.append('L');
            point(ends[i + 2], ends[i + 3]);
        }
        out.append('"');
        stroke(stroke);
        out.append("/>\n");
    }

    private void path(double[] xs, double[] ys, int from, int to) {
        String last = "";
        for (int i = from; i < to; i++) {
            String next = number(xs[i]) + " " + number(ys[i]);
            // a point that rounds to the one before adds nothing
            if (i == from || !next.equals(last) || i == to - 1) {
                out.append(i == from ? 'M' : 'L').append(next);
            }
            last = next;
        }
    }

    @Override
    public void rect(Box box, double radius, Paint fill) {
        out.append("<rect");
        box(box, radius);
        fill(fill);
        out.append("/>\n");
    }

    @Override
    public void frame(Box box, double radius, Stroke stroke) {
        out.append("<rect");
        box(box, radius);
        stroke(stroke);
        out.append("/>\n");
    }

    @Override
    public void circle(double x, double y, double radius, Paint fill, Stroke rim) {
        out.append("<circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        fill(fill);
        if (!rim.equals(Stroke.NONE)) {
            rim(rim);
        }
        out.append("/>\n");
    }

    /** A path in its own words, filled without smoothing, so that tiles have no seams. */
    public void tiles(String path, Paint fill) {
        out.append("<path d=\"").append(path).append('"');
        fill(fill);
        out.append(" shape-rendering=\"crispEdges\"/>\n");
    }

    @Override
    public double width(String words, TextStyle style) {
        double width = Widths.of(words, style.bold()) * palette.size(style.type());
        return style.serif() ? width * SERIF_WIDER : width * wider;
    }

    @Override
    public void text(String words, double x, double y, TextStyle style) {
        if (words.isEmpty()) {
            return;
        }
        boxes.add(words, box(words, x, y, style));
        open(x, y, style);
        out.append(escaped(words)).append("</text>\n");
    }

    /** One element, so that the parts meet whatever the font. */
    @Override
    public void row(double x, double y, TextStyle style, String... parts) {
        TextStyle plain = style.strong(false);
        open(x, y, plain);
        double at = x;
        for (int i = 0; i < parts.length; i++) {
            TextStyle set = style.strong(i % 2 == 1);
            boxes.add(parts[i], box(parts[i], at, y, set));
            at += width(parts[i], set);
            String open = set.bold() ? "<tspan font-weight=\"600\">" : "";
            out.append(open).append(escaped(parts[i])).append(set.bold() ? "</tspan>" : "");
        }
        out.append("</text>\n");
    }

    private void open(double x, double y, TextStyle style) {
        out.append("<text");
        if (style.turned()) {
            out.append(" transform=\"translate(");
            point(x, y);
            out.append(") rotate(-90)\"");
        } else {
            attribute("x", x);
            attribute("y", y);
        }
        attribute("font-size", palette.size(style.type()));
        if (style.serif()) {
            out.append(" font-family=\"").append(SERIF).append('"');
        }
        if (style.bold()) {
            out.append(" font-weight=\"600\"");
        }
        switch (style.anchor()) {
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
            case START -> {}
        }
        fill(style.paint());
        if (style.halo()) {
            out.append(" paint-order=\"stroke\" stroke=\"")
                    .append(colour(palette.rgb(Ink.BG)))
                    .append("\" stroke-width=\"4\" stroke-linejoin=\"round\"");
        }
        out.append(" xml:space=\"preserve\">");
    }

    /** All that was drawn, as a file of that size on the palette's ground. */
    public String svg(double width, double height, String description) {
        String ground = "<rect width=\"" + number(width) + "\" height=\"" + number(height) + "\" fill=\""
                + colour(palette.rgb(Ink.BG)) + "\"/>\n";
        return file(width, height, description, ground);
    }

    /** The same on no ground; it may be stretched. */
    public String bare(double width, double height, String description) {
        return file(width, height, description, "").replaceFirst(" role=", " preserveAspectRatio=\"none\" role=");
    }

    private String file(double width, double height, String description, String ground) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" role=\"img\" font-family=\"" + SANS
                + "\" font-variant-numeric=\"tabular-nums\">\n<title>" + escaped(description) + "</title>\n" + ground
                + out + "</svg>\n";
    }

    private void box(Box box, double radius) {
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.w());
        attribute("height", box.h());
        if (radius > 0) {
            attribute("rx", radius);
        }
    }

    private void fill(Paint paint) {
        out.append(" fill=\"").append(colour(palette.rgb(paint))).append('"');
        if (paint.alpha() < 1) {
            out.append(" fill-opacity=\"").append(hundredths(paint.alpha())).append('"');
        }
    }

    private void stroke(Stroke stroke) {
        out.append(" fill=\"none\"");
        rim(stroke);
        if (stroke.round()) {
            out.append(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        }
    }

    private void rim(Stroke stroke) {
        out.append(" stroke=\"").append(colour(palette.rgb(stroke.paint()))).append('"');
        out.append(" stroke-width=\"")
                .append(hundredths(palette.width(stroke.weight())))
                .append('"');
        if (stroke.dash() != Stroke.Dash.SOLID) {
            out.append(" stroke-dasharray=\"");
            point(stroke.dash().on(), stroke.dash().off());
            out.append('"');
        }
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private void point(double x, double y) {
        out.append(number(x)).append(' ').append(number(y));
    }

    public static String number(double value) {
        return Numbers.plain(value, 1);
    }

    /** Of what is not negative: whole, or with both decimals. */
    private static String hundredths(double value) {
        String text = Numbers.fixed(value, 2);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String colour(int rgb) {
        String digits = Integer.toHexString(rgb);
        return "#" + "000000".substring(digits.length()) + digits;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
