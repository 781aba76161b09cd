package dynlab.measure;

import dynlab.architecture.Context;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Of every hidden layer: how it shares its work among contexts, as numbers of {@link MixedSelectivity} in a fixed order. */
public final class LayerSharing implements Measure {
    /** The numbers before those that are counted by contexts. */
    private static final List<String> PLAIN = List.of(
            "participation", "reuse", "graded", "occupancy", "within", "same_across", "different_across", "nested");

    @Override
    public String id() {
        return "sharing";
    }

    @Override
    public Form form() {
        List<Form.Field> fields = new ArrayList<>();
        for (String name : PLAIN) {
            fields.add(new Form.Field(name, fields.size(), fields.size() + 1));
        }
        fields.add(new Form.Field("on_in", PLAIN.size(), 0));
        return new Form(Form.Of.LAYER, Form.Value.FIELDS, fields);
    }

    /** The column of a number, or of the first of those that are counted by contexts. */
    public static int column(String field) {
        return field.equals("on_in") ? PLAIN.size() : PLAIN.indexOf(field);
    }

    @Override
    public Reading on(Subject subject) {
        int contexts = subject.contexts().size();
        for (Context context : subject.contexts()) {
            if (context.samples() != subject.contexts().get(0).samples()) {
                return Reading.none(Phrase.of("measure.other-samples"));
            }
        }
        int[] widths = Tuning.widths(subject.architecture());
        List<Part> parts = new ArrayList<>();
        for (int l = 0; l < widths.length; l++) {
            parts.add(Part.of(l, 1, PLAIN.size() + contexts + 1));
        }
        if (parts.isEmpty()) {
            return Reading.none(Phrase.of("measure.no-sharing"));
        }
        return Reading.of(parts, (part, to, at) -> {
            MixedSelectivity m = subject.tuning().layers().get(part.first()).selectivity(contexts);
            double[] plain = {
                m.participation(),
                m.reuse(),
                m.graded(),
                m.occupancy(),
                m.within(),
                m.sameAcross(),
                m.differentAcross(),
                m.nested()
            };
            double[] onIn = m.onIn();
            System.arraycopy(plain, 0, to, at, plain.length);
            System.arraycopy(onIn, 0, to, at + plain.length, onIn.length);
        });
    }
}
