package dynlab.view;

import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import java.util.ArrayList;
import java.util.List;

/** One view as a picture to be taken away: a title, the view, the time line under a curve, and a caption in lines. */
public final class Plate {
    private static final double MARGIN = 20;
    private static final double TITLE = 40;
    private static final double LINE = 17;
    private static final double TIME = 76;

    private final String title;
    private final List<String> sentences;
    private final boolean timed;

    /**
     * @param title over the view
     * @param sentences of the caption, each of which begins a line
     * @param timed whether the view shares the axis of the time line, which then stands under it
     */
    public Plate(String title, List<String> sentences, boolean timed) {
        this.timed = timed;
        this.title = title;
        this.sentences = List.copyOf(sentences);
    }

    /** How high the picture is, for a view of that height. */
    public double height(Pen pen, double width, double view) {
        return TITLE + view + foot() + 2 * MARGIN + LINE * lines(pen, width).size();
    }

    /** Draws title, view and caption. */
    public void draw(Pen pen, Frame frame, View view, double width, double height) {
        pen.boxes().open("title", new Box(0, 0, width, TITLE));
        pen.text(title, MARGIN, 27, TextStyle.HEAD.sized(Type.BODY));
        pen.boxes().open(view.id(), new Box(0, TITLE, width, height));
        view.draw(pen, frame, new Box(MARGIN, TITLE, width - 2 * MARGIN, height));
        if (timed) {
            pen.boxes().open(Views.TIME.id(), new Box(0, TITLE + height, width, TIME));
            Views.TIME.draw(pen, frame, new Box(MARGIN, TITLE + height, width - 2 * MARGIN, TIME));
        }
        caption(pen, width, TITLE + height + foot() + MARGIN);
    }

    private double foot() {
        return timed ? TIME : 0;
    }

    /** Draws the caption alone, from a line at {@code top} on. */
    private void caption(Pen pen, double width, double top) {
        pen.boxes()
                .open(
                        "caption",
                        new Box(0, top - LINE, width, LINE * (lines(pen, width).size() + 2)));
        pen.line(MARGIN, top - 8, width - MARGIN, top - 8, Stroke.GRID);
        double y = top + 9;
        for (String line : lines(pen, width)) {
            pen.text(line, MARGIN, y, TextStyle.SMALL.ink(Ink.INK_2));
            y += LINE;
        }
    }

    private List<String> lines(Pen pen, double width) {
        double room = width - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            StringBuilder line = new StringBuilder();
            for (String word : pieces(pen, sentence, room)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && pen.width(longer, TextStyle.SMALL) > room) {
                    lines.add(line.toString());
                    longer = word;
                }
                line.setLength(0);
                line.append(longer);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Words; what is longer than a line, as an address may be, is broken. */
    private static List<String> pieces(Pen pen, String sentence, double room) {
        List<String> pieces = new ArrayList<>();
        for (String word : sentence.split(" ")) {
            String rest = word;
            while (pen.width(rest, TextStyle.SMALL) > room) {
                int most = rest.length();
                while (most > 1 && pen.width(rest.substring(0, most), TextStyle.SMALL) > room) {
                    most--;
                }
                pieces.add(rest.substring(0, most));
                rest = rest.substring(most);
            }
            pieces.add(rest);
        }
        return pieces;
    }
}
