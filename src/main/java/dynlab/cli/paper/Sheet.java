package dynlab.cli.paper;

import dynlab.view.pen.Box;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import dynlab.view.pen.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** What one published figure is drawn on: lettered panels, and under them a caption that ends the sheet. */
public final class Sheet {
    static final double WIDTH = 1080;
    static final double MARGIN = 24;

    private static final double HEAD = 32;
    private static final double LINE = 17;

    private final SvgPen pen;
    private double height = MARGIN;
    private String title = "";

    /**
     * @param wider how much wider than Helvetica the sans is
     */
    public Sheet(Palette palette, double wider) {
        pen = new SvgPen(palette, wider);
    }

    SvgPen pen() {
        return pen;
    }

    public TextBoxes boxes() {
        return pen.boxes();
    }

    /** Begins a panel with its letter, its title and a few quieter words; returns what is left of its box. */
    Box panel(String letter, String title, String hint, Box box) {
        pen.boxes().open(letter, box);
        double y = box.y() + 14;
        pen.text(letter, box.x(), y, TextStyle.HEAD);
        double x = box.x() + Math.max(16, pen.width(letter, TextStyle.HEAD) + 8);
        pen.text(title, x, y, TextStyle.HEAD);
        if (!hint.isEmpty()) {
            pen.textIfFree(hint, x + pen.width(title, TextStyle.HEAD) + 9, y, TextStyle.TICK);
        }
        height = Math.max(height, box.bottom());
        return box.inset(0, HEAD, 0, 0);
    }

    /** The title that the file gets, and the sentence under all panels. */
    void caption(String name, String sentence) {
        title = name + ": " + sentence;
        double right = WIDTH - MARGIN;
        double y = height + 30;
        List<String> lines = lines(name + "  ", sentence, right - MARGIN);
        height = y + LINE * (lines.size() - 1) + MARGIN;
        pen.boxes().open("caption", new Box(0, y - LINE, WIDTH, height - y + LINE));
        double x = MARGIN;
        for (int k = 0; k < lines.size(); k++) {
            if (k == 0) {
                pen.row(x, y, TextStyle.SMALL, "", name, "  " + lines.get(0));
            } else {
                pen.text(lines.get(k), x, y + k * LINE, TextStyle.SMALL);
            }
        }
    }

    /** A sentence in lines of at most {@code room} px, the first shorter by the words before it. */
    private List<String> lines(String before, String sentence, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double taken = pen.width(before, TextStyle.SMALL.strong());
        for (String word : sentence.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && taken + pen.width(longer, TextStyle.SMALL) > room) {
                lines.add(line.toString());
                line.setLength(0);
                taken = 0;
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The file. */
    public String svg() {
        return pen.svg(WIDTH, height, title);
    }
}
