package dynlab.measure;

import dynlab.words.Argument;
import dynlab.words.Phrase;

/**
 * Inductive projection in every hidden node: how strongly a new property of one sample is extended to another, once a
 * reader of the frozen hidden layer has learned it of that sample alone.
 *
 * <pre>P(i, j) = h_i · h_j / |h_i|²        (row: the sample that has it; 1 on the diagonal)</pre>
 *
 * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019, Eqs. 16–17.
 */
public final class Projection implements Measure {
    private final Measure similarity = new HiddenSimilarity(Likeness.INNER_PRODUCT);

    @Override
    public String id() {
        return "projection";
    }

    @Override
    public Form form() {
        return similarity.form();
    }

    @Override
    public Reading on(Subject subject) {
        Reading alike = similarity.on(subject);
        if (alike.absent().isPresent()) {
            return Reading.none(Phrase.of("measure.needs-hidden", Argument.name(id())));
        }
        int samples = subject.samples();
        return Reading.of(alike.parts(), (part, to, at) -> {
            alike.read(alike.parts().indexOf(part), to, at);
            for (int i = 0; i < samples; i++) {
                double own = to[at + i * samples + i];
                for (int j = 0; j < samples; j++) {
                    to[at + i * samples + j] = own > 0 ? to[at + i * samples + j] / own : 0;
                }
            }
        });
    }
}
