package dynlab.view.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion.Manner;
import dynlab.export.SceneRun;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.view.AllViews;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.Scale;
import dynlab.view.pen.SvgPen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves that lie on each other are both to be seen, and are said to lie together; others are not. */
final class TogetherTest {
    private static final String WORDS = ">lie together<";

    private static Frame frame(String link) {
        Address address = Address.parse(link, new ExactDecimals());
        double end = address.scene().opensAt(address.config());
        return SceneRun.frame(address.scene(), address.config(), Math.rint(end), Layout.Kind.WIDE, true);
    }

    private static String drawn(String view, Frame frame) {
        SvgPen pen = new SvgPen(Palette.LIGHT);
        View of = Views.of(view, AllViews.ALL).orElseThrow();
        of.draw(pen, frame, new Box(0, 0, 576, 240));
        return pen.bare(576, 240, view);
    }

    @ParameterizedTest
    @CsvSource({
        // from an aligned start routes that were never trained are learned with the others
        "scene=routing&domains=3&trained=2&start=aligned&size=0.08, true",
        "scene=routing&seeds=0&trained=1, false",
        "scene=routing&seeds=0&trained=7, false"
    })
    void trainedAndUntrainedAreSaidToLieTogetherWhereTheyDo(String link, boolean together) {
        for (Layout.Kind kind : List.of(Layout.Kind.WIDE, Layout.Kind.EMBED)) {
            String svg = drawn("routes", frame(link).in(kind, true));
            assertEquals(together, svg.contains(WORDS), link + kind);
            assertTrue(svg.contains(">trained routes<"), link + kind);
        }
    }

    @Test
    void runsThatAreTheSameAreNamedTogetherAndBothAreSeen() {
        Frame run = frame("scene=race");
        List<Frame.Rival> twice = new ArrayList<>(run.rivals());
        twice.add(new Frame.Rival(run.story(), "the same again", Manner.PEER));
        assertFalse(drawn("loss", run).contains(WORDS));
        String both = drawn("loss", run.against(run.name(), twice));
        assertTrue(both.contains(WORDS));
        int own = both.indexOf(">" + run.name() + "<");
        int same = both.indexOf(">the same again<");
        int words = both.indexOf(WORDS);
        // one under the other, before the names of runs that lie elsewhere
        assertTrue(own >= 0 && own < same && same < words, own + " " + same + " " + words);
        assertTrue(words < both.indexOf(">" + twice.get(0).name() + "<"));
        // the broad one under the fine one
        assertTrue(both.contains("stroke-width=\"9\"") || both.contains("stroke-width=\"8\""), both);
    }

    @Test
    void nearIsMeasuredInPixelsOverAllThatIsShown() {
        Scale pixels = new Scale(0, 1, 100, 0);
        double[] one = {1, 0.5, 0.1};
        assertTrue(Together.lie(one, new double[] {1, 0.515, 0.1}, pixels));
        assertFalse(Together.lie(one, new double[] {1, 0.53, 0.1}, pixels));
        assertTrue(Together.lie(one, new double[] {1, 0.53, 0.1}, new Scale(0, 1, 50, 0)));
        assertFalse(Together.lie(one, new double[] {1, 0.5}, pixels));
        assertFalse(Together.lie(new double[] {1}, new double[] {1}, pixels));
    }
}
