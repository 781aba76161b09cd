package dynlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Numbers;
import dynlab.view.pen.Palette;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of several runs is read off them. */
final class ComparisonTest {
    private static Taken taken(String query) {
        return Taken.of(query, new ExactDecimals());
    }

    private static Comparison of(String... queries) {
        return Comparison.of(
                List.of(queries).stream().map(ComparisonTest::taken).toList());
    }

    @Test
    void oneSettingIsNamedWithItsValues() {
        String said = of("scene=shark", "scene=shark&gamma=0.001").differs();
        assertTrue(said.startsWith("One setting differs. ") && said.contains("0.001 in B"), said);
    }

    @Test
    void severalSettingsAreCounted() {
        String said = of("scene=shark&epochs=60", "scene=shark&gamma=0.001&seed=3&epochs=60")
                .differs();
        assertTrue(said.startsWith("2 settings differ. "), said);
    }

    @Test
    void ofTheSameRunNothingDiffersAndNothingParts() {
        Comparison same = of("scene=shark&epochs=60", "scene=shark&epochs=60");
        assertEquals("Nothing differs in the settings: these are the same run.", same.differs());
        assertEquals(
                List.of("The errors of B and A never differ by more than " + Numbers.percent(0) + " of the first."),
                same.parts());
    }

    @Test
    void theStepAtWhichErrorsPartIsTheFirstAtWhichTheRunsDiffer() {
        String said = of("scene=shark", "scene=shark&gamma=0.001").parts().get(0);
        Trajectory a = Runner.of(taken("scene=shark").experiment()).complete().trajectory();
        Trajectory b = Runner.of(taken("scene=shark&gamma=0.001").experiment())
                .complete()
                .trajectory();
        int first = -1;
        for (int i = 0; i < b.count() && first < 0; i++) {
            double there = at(a, b.step(i)) / a.loss(0);
            first = Math.abs(b.loss(i) / b.loss(0) - there) > Comparison.PARTED ? b.step(i) : -1;
        }
        assertTrue(first > 0 && said.contains("of the first at step " + first + ";"), first + ": " + said);
    }

    /** A straight line between two records. */
    private static double at(Trajectory run, double step) {
        int i = 0;
        while (run.step(i + 1) < step) {
            i++;
        }
        double share = (step - run.step(i)) / (run.step(i + 1) - run.step(i));
        return run.loss(i) + share * (run.loss(i + 1) - run.loss(i));
    }

    @Test
    void otherLessonsStandOnTheAxisOfTheLongest() {
        Comparison both = of("scene=shark&epochs=60", "scene=xor&epochs=80");
        assertTrue(both.differs().startsWith("These runs are of different lessons"), both.differs());
        String svg = both.svg(Palette.LIGHT, 800);
        assertTrue(svg.contains("than in B"), "the longest is what others are measured against");
        assertTrue(
                both.parts().get(0).startsWith("The errors of A and B"),
                both.parts().toString());
    }
}
