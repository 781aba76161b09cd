package dynlab.view;

import dynlab.task.World;
import dynlab.view.View.Hit;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a drawn figure says to those who do not see it: what it writes, and what it reads at the cursor. Both are on the screen. */
public final class FigureWords {
    /** Words whose middles lie closer than this stand on one line, px. */
    private static final double LINE = 5;

    /** A reading this close to the cursor is that of now, as a share of the run. */
    private static final double NEAR = 0.02;

    private static final double PITCH = 4;

    private FigureWords() {}

    /** What a figure shows and what it reads now, in a sentence for those who do not see it. */
    public static String sentence(View view, Frame frame) {
        String words = view.describe(frame);
        String now = frame.story().steps().length == 0 ? "" : view.reading(frame);
        if (now.isEmpty()) {
            return words;
        }
        String begun = words.substring(0, words.length() - 1);
        String all = begun
                + (begun.equals(view.title()) ? ": " : "; ")
                + now.substring(1).replace("\n", ", ");
        return all.endsWith(".") ? all : all + ".";
    }

    /** What a panel reads at a point: where nothing else is, a name of the world that is cut there, whole. */
    public static Optional<Hit> at(Pen pen, Frame frame, Layout.Panel panel, double x, double y) {
        Optional<Hit> hit = panel.view().at(pen, frame, panel.box(), x, y);
        for (TextBoxes.Entry entry : pen.boxes().entries()) {
            if (hit.isEmpty() && entry.text().endsWith("…") && entry.box().contains(x, y)) {
                hit = whole(frame.story().world(), entry.text());
            }
        }
        return hit;
    }

    /** All names that it may be, a line each. */
    private static Optional<Hit> whole(World world, String cut) {
        StringBuilder names = new StringBuilder();
        for (List<String> all : List.of(world.items(), world.properties())) {
            for (String name : all) {
                if (name.startsWith(cut.substring(0, cut.length() - 1))) {
                    names.append(names.length() == 0 ? "" : "\n").append(name);
                }
            }
        }
        return names.length() == 0 ? Optional.empty() : Optional.of(Hit.cell(-1, -1, names.toString()));
    }

    /** What stands written in a panel: lines from the top, and the words of each from the left. */
    public static List<List<String>> written(TextBoxes boxes, Box panel) {
        List<TextBoxes.Entry> inside = new ArrayList<>();
        for (TextBoxes.Entry entry : boxes.entries()) {
            if (panel.contains(entry.box().middleX(), entry.box().middleY())
                    && !entry.text().isEmpty()) {
                inside.add(entry);
            }
        }
        inside.sort(
                (one, other) -> Double.compare(one.box().middleY(), other.box().middleY()));
        List<List<String>> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= inside.size(); i++) {
            if (i == inside.size()
                    || inside.get(i).box().middleY() - inside.get(i - 1).box().middleY() > LINE) {
                lines.add(line(inside.subList(from, i)));
                from = i;
            }
        }
        return lines;
    }

    private static List<String> line(List<TextBoxes.Entry> entries) {
        List<TextBoxes.Entry> across = new ArrayList<>(entries);
        across.sort((one, other) -> Double.compare(one.box().x(), other.box().x()));
        List<String> words = new ArrayList<>();
        for (TextBoxes.Entry entry : across) {
            words.add(entry.text());
        }
        return words;
    }

    /** What a plot over time reads at the cursor, in one line; empty for other figures. */
    public static String now(Pen pen, Frame frame, Layout.Panel panel) {
        Box box = panel.box();
        String words = "";
        double nearest = NEAR * frame.story().horizon();
        for (double x = box.x() + 1; x < box.right(); x += PITCH) {
            Hit hit = panel.view().at(pen, frame, box, x, box.middleY()).orElse(Hit.block(-1, -1, ""));
            double away = Math.abs(hit.step() - frame.step());
            if (hit.step() >= 0 && away <= nearest && !hit.tip().isEmpty()) {
                nearest = away;
                words = hit.tip().replace('\n', ' ');
            }
        }
        return words;
    }
}
