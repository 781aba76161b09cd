package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dynlab.scene.Scenes;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.Scale;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import dynlab.view.plot.LossPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in figures never overlap one another nor leave their panel, whatever the settings, the time and the font. */
final class WordsStandFreeTest {
    /** The widest usual fallback of the sans. */
    private static final double WIDER = 1.12;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=hierarchy&against=shallow",
                "scene=hierarchy&depth=0",
                "scene=hierarchy&depth=3&gamma=1",
                "scene=hierarchy&gamma=10&seed=7",
                "scene=hierarchy&flip=0.45",
                "scene=hierarchy&flip=0.01",
                "scene=hierarchy&rate=0.02",
                "scene=hierarchy&rate=0.0001",
                "scene=hierarchy&features=200&seed=3",
                "scene=hierarchy&width=3&epochs=1500",
                "scene=hierarchy&start=aligned&gamma=0.001",
                "scene=chain&weights=1",
                "scene=chain&weights=1&rate=6.2&epochs=300",
                "scene=chain&weights=60&epochs=100",
                "scene=chain&weights=10&rate=0.095&epochs=50",
                "scene=chain&weights=2&rate=1.53&epochs=2000",
                "scene=chain&weights=51&rate=0.035",
                "scene=chain&weights=60&start=3",
                "scene=init-scale&gamma=1&middle=3",
                "scene=init-scale&gamma=1e-15&middle=1e-12&large=1e-6",
                "scene=init-scale&depth=0",
                "scene=contexts&contexts=5&epochs=400",
                "scene=contexts&contexts=2&twins=modular&epochs=200",
                "scene=discover&task=xor",
                "scene=mixed&contexts=5&epochs=300",
                "scene=limits&limit=tanh&epochs=200"
            })
    @MethodSource({"asTheyOpen", "withLongNames"})
    void atEveryTimeInEveryLayout(String address) {
        Layout.Arrangement views = Pictures.views(address);
        Frame base = Pictures.frame(address, Layout.Kind.WIDE);
        List<String> faults = new ArrayList<>();
        for (int part = 0; part <= 12; part++) {
            double step = Math.rint(base.story().horizon() * part / 12);
            faults.addAll(StandingWords.faults(base.at(step), views, 1280, 800, WIDER));
            faults.addAll(StandingWords.faults(base.at(step), views, 390, 844, WIDER));
            faults.addAll(StandingWords.faults(base.at(step), views, 600, 400, WIDER));
        }
        assertEquals(List.of(), faults.stream().distinct().limit(20).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "PROJECTOR"})
    void theHeadOfTheBarsLeavesTheQuestionOfThePageItsRoom(Palette palette) {
        Frame frame = Pictures.frame("scene=shark", Layout.Kind.WIDE).at(124).in(Layout.Kind.WIDE, false);
        for (double width = 300; width < 900; width += 20) {
            SvgPen pen = new SvgPen(palette, 1);
            Box box = new Box(0, 10, width, 180);
            Views.ANSWER.draw(pen, frame, box);
            Views.WATERFALL.draw(pen, frame, box);
            assertEquals(List.of(), StandingWords.faults(pen.boxes(), "width " + width));
        }
    }

    @Test
    void aListOfRunsLiesWhereNoCurveGoes() {
        Frame frame = Pictures.frame("scene=race", Layout.Kind.EMBED);
        double end = frame.story().horizon();
        Box box = new Box(16, 190, 356, 142);
        SvgPen pen = new SvgPen(Palette.LIGHT, 1);
        new LossPlot(false).draw(pen, frame.at(400), box);
        Scale time = Layout.time(frame, box);
        int named = 0;
        for (TextBoxes.Entry entry : pen.boxes().entries()) {
            for (int k = 0; k <= frame.rivals().size(); k++) {
                if (entry.text().equals(frame.nameOf(k))) {
                    named++;
                    for (RunView run : frame.runs()) {
                        for (double x = entry.box().x();
                                x <= Math.min(entry.box().right(), time.at(end));
                                x++) {
                            double share = run.at(run.loss(), time.inverse(x));
                            // the axis from 0 to 1 is the plot but for its margins
                            double y = box.bottom() - 24 - share * (box.h() - 26 - 24 - 7);
                            assertFalse(entry.box().contains(x, y), entry + " at " + x + ", " + y);
                        }
                    }
                }
            }
        }
        assertEquals(frame.runs().size(), named);
    }

    /** Items and properties of as many letters as a reader may give, in every lesson that takes names. */
    static List<String> withLongNames() {
        return List.of(
                "scene=shark&names=" + names(8, ",") + "&rows=" + name(9) + ":-+++----;" + name(10) + ":++++----",
                "scene=hierarchy&table=" + table(16, 8, ""),
                "scene=shark&table=" + table(6, 5, ""),
                "scene=forms&table=" + table(16, 12, ""),
                "scene=semantics&table=" + table(16, 6, ""),
                "scene=regression&table=" + table(16, 5, ">"));
    }

    private static String names(int count, String between) {
        return IntStream.range(0, count).mapToObj(WordsStandFreeTest::name).collect(Collectors.joining(between));
    }

    /** A name of forty letters, several words, each another one. */
    private static String name(int k) {
        return ((char) ('A' + k) + "nimals of the northern waterways and moors").substring(0, 40);
    }

    /** A table in which every property is true of other items; the last one is asked. */
    private static String table(int items, int properties, String asked) {
        StringBuilder text = new StringBuilder(names(items, ","));
        for (int p = 0; p < properties; p++) {
            text.append('|').append(p == properties - 1 ? asked : "");
            text.append(name(p + 16).substring(0, 40 - asked.length())).append(':');
            for (int i = 0; i < items; i++) {
                text.append(i == 0 ? "" : ",").append((i >> p % 4) % 2 == 0 ? 1 : p % 3);
            }
        }
        return text.toString();
    }

    static List<String> asTheyOpen() {
        return Scenes.ALL.stream().map(scene -> "scene=" + scene.id()).toList();
    }
}
