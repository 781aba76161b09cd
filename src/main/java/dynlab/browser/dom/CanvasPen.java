package dynlab.browser.dom;

import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Palette;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextBoxes;
import dynlab.view.pen.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** Draws on a canvas, in CSS px whatever the pixels of the screen. */
public final class CanvasPen implements Pen {
    private static final int FACES = 16;
    private static final int MOST_WIDTHS = 1000;

    private final @Nullable HTMLCanvasElement canvas;
    private final CanvasRenderingContext2D context;
    private final TextBoxes boxes = new TextBoxes();
    private final List<Map<String, Double>> widths = new ArrayList<>();
    private final String[] faces = new String[FACES];
    private final List<List<Written>> written = new ArrayList<>();
    private final Map<Integer, String> colours = new HashMap<>();
    private Palette palette = Palette.LIGHT;
    private String sans = "sans-serif";
    private String serif = "serif";
    private double left;
    private double pixels = 1;
    private int face = -1;

    /** Words that wait to be written. */
    private record Written(String words, double x, double y, TextStyle style) {}

    public CanvasPen(HTMLCanvasElement canvas) {
        this(canvas, (CanvasRenderingContext2D) canvas.getContext("2d"));
    }

    /** A pen on something that takes what a canvas takes, such as one that writes a file. */
    public static CanvasPen on(CanvasRenderingContext2D context) {
        return new CanvasPen(null, context);
    }

    private CanvasPen(@Nullable HTMLCanvasElement canvas, CanvasRenderingContext2D context) {
        this.canvas = canvas;
        this.context = context;
        for (int i = 0; i < FACES; i++) {
            widths.add(new HashMap<>());
            written.add(new ArrayList<>());
        }
    }

    /** The families of the style sheet's {@code --sans} and {@code --serif}. */
    public void fonts(String sansFamily, String serifFamily) {
        sans = sansFamily;
        serif = serifFamily;
        forgetFaces();
    }

    /**
     * Clears the canvas for a picture of that size.
     *
     * @param width CSS px
     * @param height CSS px
     * @param density screen pixels to one CSS px
     */
    public void begin(double width, double height, double density, Palette colours) {
        if (colours != palette) {
            palette = colours;
            forgetFaces();
        }
        boxes.clear();
        int w = (int) Math.rint(width * density);
        int h = (int) Math.rint(height * density);
        if (canvas != null && (canvas.getWidth() != w || canvas.getHeight() != h)) {
            canvas.setWidth(w);
            canvas.setHeight(h);
        }
        pixels = Math.max(1, density);
        context.setTransform(density, 0, 0, density, 0, 0);
        context.clearRect(0, 0, width, height);
        context.setGlobalAlpha(1);
        context.setLineJoin("round");
        face = -1;
        left = 0;
    }

