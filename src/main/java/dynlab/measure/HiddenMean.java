package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean over the units of every hidden node, for every sample of all contexts in order. Beside the inner products of the
 * hidden vectors it gives their correlations.
 */
public final class HiddenMean implements Measure {
    @Override
    public String id() {
        return "hidden_mean";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.NODE, Form.Value.VECTOR);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        int samples = subject.samples();
        List<Part> parts = new ArrayList<>();
        int widest = 0;
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (graph.nodes().get(v).role() == Role.HIDDEN) {
                parts.add(Part.of(v, 1, samples));
                widest = Math.max(widest, graph.nodes().get(v).width());
            }
        }
        if (parts.isEmpty()) {
            return Reading.none("hidden_mean is that of hidden nodes, and there are none");
        }
        double[] hidden = new double[widest * samples];
        return Reading.of(parts, (part, to, at) -> {
            int width = graph.nodes().get(part.first()).width();
            subject.hidden(part.first(), hidden);
            HiddenDistance.means(hidden, width, samples, to, at);
        });
    }
}
