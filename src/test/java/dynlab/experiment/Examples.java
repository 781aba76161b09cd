package dynlab.experiment;

import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;

/** A small experiment file that uses every field, to be broken in one place at a time. */
public final class Examples {
    public static final Decimals DECIMALS = new ExactDecimals();

    public static final String GOOD = """
            {"format": "dynlab-experiment/1", "name": "small", "description": "two routes",
             "graph": {"nodes": [{"id": "a", "role": "input", "width": 2},
                                 {"id": "b", "role": "input", "width": 1},
                                 {"id": "h", "role": "hidden", "width": 3, "activation": "relu"},
                                 {"id": "y", "role": "output", "width": 2}],
                       "edges": [{"id": "a>h", "source": "a", "target": "h"},
                                 {"id": "b>h", "source": "b", "target": "h"},
                                 {"id": "h>y", "source": "h", "target": "y"}]},
             "contexts": [{"name": "one", "train": true, "weight": [1, 0.5], "node_gates": {"h": 1}, "edge_gates": {"b>h": 0},
                           "x": {"a": [[1, 0], [0, 1]], "b": [[1, -1]]}, "y": {"y": [[1, 2], [3, 4]]}},
                          {"name": "two", "train": false, "x": {"b": [[2]]}, "y": {}}],
             "initial_weights": {"a>h": [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], "b>h": [[0.1], [0.2], [0.3]],
                                 "h>y": [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]},
             "training": {"dt": 0.1, "tau": 2, "steps": 10},
             "record": {"at": [0, 5, 10], "quantities": ["loss", "outputs", "similarity", "context_error"]},
             "theory": false}
            """;

    private Examples() {}

    public static Experiment good() {
        return ExperimentCodec.read(GOOD, DECIMALS);
    }
}
