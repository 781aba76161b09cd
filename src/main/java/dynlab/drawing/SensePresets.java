package dynlab.drawing;

import dynlab.drawing.Settings.Begin;
import dynlab.numeric.Matrix;
import java.util.Map;
import java.util.Set;

/**
 * Sight and sound foretell one number, y = 2 sight + sound, and their streams meet early, in the middle or late. In late
 * fusion the second sense waits: from small starts its time is to the first's as 1 + (s_A − s_B) / s_B to 1.
 */
final class SensePresets {
    private static final int UNITS = 16;

    private SensePresets() {}

    private static Sketch data(Sketch sketch) {
        return sketch.context(
                "both senses",
                true,
                1,
                Set.of(),
                Map.of("sight", Matrix.of(1, 2, new double[] {1, 0}), "sound", Matrix.of(1, 2, new double[] {0, 1})),
                Map.of("answer", Matrix.of(1, 2, new double[] {2, 1})));
    }

    private static Sketch senses() {
        return new Sketch().input("sight", 1).input("sound", 1);
    }

    static Drawing early() {
        Sketch sketch = senses().hidden("joint", UNITS)
                .output("answer", 1)
                .path("sight", "joint", "answer")
                .path("sound", "joint");
        return data(sketch)
                .drawing(
                        "two senses that meet early",
                        "Both senses are learned together, in the ratio of their correlations with the answer.",
                        new Settings(1200, 0.01, 1, Begin.RANDOM, 1e-4, 1));
    }

    static Drawing middle() {
        Sketch sketch = senses().hidden("see", UNITS)
                .hidden("hear", UNITS)
                .hidden("joint", UNITS)
                .output("answer", 1)
                .path("sight", "see", "joint", "answer")
                .path("sound", "hear", "joint");
        return data(sketch)
                .drawing(
                        "two senses that meet in the middle",
                        "The second sense finds the joint layer ready, and follows soon.",
                        new Settings(2400, 0.01, 1, Begin.RANDOM, 0.02, 1));
    }

    static Drawing late() {
        Sketch sketch = senses().hidden("see", UNITS)
                .hidden("hear", UNITS)
                .output("answer", 1)
                .path("sight", "see", "answer")
                .path("sound", "hear", "answer");
        return data(sketch)
                .drawing(
                        "two senses that meet late",
                        "Each sense has a path of its own, and the second one waits.",
                        new Settings(1200, 0.01, 1, Begin.RANDOM, 1e-4, 1));
    }
}
