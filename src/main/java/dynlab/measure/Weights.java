package dynlab.measure;

import dynlab.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;

/** The weights of every edge. */
public final class Weights implements Measure {
    @Override
    public String id() {
        return "weights";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.EDGE, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        List<Part> parts = new ArrayList<>();
        for (int e = 0; e < graph.edges().size(); e++) {
            parts.add(Part.of(e, graph.rows(e), graph.columns(e)));
        }
        return Reading.of(parts, (part, to, at) -> {
            double[] weights = subject.network().weightsUsed(part.first());
            System.arraycopy(weights, 0, to, at, weights.length);
        });
    }
}
