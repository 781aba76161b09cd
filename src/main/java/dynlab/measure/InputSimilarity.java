package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.numeric.Gemm;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Of every hidden node that inputs feed: {@code WᵀW} of all these weights side by side. */
public final class InputSimilarity implements Measure {
    @Override
    public String id() {
        return "input_similarity";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.NODE, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        List<Part> parts = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            int units = SideBySide.columns(graph, encoders(graph, v));
            if (units > 0) {
                parts.add(Part.of(v, units, units));
            }
        }
        if (parts.isEmpty()) {
            return Reading.none(Phrase.of("measure.no-fed"));
        }
        return Reading.of(parts, (part, to, at) -> {
            int units = part.columns();
            int width = graph.nodes().get(part.first()).width();
            double[] w = SideBySide.of(subject.network(), encoders(graph, part.first()), width);
            Gemm.multiply(units, units, width, w, 0, 1, units, w, 0, units, 1, 1, to, at, units, false);
        });
    }

    /** Edges from inputs into a hidden node. */
    private static List<Integer> encoders(Architecture graph, int node) {
        List<Integer> found = new ArrayList<>();
        for (int e : graph.incoming(node)) {
            Role source = graph.nodes().get(graph.source(e)).role();
            if (source == Role.INPUT && graph.nodes().get(node).role() == Role.HIDDEN) {
                found.add(e);
            }
        }
        return found;
    }
}
