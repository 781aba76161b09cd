package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.numeric.Gemm;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike the states of a recurrent network are at its times: {@code HᵀH}, the inner product of what two hidden nodes do,
 * summed over all samples, for every two hidden nodes of a graph whose hidden nodes are all equally wide.
 */
public final class StateSimilarity implements Measure {
    @Override
    public String id() {
        return "state_similarity";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        List<Integer> states = new ArrayList<>();
        int width = 0;
        boolean same = true;
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (HiddenNodes.is(graph, v)) {
                same &= width == 0 || width == graph.nodes().get(v).width();
                width = graph.nodes().get(v).width();
                states.add(v);
            }
        }
        if (states.size() < 2 || !same) {
            return Reading.none(Phrase.of("measure.no-equal", Argument.name(id())));
        }
        int times = states.size();
        int entries = width * subject.samples();
        double[] hidden = new double[times * entries];
        double[] one = new double[entries];
        return Reading.of(List.of(Part.of(0, times, times)), (part, to, at) -> {
            for (int t = 0; t < times; t++) {
                subject.hidden(states.get(t), one);
                System.arraycopy(one, 0, hidden, t * entries, entries);
            }
            Gemm.multiply(times, times, entries, hidden, 0, entries, 1, hidden, 0, 1, entries, 1, to, at, times, false);
        });
    }
}
