package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.network.Loss;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an output makes of each class in a context that tests (see {@link TestedRoutes}): row k is the mean of its answers to the samples whose largest target is
 * unit k, units × units, zero where there are none. An answer is the probability {@code e^h / Σ e^h} of every unit where
 * the loss is softmax cross-entropy, else h itself.
 */
public final class Confusion implements Measure {
    @Override
    public String id() {
        return "confusion";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.OUTPUT, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        List<Part> parts = new ArrayList<>();
        TestedRoutes tested = TestedRoutes.of(subject.contexts());
        int[] tests = Arrays.copyOf(tested.trained(), tested.trained().length + tested.never().length);
        System.arraycopy(tested.never(), 0, tests, tested.trained().length, tested.never().length);
        Arrays.sort(tests);
        for (int c : tests) {
            for (int v = 0; v < graph.nodes().size(); v++) {
                int width = graph.nodes().get(v).width();
                if (subject.contexts()
                        .get(c)
                        .y()
                        .containsKey(graph.nodes().get(v).id())) {
                    parts.add(new Part(c, v, width, width));
                }
            }
        }
        return Reading.of(parts, (part, to, at) -> read(subject, part, to, at));
    }

    private static void read(Subject subject, Part part, double[] to, int at) {
        String id = subject.architecture().nodes().get(part.second()).id();
        Matrix y = subject.contexts().get(part.first()).y().getOrDefault(id, Matrix.zero(0, 0));
        Matrix h = subject.activities().activity(part.first(), part.second());
        boolean shares = subject.network().lossKind() == Loss.SOFTMAX_CROSS_ENTROPY;
        int units = part.rows();
        Arrays.fill(to, at, at + part.size(), 0);
        int[] count = new int[units];
        double[] said = new double[units];
        for (int sample = 0; sample < y.columns(); sample++) {
            int shown = Accuracy.largest(y, sample);
            count[shown]++;
            answer(h, sample, shares, said);
            for (int unit = 0; unit < units; unit++) {
                to[at + shown * units + unit] += said[unit];
            }
        }
        for (int k = 0; k < units; k++) {
            for (int unit = 0; unit < units && count[k] > 0; unit++) {
                to[at + k * units + unit] /= count[k];
            }
        }
    }

    private static void answer(Matrix h, int sample, boolean shares, double[] said) {
        double most = shares ? h.at(Accuracy.largest(h, sample), sample) : 0;
        double sum = 0;
        for (int unit = 0; unit < said.length; unit++) {
            double value = h.at(unit, sample);
            said[unit] = shares ? ExactMath.exp(value - most) : value;
            sum += said[unit];
        }
        for (int unit = 0; unit < said.length && shares; unit++) {
            said[unit] /= sum;
        }
    }
}
