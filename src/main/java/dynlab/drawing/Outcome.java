package dynlab.drawing;

import dynlab.words.Phrase;
import java.util.Optional;

/**
 * What came of an edit: the new drawing, or the old one and the reason.
 *
 * @param drawing what there is now
 * @param why the reason if the edit was refused, as a sentence
 * @param said what happened, in a few words for those who listen; absent if nothing did
 */
public record Outcome(Drawing drawing, Optional<Phrase> why, Optional<Phrase> said) {
    static Outcome done(Drawing drawing, Phrase said) {
        return new Outcome(drawing, Optional.empty(), Optional.of(said));
    }

    /** Nothing was to be done, or nothing is to be said of it. */
    static Outcome silent(Drawing drawing) {
        return new Outcome(drawing, Optional.empty(), Optional.empty());
    }

    static Outcome refused(Drawing drawing, Phrase why) {
        return new Outcome(drawing, Optional.of(why), Optional.empty());
    }

    public boolean done() {
        return why.isEmpty();
    }
}
