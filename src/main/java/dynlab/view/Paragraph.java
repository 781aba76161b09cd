package dynlab.view;

import java.util.ArrayList;
import java.util.List;

/** A sentence or two in as many lines as they need. */
final class Paragraph {
    private static final double PITCH = 17;

    private Paragraph() {}

    /** Draws all of the words at the top of a box, or nothing if it is too low for them. */
    static void draw(Pen pen, String words, Box box, TextStyle style) {
        List<String> lines = lines(pen, words, box.w(), style);
        if (lines.size() * PITCH > box.h()) {
            return;
        }
        for (int k = 0; k < lines.size(); k++) {
            pen.textIfFree(lines.get(k), box.x(), box.y() + (k + 1) * PITCH - 5, style);
        }
    }

    private static List<String> lines(Pen pen, String words, double width, TextStyle style) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int fits = -1;
        for (int i = 1; i <= words.length(); i++) {
            if (i < words.length() && words.charAt(i) != ' ') {
                continue;
            }
            if (fits > from && pen.width(words.substring(from, i), style) > width) {
                lines.add(words.substring(from, fits));
                from = fits + 1;
            }
            fits = i;
        }
        if (from < words.length()) {
            lines.add(words.substring(from));
        }
        return lines;
    }
}