    /** Draws {@code x} px further right from now on; words are reported where they stand on the canvas. */
    void shift(double x) {
        left = x;
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
        // hairlines are sharp on whole pixels of the screen
        double wide = palette.width(stroke.weight());
        double half = Math.rint(wide * pixels) % 2 / 2;
        double dx = wide <= 1 && x1 == x2 ? (Math.floor(pixels * x1) + half) / pixels - x1 : 0;
        double dy = wide <= 1 && y1 == y2 ? (Math.floor(pixels * y1) + half) / pixels - y1 : 0;
        context.beginPath();
        context.moveTo(left + x1 + dx, y1 + dy);
        context.lineTo(left + x2 + dx, y2 + dy);
        stroke(stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        if (to - from < 2) {
            return;
        }
        trace(xs, ys, from, to);
        stroke(stroke);
    }

    @Override
    public void area(double[] xs, double[] ys, int n, Paint fill) {
        trace(xs, ys, 0, n);
        context.closePath();
        fill(fill);
    }

    @Override
    public void segments(double[] ends, int n, Stroke stroke) {
        context.beginPath();
        for (int i = 0; i < 4 * n; i += 4) {
            context.moveTo(left + ends[i], ends[i + 1]);
            context.lineTo(left + ends[i + 2], ends[i + 3]);
        }
        stroke(stroke);
    }

    private void trace(double[] xs, double[] ys, int from, int to) {
        context.beginPath();
        context.moveTo(left + xs[from], ys[from]);
        for (int i = from + 1; i < to; i++) {
            context.lineTo(left + xs[i], ys[i]);
        }
    }

    @Override
    public void rect(Box box, double radius, Paint fill) {
        outline(box, radius);
        fill(fill);
    }

    @Override
    public void frame(Box box, double radius, Stroke stroke) {
        outline(box, radius);
        stroke(stroke);
    }

    private void outline(Box box, double radius) {
        context.beginPath();
        if (radius > 0) {
            rounded(context, left + box.x(), box.y(), box.w(), box.h(), radius);
        } else {
            context.rect(left + box.x(), box.y(), box.w(), box.h());
        }
    }

    @Override
    public void circle(double x, double y, double radius, Paint fill, Stroke rim) {
        context.beginPath();
        context.arc(left + x, y, radius, 0, 2 * Math.PI);
        fill(fill);
        if (rim.paint().alpha() > 0) {
            stroke(rim);
        }
    }

    @Override
    public double width(String words, TextStyle style) {
        if (words.isEmpty()) {
            return 0;
        }
        Map<String, Double> known = widths.get(face(style));
        Double width = known.get(words);
        if (width == null) {
            font(style);
            width = measure(context, words);
            if (known.size() > MOST_WIDTHS) {
                known.clear();
            }
            known.put(words, width);
        }
        return width;
    }

    private void forgetFaces() {
        face = -1;
        for (int i = 0; i < FACES; i++) {
            widths.get(i).clear();
            faces[i] = "";
        }
    }

    /** Which of the few faces a style asks for. */
    private static int face(TextStyle style) {
        int size = switch (style.type()) {
            case TICK -> 0;
            case LABEL -> 1;
            case BODY -> 2;
            case QUESTION -> 3;
        };
        return size * 4 + (style.bold() ? 2 : 0) + (style.serif() ? 1 : 0);
    }

    private void font(TextStyle style) {
        int wanted = face(style);
        if (wanted == face) {
            return;
        }
        if (faces[wanted].isEmpty()) {
            int size = (int) palette.size(style.type());
            faces[wanted] = (style.bold() ? "600 " : "400 ") + size + "px " + (style.serif() ? serif : sans);
        }
        context.setFont(faces[wanted]);
        face = wanted;
    }

    /** Kept until {@link #end}: a canvas takes longer to change its font than to write in it. */
    @Override
    public void text(String words, double x, double y, TextStyle style) {
        if (words.isEmpty()) {
            return;
        }
        Box box = box(words, x, y, style);
        boxes.add(words, new Box(left + box.x(), box.y(), box.w(), box.h()));
        written.get(face(style)).add(new Written(words, left + x, y, style));
    }

    /** Writes all words of the picture over its lines, one face after the other. */
    public void end() {
        context.setGlobalAlpha(1);
        for (List<Written> same : written) {
            for (Written each : same) {
                font(each.style);
                write(each);
            }
            same.clear();
        }
    }

    private void write(Written text) {
        double before = text.style.anchor().share() * width(text.words, text.style);
        if (text.style.turned()) {
            context.save();
            context.translate(text.x, text.y);
            context.rotate(-Math.PI / 2);
            write(text.words, -before, 0, text.style);
            context.restore();
        } else {
            write(text.words, text.x - before, text.y, text.style);
        }
    }

    private void write(String words, double x, double y, TextStyle style) {
        if (style.halo()) {
            dash(context, 0, 0);
            context.setLineWidth(4);
            context.setStrokeStyle(colour(palette.rgb(Ink.BG)));
            context.strokeText(words, x, y);
        }
        context.setFillStyle(colour(palette.rgb(style.paint())));
        context.fillText(words, x, y);
    }

    private void fill(Paint paint) {
        context.setFillStyle(colour(palette.rgb(paint)));
        context.setGlobalAlpha(paint.alpha());
        context.fill();
        context.setGlobalAlpha(1);
    }

    private void stroke(Stroke stroke) {
        context.setStrokeStyle(colour(palette.rgb(stroke.paint())));
        context.setLineWidth(palette.width(stroke.weight()));
        context.setLineCap(stroke.round() ? "round" : "butt");
        dash(context, stroke.dash().on(), stroke.dash().off());
        context.stroke();
    }

    private String colour(int rgb) {
        String known = colours.get(rgb);
        if (known == null) {
            String digits = Integer.toHexString(rgb);
            known = "#" + "000000".substring(digits.length()) + digits;
            colours.put(rgb, known);
        }
        return known;
    }

    @JSBody(
            params = {"context", "words"},
            script = "return context.measureText(words).width;")
    private static native double measure(JSObject context, String words);

    @JSBody(
            params = {"context", "x", "y", "w", "h", "r"},
            script = "if (context.roundRect) { context.roundRect(x, y, w, h, r); } else { context.rect(x, y, w, h); }")
    private static native void rounded(JSObject context, double x, double y, double w, double h, double r);

    @JSBody(
            params = {"context", "on", "off"},
            script = "context.setLineDash(on > 0 ? [on, off] : []);")
    private static native void dash(JSObject context, double on, double off);
}
