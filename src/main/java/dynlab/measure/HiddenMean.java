package dynlab.measure;

import dynlab.architecture.Architecture;

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
        HiddenNodes nodes = HiddenNodes.of(subject, 1, samples);
        if (nodes.parts().isEmpty()) {
            return HiddenNodes.none(id());
        }
        double[] hidden = new double[nodes.widest() * samples];
        return Reading.of(nodes.parts(), (part, to, at) -> {
            int width = graph.nodes().get(part.first()).width();
            subject.hidden(part.first(), hidden);
            HiddenDistance.means(hidden, width, samples, to, at);
        });
    }
}
