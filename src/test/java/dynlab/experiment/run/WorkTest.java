package dynlab.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.ExactDecimals;
import org.junit.jupiter.api.Test;

final class WorkTest {
    private static final int SAMPLES = 2000;

    private static final String FILE = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 1}, {"id": "a", "role": "hidden", "width": 300},
                                 {"id": "b", "role": "hidden", "width": 300}, {"id": "y", "role": "output", "width": 1}],
                       "edges": [{"id": "xa", "source": "x", "target": "a"}, {"id": "ab", "source": "a", "target": "b"},
                                 {"id": "by", "source": "b", "target": "y"}, {"id": "xy", "source": "x", "target": "y"}]},
             "contexts": [{"x": {"x": [[%s]]}, "y": {"y": [[%s]]}%s}],
             "init": {"kind": "gaussian", "sigma": 0.01, "seed": 1},
             "training": {"dt": 0.1, "tau": 1, "steps": 100%s}, "theory": %s}
            """;

    private static Experiment file(String context, String training, boolean theory) {
        String row = "1, ".repeat(SAMPLES - 1) + "1";
        return ExperimentCodec.read(FILE.formatted(row, row, context, training, theory), new ExactDecimals());
    }

    @Test
    void aBatchCostsWhatItLooksAt() {
        double all = Work.seconds(file("", "", false));
        double batch = Work.seconds(file("", ", \"batch\": {\"size\": 200, \"seed\": 1}", false));
        assertEquals(all / 10, batch, all / 50);
    }

    @Test
    void whatIsShutInAContextCostsNothing() {
        double all = Work.seconds(file("", "", false));
        double shut = Work.seconds(file(", \"node_gates\": {\"a\": 0}", "", false));
        assertTrue(shut < all / 50, shut + " of " + all);
    }

    @Test
    void theoryOfWideLayersTakesLongerThanAStep() {
        assertEquals(
                Work.seconds(file("", "", false)) / 100,
                Work.longestPiece(file("", "", false)),
                1e-12,
                "without theory");
        assertTrue(Work.longestPiece(file("", ", \"batch\": {\"size\": 2, \"seed\": 1}", true)) > 0.1);
    }
}
