package dynlab.experiment.file;

import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The field {@code record} of an experiment file: when, and which quantities. */
final class RecordCodec {
    private RecordCodec() {}

    static RecordPlan read(JsonCursor cursor, int steps) {
        cursor.fields("at", "every", "quantities");
        Optional<JsonCursor> at = cursor.optional("at");
        Optional<JsonCursor> every = cursor.optional("every");
        if (at.isPresent() && every.isPresent()) {
            throw cursor.refused(Phrase.of("file.at-or-every"));
        }
        RecordPlan.When when = new RecordPlan.When.Adaptive();
        if (at.isPresent()) {
            List<Integer> listed = new ArrayList<>();
            for (JsonCursor step : at.get().elements()) {
                int value = step.whole(0, steps);
                if (!listed.isEmpty() && listed.get(listed.size() - 1) >= value) {
                    throw step.refused(Phrase.of("file.ascending"));
                }
                listed.add(value);
            }
            when = new RecordPlan.When.At(listed);
        } else if (every.isPresent()) {
            when = new RecordPlan.When.Every(every.get().whole(1, ExperimentCodec.MOST_STEPS));
        }
        Set<Quantity> quantities = new LinkedHashSet<>();
        quantities.add(Quantity.LOSS);
        Optional<JsonCursor> listed = cursor.optional("quantities");
        if (listed.isPresent()) {
            for (JsonCursor quantity : listed.get().elements()) {
                quantities.add(quantity.word(Quantity.values(), Quantity::word));
            }
        } else {
            quantities.add(Quantity.SINGULAR_VALUES);
        }
        return new RecordPlan(when, quantities);
    }

    static void write(JsonWriter json, RecordPlan record) {
        json.open('{');
        if (record.when() instanceof RecordPlan.When.At at) {
            json.name("at").open('[');
            at.steps().forEach(json::number);
            json.close(']');
        } else if (record.when() instanceof RecordPlan.When.Every every) {
            json.name("every").number(every.n());
        }
        json.name("quantities").open('[');
        for (Quantity quantity : Quantity.values()) {
            if (record.quantities().contains(quantity)) {
                json.text(quantity.word());
            }
        }
        json.close(']').close('}');
    }
}
