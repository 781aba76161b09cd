package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a figure cuts a name of forty letters, the pointer on it reads the whole. */
final class CutNamesTest {
    private static final Box PANEL = new Box(0, 0, 300, 420);

    private static String name(int item) {
        return (char) ('a' + item) + "bcdefghijklmnopqrst".repeat(3).substring(0, 39);
    }

    private static String table() {
        String names = IntStream.range(0, 8).mapToObj(CutNamesTest::name).collect(Collectors.joining(","));
        return "&table=" + names + "|wing:1,0,1,0,1,0,1,0|leaf:1,1,0,0,1,1,0,0|bone:1,1,1,1,0,0,0,0";
    }

    @ParameterizedTest
    @CsvSource({"forms, found", "forms, forms", "forms, formmap", "hierarchy, map", "semantics, typical"})
    void aCutNameIsReadWholeWhereItStands(String scene, String id) {
        Frame frame = Pictures.frame("scene=" + scene + table(), Layout.Kind.WIDE);
        View view = AllViews.ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        SvgPen pen = new SvgPen(Palette.LIGHT);
        view.draw(pen, frame, PANEL);
        List<TextBoxes.Entry> cut = new ArrayList<>(pen.boxes().entries());
        cut.removeIf(entry -> !entry.text().endsWith("…"));
        assertTrue(cut.size() > 2, "nothing is cut: " + pen.boxes().entries());
        for (TextBoxes.Entry entry : cut) {
            String tip = FigureWords.at(
                            pen,
                            frame,
                            new Layout.Panel(view, PANEL),
                            entry.box().middleX(),
                            entry.box().middleY())
                    .map(View.Hit::tip)
                    .orElse("");
            String start = entry.text().substring(0, entry.text().length() - 1);
            assertTrue(tip.startsWith(start) && tip.length() >= 40, entry.text() + " reads " + tip);
            assertEquals(start.charAt(0), tip.charAt(0));
        }
    }
}
