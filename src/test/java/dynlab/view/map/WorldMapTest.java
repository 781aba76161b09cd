package dynlab.view.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.view.Frame;
import dynlab.view.Pictures;
import dynlab.view.Views;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the world that have no room are counted where they would stand. */
final class WorldMapTest {
    @ParameterizedTest
    @CsvSource({"hierarchy, 197", "hierarchy, 280", "init-scale, 300", "semantics, 360", "shark, 330", "shark, 700"})
    void whatIsNotShownIsCounted(String scene, double height) {
        Frame frame = Pictures.frame("scene=" + scene, Layout.Kind.WIDE);
        SvgPen pen = new SvgPen(Palette.LIGHT);
        Box box = new Box(0, 0, 296, height);
        Views.WORLD.draw(pen, frame.in(Layout.Kind.WIDE, false), box);
        Set<String> written = new HashSet<>();
        int more = 0;
        for (TextBoxes.Entry entry : pen.boxes().entries()) {
            written.add(entry.text());
            if (entry.text().endsWith(" more not shown")) {
                more = Integer.parseInt(entry.text().substring(0, entry.text().indexOf(' ')));
                assertTrue(box.holds(entry.box(), 1), entry.toString());
            }
        }
        int shown = 0;
        for (String property : frame.story().world().properties()) {
            shown += written.contains(property) ? 1 : 0;
        }
        assertEquals(frame.story().world().properties().size(), shown + more);
        assertEquals(height < 400, more > 0);
    }
}
