package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.numeric.Gemm;

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
        HiddenNodes nodes = HiddenNodes.of(subject, samples, samples);
        if (nodes.parts().isEmpty()) {
            return HiddenNodes.none(id());
        }
        double[] hidden = new double[nodes.widest() * samples];
        return Reading.of(nodes.parts(), (part, to, at) -> {
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
