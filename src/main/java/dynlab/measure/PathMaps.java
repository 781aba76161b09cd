package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.numeric.Gemm;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * The linear maps of hidden nodes that stand alone between inputs and one output, the pathways of a gated twin: {@code
 * W_out [W_in …]}, outputs × inputs. What gates and nonlinearities do is left out.
 */
public final class PathMaps implements Measure {
    @Override
    public String id() {
        return "path_maps";
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
            if (isPath(graph, v)) {
                parts.add(Part.of(v, graph.rows(graph.outgoing(v)[0]), SideBySide.columns(graph, into(graph, v))));
            }
        }
        if (parts.isEmpty()) {
            return Reading.none(Phrase.of("measure.no-path-maps"));
        }
        return Reading.of(parts, (part, to, at) -> {
            int width = graph.nodes().get(part.first()).width();
            double[] in = SideBySide.of(subject.network(), into(graph, part.first()), width);
            double[] out = subject.network().weightsUsed(graph.outgoing(part.first())[0]);
            int columns = part.columns();
            Gemm.multiply(part.rows(), columns, width, out, 0, width, 1, in, 0, columns, 1, 1, to, at, columns, false);
        });
    }

    private static List<Integer> into(Architecture graph, int node) {
        List<Integer> edges = new ArrayList<>();
        for (int e : graph.incoming(node)) {
            edges.add(e);
        }
        return edges;
    }

    private static boolean isPath(Architecture graph, int node) {
        if (graph.nodes().get(node).role() != Role.HIDDEN
                || graph.outgoing(node).length != 1
                || graph.incoming(node).length == 0) {
            return false;
        }
        for (int e : graph.incoming(node)) {
            if (graph.nodes().get(graph.source(e)).role() != Role.INPUT) {
                return false;
            }
        }
        int end = graph.target(graph.outgoing(node)[0]);
        return graph.nodes().get(end).role() == Role.OUTPUT;
    }
}
