package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.numeric.Gemm;
import java.util.ArrayList;
import java.util.List;

/** How alike samples are in every hidden node, over all samples of all contexts in order, gates applied. */
public final class HiddenSimilarity implements Measure {
    private final Likeness likeness;

    /**
     * @param likeness how alike two hidden vectors are
     */
    public HiddenSimilarity(Likeness likeness) {
        this.likeness = likeness;
    }

    @Override
    public String id() {
        return likeness.word();
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.NODE, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        int samples = subject.samples();
        List<Part> parts = new ArrayList<>();
        int widest = 0;
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (graph.nodes().get(v).role() == Role.HIDDEN) {
                parts.add(Part.of(v, samples, samples));
                widest = Math.max(widest, graph.nodes().get(v).width());
            }
        }
        if (parts.isEmpty()) {
            return Reading.none(id() + " is that of hidden nodes, and there are none");
        }
        double[] hidden = new double[widest * samples];
        return Reading.of(parts, (part, to, at) -> {
            int width = graph.nodes().get(part.first()).width();
            subject.hidden(part.first(), hidden);
            likeness.prepare(hidden, width, samples);
            // HᵀH
            Gemm.multiply(
                    samples, samples, width, hidden, 0, 1, samples, hidden, 0, samples, 1, 1, to, at, samples, false);
            likeness.finish(to, at, samples);
        });
    }
}
