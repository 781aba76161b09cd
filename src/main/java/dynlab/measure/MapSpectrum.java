package dynlab.measure;

import dynlab.numeric.SingularValues;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/** The singular values of the total map, descending. */
public final class MapSpectrum implements Measure {
    @Override
    public String id() {
        return "map_singular_values";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.VECTOR);
    }

    @Override
    public Reading on(Subject subject) {
        Optional<Phrase> obstacle = LinearMap.obstacle(subject.network(), subject.contexts());
        return obstacle.isPresent() ? Reading.none(LinearMap.needs(obstacle.get())) : new Spectrum(subject);
    }

    /** Taken in pieces where the map is large. */
    private static final class Spectrum implements Reading {
        private final Subject subject;
        private final SingularValues values;
        private boolean begun;

        Spectrum(Subject subject) {
            this.subject = subject;
            values = new SingularValues(subject.map().rows(), subject.map().columns());
        }

        @Override
        public List<Part> parts() {
            return List.of(Part.of(0, 1, values.count()));
        }

        @Override
        public boolean prepare(int part, double flops) {
            if (!begun) {
                values.begin(subject.map().entries());
                begun = true;
            }
            return values.advance(flops);
        }

        @Override
        public void read(int part, double[] to, int at) {
            values.take(to, at);
            begun = false;
        }
    }
}
