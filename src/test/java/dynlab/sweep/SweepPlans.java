package dynlab.sweep;

/** Plans of small sweeps that tests run. */
public final class SweepPlans {
    /** Two inputs, three hidden units, one output. */
    public static final String EXPERIMENT = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "in", "role": "input", "width": 2}, {"id": "h", "role": "hidden", "width": 3},
                                 {"id": "out", "role": "output", "width": 1}],
                       "edges": [{"id": "w1", "source": "in", "target": "h"}, {"id": "w2", "source": "h", "target": "out"}]},
             "contexts": [{"name": "c", "x": {"in": [[1, 0], [0, 1]]}, "y": {"out": [[1, 2]]}}],
             "init": {"kind": "gaussian", "sigma": 0.1, "seed": 1},
             "training": {"dt": 0.05, "tau": 1, "steps": 60}}
            """;

    /** 300 rows, of which 60 have a step below 0 and are refused, and 60 a step so large that they diverge. */
    public static final String POISONED = plan("""
            "axes": [{"name": "dt", "sets": "training.dt", "values": [0.02, 0.05, 0.1, 50, -1]},
                     {"name": "sigma", "sets": "init.sigma", "from": 0.01, "to": 1, "count": 6, "scale": "log"}],
            "seeds": {"from": 1, "count": 10},
            "measures": ["last_loss", "half_time",
                         {"name": "s1", "quantity": "singular_values", "of": "w1", "row": 0, "column": 0, "at": 30}],
            "figures": [{"name": "loss", "kind": "lines", "x": "sigma", "by": "dt", "y": ["last_loss"],
                         "x_scale": "log", "y_scale": "log", "spread": "range"},
                        {"name": "tiles", "kind": "heat", "x": "sigma", "y": "dt", "value": "s1"}]
            """);

    private SweepPlans() {}

    /** A plan on that experiment with these fields. */
    public static String plan(String fields) {
        return "{\"format\": \"dynlab-sweep/1\", \"base\": {\"experiment\": " + EXPERIMENT + "}, " + fields + "}";
    }
}
