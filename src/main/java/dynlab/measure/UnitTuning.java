package dynlab.measure;

import dynlab.numeric.Matrix;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Of every hidden layer: what each unit does on each sample, and in a last column what it contributes. */
public final class UnitTuning implements Measure {
    @Override
    public String id() {
        return "tuning";
    }

    @Override
    public Form form() {
        return new Form(
                Form.Of.LAYER,
                Form.Value.FIELDS,
                List.of(new Form.Field("activity", 0, -1), new Form.Field("contribution", -1, 0)));
    }

    @Override
    public Reading on(Subject subject) {
        int[] widths = Tuning.widths(subject.architecture());
        int samples = subject.samples();
        List<Part> parts = new ArrayList<>();
        for (int l = 0; l < widths.length; l++) {
            parts.add(Part.of(l, widths[l], samples + 1));
        }
        if (parts.isEmpty()) {
            return Reading.none(Phrase.of("measure.no-tuning"));
        }
        return Reading.of(parts, (part, to, at) -> {
            Tuning.Layer layer = subject.tuning().layers().get(part.first());
            Matrix h = layer.hidden();
            for (int u = 0; u < h.rows(); u++) {
                int row = at + u * part.columns();
                for (int n = 0; n < samples; n++) {
                    to[row + n] = h.at(u, n);
                }
                to[row + samples] = layer.contributions()[u];
            }
        });
    }
}
