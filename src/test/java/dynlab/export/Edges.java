package dynlab.export;

import java.util.List;

/** Networks in which several fields of an experiment file meet. */
final class Edges {
    private static final String HEAD = "{\"format\": \"dynlab-experiment/1\", ";

    /** Batches of two contexts with gates, noise and a learned gate a context; the last batch is smaller. */
    private static final String BATCHES = HEAD + """
            "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "p", "role": "hidden", "width": 3, "activation": "tanh", "bias": true},
                                {"id": "q", "role": "hidden", "width": 2, "activation": "gelu"}, {"id": "y\\"1", "role": "output", "width": 2, "bias": true},
                                {"id": "v", "role": "output", "width": 1}],
                      "edges": [{"id": "x>p", "source": "x", "target": "p"}, {"id": "x>q", "source": "x", "target": "q"},
                                {"id": "p>y", "source": "p", "target": "y\\"1"}, {"id": "q>y", "source": "q", "target": "y\\"1"},
                                {"id": "p>v", "source": "p", "target": "v"}]},
            "contexts": [{"name": "one", "weight": [1, 0.5, 2], "edge_gates": {"x>q": 0.3}, "x": {"x": [[1, 0, 1], [0, 1, -1]]}, "y": {"y\\"1": [[1, 0, 0.5], [0, 1, 0.2]]}},
                         {"name": "not trained", "train": false, "x": {"x": [[1], [1]]}, "y": {"v": [[1]]}},
                         {"name": "two", "node_gates": {"p": 0.5}, "x": {"x": [[1, -1], [1, 2]]}, "y": {"v": [[0.7, -0.2]], "y\\"1": [[0, 1], [1, 0]]}}],
            "init": {"kind": "gaussian", "sigma": 0.5, "seed": 5},
            "learned_gates": [{"nodes": ["p", "q"], "kind": "sigmoid", "per_context": true, "initial": [[0.1, 0], [0, 0.1], [0.3, -0.3]]},
                              {"nodes": ["v"], "kind": "linear", "tau": 3, "initial": [[0.8]]}],
            "training": {"dt": 0.05, "tau": 1, "steps": 60, "batch": {"size": 2, "seed": 4294967295},
                         "optimizer": {"kind": "nesterov", "beta": 0.5, "weight_decay": 0.01},
                         "label_noise": {"kind": "gaussian", "sigma": 0.1, "seed": 3}, "from": {"p>v": 20}}}
            """;

    /** Contexts that come and go, with noise, tied matrices and Kolen and Pollack's rule behind a transposed one. */
    private static final String PERIODS = HEAD + """
            "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "h", "role": "hidden", "width": 3, "activation": "leaky_relu"},
                                {"id": "y", "role": "output", "width": 2}],
                      "edges": [{"id": "W1", "source": "x", "target": "h"},
                                {"id": "W2", "source": "h", "target": "y", "tied": {"to": "W1", "transpose": true}}]},
            "contexts": [{"name": "early", "during": [0, 30], "x": {"x": [[1, 0], [0, 1]]}, "y": {"y": [[1, 0], [0, 0.5]]}},
                         {"name": "late", "during": [20, 90], "x": {"x": [[1], [1]]}, "y": {"y": [[0.3], [1]]}}],
            "init": {"kind": "gaussian", "sigma": 0.5, "seed": 5}, "feedback": {"W2": [[0.6, 0.8, 0.1], [-0.8, 0.6, 0.2]]},
            "training": {"dt": 0.05, "tau": 1, "steps": 80, "rule": {"kind": "kolen_pollack"},
                         "optimizer": {"kind": "gradient", "weight_decay": 0.05},
                         "label_noise": {"kind": "gaussian", "sigma": 0.1, "seed": 3}}}
            """;

    /** Flipped labels with cross-entropy in batches that are not shuffled. */
    private static final String FLIPS = HEAD + """
            "graph": {"nodes": [{"id": "x", "role": "input", "width": 3}, {"id": "h", "role": "hidden", "width": 4, "activation": "relu"},
                                {"id": "y", "role": "output", "width": 3}],
                      "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "y"}]},
            "contexts": [{"x": {"x": [[1, 0, 0, 1, 1], [0, 1, 0, 1, 0], [0, 0, 1, 0, 1]]}, "y": {"y": [[1, 0, 0, 0.5, 2], [0, 1, 0, 0.5, 0], [0, 0, 1, 0, 0]]}}],
            "init": {"kind": "nma", "gamma": 1, "seed": 5},
            "training": {"dt": 0.1, "tau": 1, "steps": 50, "loss": "softmax_cross_entropy", "batch": {"size": 2, "seed": 1, "order": "sequential"},
                         "label_noise": {"kind": "flip", "p": 0.4, "seed": 8}}}
            """;

    static final List<String> ALL = List.of(BATCHES, PERIODS, FLIPS);

    private Edges() {}
}
