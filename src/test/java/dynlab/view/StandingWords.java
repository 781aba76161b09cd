package dynlab.view;

import dynlab.cli.ResourceFiles;
import dynlab.task.DataFiles;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how words stand in figures: they overlap, or leave their panel. In the language that is spoken. */
public final class StandingWords {
    /** Touching is not overlapping: boxes are as high as capitals with descenders. */
    private static final double SLACK = 1;

    private StandingWords() {}

    /** Of a lesson at some times of its run, at the sizes of a screen, a telephone and an embed. */
    public static List<String> faults(String address, int times) {
        DataFiles.from(ResourceFiles::text);
        Layout.Arrangement views = Pictures.views(address);
        Frame base = Pictures.frame(address, Layout.Kind.WIDE);
        List<String> faults = new ArrayList<>();
        for (int part = 0; part < times; part++) {
            double step = Math.rint(base.story().horizon() * part / Math.max(1, times - 1));
            for (double[] size :
                    new double[][] {{1280, 800}, {1024, 768}, {820, 700}, {390, 844}, {600, 400}, {343, 206}}) {
                faults.addAll(faults(base.at(step), views, size[0], size[1], 1));
            }
        }
        return faults.stream().distinct().toList();
    }

    static List<String> faults(Frame frame, Layout.Arrangement views, double width, double height, double wider) {
        Layout.Kind kind = Layout.Kind.of(width, height);
        List<String> faults = new ArrayList<>();
        for (Palette palette : palettes(width)) {
            for (boolean heads : new boolean[] {true, false}) {
                Frame shown = frame.in(kind, heads);
                SvgPen pen = new SvgPen(palette, wider);
                List<Layout.Panel> panels = new ArrayList<>(Layout.figure(kind, width, height, views));
                if (kind == Layout.Kind.NARROW) {
                    faults.addAll(oneByOne(shown, views, palette, wider, new Box(16, 0, width - 32, 440)));
                }
                for (Layout.Panel panel : panels) {
                    panel.view().draw(pen, shown, panel.box());
                }
                faults.addAll(faults(pen.boxes(), width + "x" + height + " t=" + frame.step()));
            }
        }
        return faults;
    }

    /** A projector shows large pages. */
    private static List<Palette> palettes(double width) {
        return width >= 1024 ? List.of(Palette.LIGHT, Palette.PROJECTOR) : List.of(Palette.LIGHT);
    }

    /** The panels that the narrow layout shows one at a time. */
    private static List<String> oneByOne(
            Frame frame, Layout.Arrangement views, Palette palette, double wider, Box box) {
        List<String> faults = new ArrayList<>();
        List<View> all = new ArrayList<>(views.centre());
        all.addAll(views.right());
        views.left().ifPresent(all::add);
        for (View view : all) {
            TextBoxes boxes = Pictures.draw(view, frame, box, palette, wider);
            faults.addAll(faults(boxes, "narrow t=" + frame.step()));
        }
        return faults;
    }

    static List<String> faults(TextBoxes boxes, String where) {
        List<String> faults = new ArrayList<>();
        List<TextBoxes.Entry> all = boxes.entries();
        for (int i = 0; i < all.size(); i++) {
            TextBoxes.Entry entry = all.get(i);
            if (!entry.text().isEmpty() && !entry.bounds().holds(entry.box(), SLACK)) {
                faults.add(where + ": " + entry.panel() + " \"" + entry.text() + "\" leaves its panel " + entry.box()
                        + " of " + entry.bounds());
            }
            for (int j = 0; j < i; j++) {
                if (all.get(j).box().meets(entry.box(), SLACK)) {
                    faults.add(where + ": " + entry.panel() + " \"" + entry.text() + "\" meets "
                            + all.get(j).panel() + " \"" + all.get(j).text() + "\"");
                }
            }
        }
        return faults;
    }
}
