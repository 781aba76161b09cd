package dynlab.cli;

import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Palette;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import dynlab.view.pen.TextStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws on pixels: the same figure as {@link SvgPen}, whose widths of words it takes over, so that both are laid out alike. */
public final class ImagePen implements Pen {
    private static final List<String> SANS = List.of("Helvetica", "Arial", "Liberation Sans");
    private static final List<String> SERIF = List.of("Palatino", "P052", "Georgia", "Liberation Serif");

    private final SvgPen measure;
    private final BufferedImage image;
    private final Graphics2D graphics;

    /**
     * @param scale pixels a px
     */
    public ImagePen(Palette palette, double width, double height, double scale) {
        measure = new SvgPen(palette);
        image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.scale(scale, scale);
        graphics.setColor(new Color(palette.rgb(Ink.BG)));
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    /** The picture as a file. */
    public byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }

    @Override
    public Palette palette() {
        return measure.palette();
    }

    @Override
    public TextBoxes boxes() {
        return measure.boxes();
    }

    @Override
    public double width(String words, TextStyle style) {
        return measure.width(words, style);
    }

    private Color colour(Paint paint) {
        Color full = new Color(palette().rgb(paint));
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(255 * paint.alpha()));
    }

    private void fill(Shape shape, Paint paint) {
        graphics.setColor(colour(paint));
        graphics.fill(shape);
    }

    private void stroke(Shape shape, Stroke stroke) {
        float width = (float) palette().width(stroke.weight());
        int cap = stroke.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        int join = stroke.round() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        graphics.setStroke(
                stroke.dash() == Stroke.Dash.SOLID
                        ? new BasicStroke(width, cap, join)
                        : new BasicStroke(
                                width,
                                cap,
                                join,
                                4,
                                new float[] {
                                    (float) stroke.dash().on(),
                                    (float) stroke.dash().off()
                                },
                                0));
        graphics.setColor(colour(stroke.paint()));
        graphics.draw(shape);
    }

    private static Path2D path(double[] xs, double[] ys, int from, int to) {
        Path2D path = new Path2D.Double();
        path.moveTo(xs[from], ys[from]);
        for (int i = from + 1; i < to; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        stroke(new Line2D.Double(x1, y1, x2, y2), stroke);
    }

    @Override
    public void segments(double[] ends, int n, Stroke stroke) {
        Path2D path = new Path2D.Double();
        for (int k = 0; k < n; k++) {
            path.moveTo(ends[4 * k], ends[4 * k + 1]);
            path.lineTo(ends[4 * k + 2], ends[4 * k + 3]);
        }
        stroke(path, stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        if (to - from >= 2) {
            stroke(path(xs, ys, from, to), stroke);
        }
    }

    @Override
    public void area(double[] xs, double[] ys, int n, Paint fill) {
        if (n > 0) {
            Path2D path = path(xs, ys, 0, n);
            path.closePath();
            fill(path, fill);
        }
    }

    private static Shape shape(Box box, double radius) {
        return radius > 0
                ? new RoundRectangle2D.Double(box.x(), box.y(), box.w(), box.h(), 2 * radius, 2 * radius)
                : new Rectangle2D.Double(box.x(), box.y(), box.w(), box.h());
    }

    @Override
    public void rect(Box box, double radius, Paint fill) {
        fill(shape(box, radius), fill);
    }

    @Override
    public void frame(Box box, double radius, Stroke stroke) {
        stroke(shape(box, radius), stroke);
    }

    @Override
    public void circle(double x, double y, double radius, Paint fill, Stroke rim) {
        Shape disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        fill(disc, fill);
        if (!rim.equals(Stroke.NONE)) {
            stroke(disc, rim);
        }
    }

    @Override
    public void text(String words, double x, double y, TextStyle style) {
        if (words.isEmpty()) {
            return;
        }
        boxes().add(words, box(words, x, y, style));
        double size = palette().size(style.type());
        Font font = font(style, size);
        Shape glyphs =
                font.createGlyphVector(graphics.getFontRenderContext(), words).getOutline();
        double drawn =
                font.getStringBounds(words, graphics.getFontRenderContext()).getWidth();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        if (style.turned()) {
            place.rotate(-Math.PI / 2);
        }
        // as wide as it was laid out, whatever font there is
        place.scale(drawn > 0 ? width(words, style) / drawn : 1, 1);
        place.translate(-style.anchor().share() * drawn, 0);
        Shape placed = place.createTransformedShape(glyphs);
        if (style.halo()) {
            graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            graphics.setColor(new Color(palette().rgb(Ink.BG)));
            graphics.draw(placed);
        }
        fill(placed, style.paint());
    }

    private static Font font(TextStyle style, double size) {
        List<String> there =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        String family = (style.serif() ? SERIF : SANS)
                .stream().filter(there::contains).findFirst().orElse(style.serif() ? Font.SERIF : Font.SANS_SERIF);
        return new Font(family, style.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }
}
