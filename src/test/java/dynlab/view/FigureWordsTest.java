package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.DataForTests;
import dynlab.numeric.Numbers;
import dynlab.scene.Scenes;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No figure is for the eye alone. */
@ExtendWith(DataForTests.class)
final class FigureWordsTest {
    private static final Box BOX = new Box(0, 0, 620, 420);
    private static final double PITCH = 4;

    static Stream<String> lessons() {
        Stream<String> open = Scenes.ALL.stream().map(scene -> "scene=" + scene.id());
        Stream<String> others = Stream.of(
                "scene=discover&task=xor", "scene=limits&limit=tanh&epochs=200", "scene=forms&form=ring&epochs=200");
        return Stream.concat(open, others);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyFigureOfALessonHasASentenceAndATable(String address) {
        Frame opens = Pictures.frame(address, Layout.Kind.WIDE);
        Frame frame = opens.at(Math.rint(opens.story().horizon() / 2));
        List<String> silent = new ArrayList<>();
        for (View view : views(address)) {
            SvgPen pen = new SvgPen(Palette.LIGHT, 1);
            view.draw(pen, frame, BOX);
            boolean written = !FigureWords.written(pen.boxes(), BOX).isEmpty();
            boolean read = readings(view, pen, frame);
            String sentence = view.describe(frame);
            boolean sentences = sentence.endsWith(".") && sentence.length() > 3 && !sentence.contains("NaN");
            if (!sentences || !written && !read) {
                silent.add(view.id() + ": " + sentence);
            }
        }
        assertEquals(List.of(), silent);
    }

    private static List<View> views(String address) {
        Layout.Arrangement views = Pictures.views(address);
        List<View> all = new ArrayList<>(views.centre());
        all.addAll(views.right());
        views.left().ifPresent(all::add);
        return all;
    }

    private static boolean readings(View view, SvgPen pen, Frame frame) {
        for (double y = 1; y < BOX.h(); y += PITCH) {
            for (double x = 1; x < BOX.w(); x += PITCH) {
                if (view.at(pen, frame, BOX, x, y)
                        .filter(hit -> !hit.tip().isEmpty())
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The slow obvious way: the value of the record at the step that the words name. */
    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsReadAtTheCursorIsOfThatMoment(String address) {
        Frame opens = Pictures.frame(address, Layout.Kind.WIDE);
        double step = Math.rint(opens.story().horizon() / 2);
        int plots = 0;
        for (View view : views(address)) {
            String words = FigureWords.now(new SvgPen(Palette.LIGHT, 1), opens.at(step), new Layout.Panel(view, BOX));
            if (words.startsWith("t = ")) {
                plots++;
                int end = 4;
                while (end < words.length() && Character.isDigit(words.charAt(end))) {
                    end++;
                }
                double named = Double.parseDouble(words.substring(4, end));
                assertEquals(step, named, 0.02 * opens.story().horizon() + 1, view.id() + ": " + words);
            }
        }
        assertTrue(plots > 0 || address.contains("surface") || address.contains("discover"), "no plot over time");
    }

    @Test
    void theLossThatIsReadIsTheRunsOwn() {
        Frame opens = Pictures.frame("scene=chain", Layout.Kind.WIDE);
        RunView run = opens.story();
        for (double part : new double[] {0.1, 0.5, 1}) {
            double step = Math.rint(run.horizon() * part);
            String words = FigureWords.now(
                    new SvgPen(Palette.LIGHT, 1),
                    opens.at(step),
                    new Layout.Panel(views("scene=chain").get(0), BOX));
            int at = Integer.parseInt(words.replaceAll("t = (\\d+).*", "$1"));
            String loss = Numbers.brief(run.at(run.loss(), at));
            assertTrue(words.contains(loss), words + " lacks " + loss);
        }
    }

    @Test
    void linesAreReadFromTheTopAndFromTheLeft() {
        TextBoxes boxes = new TextBoxes();
        boxes.add("d", new Box(50, 41, 10, 10));
        boxes.add("b", new Box(50, 12, 10, 10));
        boxes.add("a", new Box(10, 10, 10, 10));
        boxes.add("c", new Box(10, 40, 10, 10));
        boxes.add("elsewhere", new Box(900, 40, 10, 10));
        List<List<String>> lines = FigureWords.written(boxes, new Box(0, 0, 100, 100));
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d")), lines);
        assertFalse(lines.toString().contains("elsewhere"));
    }
}
