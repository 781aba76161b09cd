package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What every output says in every context, units × samples, its gate applied. */
public final class Outputs implements Measure {
    @Override
    public String id() {
        return "outputs";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.OUTPUT, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        List<Part> parts = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            for (int c = 0;
                    graph.nodes().get(v).role() == Role.OUTPUT
                            && c < subject.contexts().size();
                    c++) {
                int samples = subject.contexts().get(c).samples();
                parts.add(new Part(c, v, graph.nodes().get(v).width(), samples));
            }
        }
        if (LinearMap.obstacle(subject.network(), subject.contexts()).isEmpty()) {
            int input = LinearMap.first(graph, Role.INPUT);
            if (graph.nodes().get(input).width() <= subject.samples()) {
                return throughMap(subject, parts, graph.nodes().get(input).id());
            }
        }
        return Reading.of(
                parts,
                (part, to, at) -> subject.activities().copy(part.first(), part.second(), to, at, part.columns()));
    }

    /** Where there are more samples than inputs, the total map on the data is less work than a pass through the network. */
    private static Reading throughMap(Subject subject, List<Part> parts, String input) {
        List<double[]> x = new ArrayList<>();
        for (Context context : subject.contexts()) {
            Optional<Matrix> fed = Optional.ofNullable(context.x().get(input));
            x.add(fed.isPresent() ? fed.get().toArray() : new double[0]);
        }
        return Reading.of(parts, (part, to, at) -> {
            double[] fed = x.get(part.first());
            if (fed.length > 0) {
                subject.map().times(fed, part.columns(), to, at);
            } else {
                Arrays.fill(to, at, at + part.size(), 0);
            }
        });
    }
}
