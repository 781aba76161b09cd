package dynlab.drawing;

/**
 * What came of an edit: the new drawing, or the old one and the reason.
 *
 * @param drawing what there is now
 * @param why one sentence if the edit was refused, else empty
 * @param said what happened, in a few words for those who listen
 */
public record Outcome(Drawing drawing, String why, String said) {
    static Outcome done(Drawing drawing, String said) {
        return new Outcome(drawing, "", said);
    }

    static Outcome refused(Drawing drawing, String why) {
        return new Outcome(drawing, why, "");
    }

    public boolean done() {
        return why.isEmpty();
    }
}
