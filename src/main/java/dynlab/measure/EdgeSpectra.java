package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.network.Network;
import dynlab.numeric.SingularValues;
import dynlab.numeric.ThinSpectrum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The singular values of every edge's weights, descending. */
public final class EdgeSpectra implements Measure {
    @Override
    public String id() {
        return "singular_values";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.EDGE, Form.Value.VECTOR);
    }

    @Override
    public Reading on(Subject subject) {
        return new Spectra(subject.network());
    }

    /** Edges of one shape share the memory in which their values are taken. */
    private static final class Spectra implements Reading {
        private final Network network;
        private final List<Part> parts = new ArrayList<>();
        private final List<SingularValues> takers = new ArrayList<>();
        private final List<Part> shapes = new ArrayList<>();
        private final double[] few = new double[2];
        private int begun = -1;
        /** Whether the values of the part that was prepared last are among the few. */
        private boolean thin;

        Spectra(Network network) {
            this.network = network;
            Architecture graph = network.architecture();
            Map<String, SingularValues> byShape = new LinkedHashMap<>();
            for (int e = 0; e < graph.edges().size(); e++) {
                int rows = graph.rows(e);
                int columns = graph.columns(e);
                takers.add(byShape.computeIfAbsent(rows + "x" + columns, key -> new SingularValues(rows, columns)));
                shapes.add(Part.of(e, rows, columns));
                parts.add(Part.of(e, 1, Math.min(rows, columns)));
            }
        }

        @Override
        public List<Part> parts() {
            return parts;
        }

        @Override
        public boolean prepare(int part, double flops) {
            if (begun != part) {
                double[] weights = network.weightsUsed(part);
                Part shape = shapes.get(part);
                thin = ThinSpectrum.fits(shape.rows(), shape.columns())
                        && ThinSpectrum.of(weights, shape.rows(), shape.columns(), few, 0);
                if (thin) {
                    return false;
                }
                takers.get(part).begin(weights);
                begun = part;
            }
            return takers.get(part).advance(flops);
        }

        @Override
        public void read(int part, double[] to, int at) {
            if (thin) {
                System.arraycopy(few, 0, to, at, parts.get(part).size());
                return;
            }
            takers.get(part).take(to, at);
            begun = -1;
        }
    }
}
