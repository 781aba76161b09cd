package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.experiment.Refused;
import dynlab.experiment.Start;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields {@code initial_weights} and {@code init} of an experiment file, of which one is there. */
final class StartCodec {
    private StartCodec() {}

    static Start read(JsonCursor file, Architecture architecture) {
        Optional<JsonCursor> given = file.optional("initial_weights");
        Optional<JsonCursor> init = file.optional("init");
        if (given.isPresent() && init.isPresent()) {
            throw file.refused(Phrase.of("file.two-starts"));
        }
        if (init.isPresent()) {
            return new Start.Drawn(InitCodec.read(init.get(), architecture));
        }
        JsonCursor weights = given.orElseThrow(() -> new Refused("initial_weights", Phrase.of("file.no-start")));
        for (JsonCursor entry : weights.entries()) {
            Optional<Integer> e = architecture.edge(entry.name());
            if (e.isEmpty()) {
                throw entry.refused(Phrase.of("file.no-edge"));
            }
            if (!architecture.owns(e.get())) {
                throw entry.refused(Phrase.of("file.tied"));
            }
        }
        List<Matrix> matrices = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            int rows = architecture.rows(e);
            int columns = architecture.columns(e);
            matrices.add(
                    architecture.owns(e)
                            ? weights.required(architecture.edges().get(e).id())
                                    .matrix(
                                            rows,
                                            columns,
                                            Phrase.of(
                                                    "file.shape.weights",
                                                    Argument.count(rows),
                                                    Argument.count(columns)))
                            : Matrix.zero(0, 0));
        }
        return new Start.Given(Initialization.tied(architecture, matrices));
    }

    static void write(JsonWriter json, Start start, Architecture architecture) {
        if (start instanceof Start.Given given) {
            json.line().name("initial_weights").open('{');
            for (int e = 0; e < given.weights().size(); e++) {
                if (!architecture.owns(e)) {
                    continue;
                }
                Matrix w = given.weights().get(e);
                json.line().name(architecture.edges().get(e).id()).matrix(w.toArray(), 0, w.rows(), w.columns());
            }
            json.close('}');
        } else if (start instanceof Start.Drawn drawn) {
            InitCodec.write(json.line().name("init"), drawn.init());
        }
    }
}
