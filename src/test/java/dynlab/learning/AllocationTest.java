package dynlab.learning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Trainers;
import dynlab.numeric.ExactDecimals;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps need no memory of their own, by whatever rule and loss: nothing is left for a collector to stop a run for. */
final class AllocationTest {
    private static final int STEPS = 10_000;
    /** The smallest object takes 16 bytes: this is less than one in a hundred steps, and leaves room for what a compiler does. */
    private static final int MOST = STEPS / 100 * 16;

    private static final String DEEP = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 4},
                                 {"id": "h", "role": "hidden", "width": 5%s},
                                 {"id": "k", "role": "hidden", "width": 4%s},
                                 {"id": "y", "role": "output", "width": 3}],
                       "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "k"},
                                 {"id": "W3", "source": "k", "target": "y"}]},
             "contexts": [{"x": {"x": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]},
                           "y": {"y": [[1, 0, 0, 0.5], [0, 1, 0, 0.5], [0, 0, 1, 0]]}%s}],
             "init": {"kind": "gaussian", "sigma": 0.2, "seed": 3},
             "training": {"dt": 0.001, "tau": 1, "steps": 30000%s}%s}
            """;

    private static String file(String nodes, String context, String training, String more) {
        return DEEP.formatted(nodes, nodes, context, training, more);
    }

    static List<String> files() {
        List<String> files = new ArrayList<>();
        for (String optimizer : new String[] {
            "\"gradient\"",
            "\"gradient\", \"weight_decay\": 0.01",
            "\"heavy_ball\", \"beta\": 0.9",
            "\"nesterov\", \"beta\": 0.9"
        }) {
            String update = ", \"optimizer\": {\"kind\": " + optimizer + "}";
            for (String loss : new String[] {"", ", \"loss\": \"softmax_cross_entropy\""}) {
                files.add(file("", "", update + loss, ""));
                files.add(file(", \"activation\": \"relu\", \"bias\": true", "", update + loss, ""));
            }
        }
        for (String activation : new String[] {"tanh", "gelu", "leaky_relu"}) {
            files.add(file(", \"activation\": \"" + activation + "\"", "", "", ""));
        }
        for (String rule : new String[] {
            "\"feedback_alignment\"",
            "\"direct_feedback_alignment\"",
            "\"kolen_pollack\"",
            "\"weight_mirror\", \"mirror\": 10"
        }) {
            String feedback = rule.contains("direct")
                    ? ", \"feedback\": {\"h<y\": [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [0, 1, 1]],"
                            + " \"k<y\": [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]]}"
                    : "";
            files.add(file("", "", ", \"rule\": {\"kind\": " + rule + "}", feedback));
        }
        for (String noise : new String[] {"\"gaussian\", \"sigma\": 0.5"}) {
            files.add(file("", "", ", \"label_noise\": {\"kind\": " + noise + ", \"seed\": 9}", ""));
        }
        files.add(file("", "", ", \"batch\": {\"size\": 2, \"seed\": 1}", ""));
        files.add(file("", ", \"during\": [5, 20000]", "", ""));
        files.add(file(
                "",
                "",
                "",
                ", \"learned_gates\": [{\"nodes\": [\"h\", \"k\"], \"kind\": \"softmax\", \"per_context\": true, \"tau\": 0.5,"
                        + " \"initial\": [[0, 0]]}]"));
        return files;
    }

    private static void steps(Trainer trainer, int count) {
        for (int k = 0; k < count; k++) {
            trainer.loss();
            trainer.step();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void tenThousandStepsNeedNoMemory(String file) {
        Experiment experiment = ExperimentCodec.read(file, new ExactDecimals());
        Trainer trainer = Trainers.of(experiment);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        steps(trainer, 1000);
        // the first call of the bean itself makes what it needs
        threads.getThreadAllocatedBytes(self);
        long before = threads.getThreadAllocatedBytes(self);
        steps(trainer, STEPS);
        long taken = threads.getThreadAllocatedBytes(self) - before;
        assertTrue(taken < MOST, taken + " bytes in " + STEPS + " steps");
    }
}
