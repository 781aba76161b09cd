package dynlab.view.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.view.Frame;
import dynlab.view.Pictures;
import dynlab.view.Views;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Panels stand in their window, beside one another, over one time axis. */
final class LayoutTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 800, WIDE", "1024, 640, WIDE", "1023, 768, MEDIUM", "1280, 600, MEDIUM", "641, 700, MEDIUM",
        "640, 700, NARROW", "390, 844, NARROW", "375, 553, NARROW", "600, 400, EMBED", "854, 480, EMBED",
        "525, 450, EMBED", "343, 206, TINY", "1200, 200, TINY"
    })
    void theSizeOfTheContainerDecides(double width, double height, Layout.Kind kind) {
        assertEquals(kind, Layout.Kind.of(width, height));
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080", "1024, 640", "900, 700", "390, 844", "600, 400", "343, 206"})
    void panelsStandInTheWindowAndBesideOneAnother(double width, double height) {
        Layout.Kind kind = Layout.Kind.of(width, height);
        Box window = new Box(0, 0, width, height);
        List<Layout.Panel> panels = Layout.figure(kind, width, height, Pictures.views("scene=hierarchy"));
        for (int i = 0; i < panels.size(); i++) {
            Box box = panels.get(i).box();
            assertTrue(window.holds(box, 0.5), panels.get(i).view().id() + " " + box);
            for (int j = 0; j < i; j++) {
                boolean sharesByDesign =
                        panels.get(i).view() == Views.WATERFALL && panels.get(j).view() == Views.ANSWER;
                assertTrue(
                        sharesByDesign || !panels.get(j).box().meets(box, 0.5),
                        panels.get(i).view().id() + " meets "
                                + panels.get(j).view().id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "900, 700", "600, 400", "390, 844"})
    void theScrubberIsTheTimeAxisOfEveryPlot(double width, double height) {
        Layout.Kind kind = Layout.Kind.of(width, height);
        Frame frame = Pictures.frame("scene=hierarchy", kind);
        double start = -1;
        double end = -1;
        for (Layout.Panel panel : Layout.figure(kind, width, height, Pictures.views("scene=hierarchy"))) {
            if (List.of("loss", "modes", "answer", "timeline")
                    .contains(panel.view().id())) {
                Scale time = Layout.time(frame, panel.box());
                start = start < 0 ? time.start() : start;
                end = end < 0 ? time.end() : end;
                assertEquals(start, time.start(), panel.view().id());
                assertEquals(end, time.end(), panel.view().id());
            }
        }
    }
}
