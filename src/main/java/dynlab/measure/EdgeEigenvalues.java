package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.numeric.Eigenvalues;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * The eigenvalues of every square matrix that leads from one hidden node to another, those of largest modulus first: real
 * parts in the first row, imaginary parts in the second. Of a recurrent network they are what its memory fades and swings by.
 */
public final class EdgeEigenvalues implements Measure {
    @Override
    public String id() {
        return "eigenvalues";
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
            boolean between = HiddenNodes.is(graph, graph.source(e)) && HiddenNodes.is(graph, graph.target(e));
            if (between && graph.owner(e) == e && graph.rows(e) == graph.columns(e)) {
                parts.add(Part.of(e, 2, graph.rows(e)));
            }
        }
        return parts.isEmpty()
                ? Reading.none(Phrase.of("measure.no-square", Argument.name(id())))
                : Reading.of(parts, (part, to, at) -> {
                    double[] values = Eigenvalues.of(subject.network().weightsUsed(part.first()), part.columns());
                    System.arraycopy(values, 0, to, at, values.length);
                });
    }
}
