package dynlab.app;

import dynlab.experiment.run.ShortCut;
import dynlab.scene.Address;
import dynlab.words.Words;

/**
 * The fingerprint of the run that the settings ask for, and whether it is the one that a link was made from.
 *
 * @param digits all of them; empty until the run is over
 * @param compared how it stands to the digest of the link
 * @param expected what the link says that it is; empty if it says nothing
 */
public record DigestWords(String digits, Compared compared, String expected) {
    /** Digits that a person sees, and digits that a link carries. */
    private static final int SHOWN = 8;

    private static final int LINKED = 12;

    /** How a run's digest stands to that of its link. */
    public enum Compared {
        NOT,
        SAME,
        OTHER,
        /** An exact short cut stands for the run: it has a digest of its own. */
        SHORT
    }

    /** Those of a state. */
    public static DigestWords of(LabState state) {
        String whole = state.stale() ? "" : state.runs().digest();
        String expected = state.address().digest();
        String ahead = state.stale() ? "" : state.runs().shortCut();
        if (!ahead.isEmpty()) {
            return new DigestWords(ahead, Compared.SHORT, expected);
        }
        if (whole.isEmpty() || expected.isEmpty() || !state.runs().computed()) {
            return new DigestWords(bare(whole), Compared.NOT, expected);
        }
        return new DigestWords(
                bare(whole), Address.meansDigest(expected, whole) ? Compared.SAME : Compared.OTHER, expected);
    }

    /** A few digits, for the eye. */
    public String shown() {
        return digits.isEmpty() ? "" : Words.say("lab.digest.digest", cut(digits, SHOWN));
    }

    /** What the badge beside it says. */
    public String verdict() {
        return switch (compared) {
            case NOT -> "";
            case SAME -> Words.say("lab.digest.same-result");
            case OTHER -> Words.say("lab.digest.expected", cut(expected, SHOWN));
            case SHORT -> shortCut(digits);
        };
    }

    /** The exact short cut that a digest names; empty where it names none. */
    public static String shortCut(String digest) {
        if (!ShortCut.made(digest)) {
            return "";
        }
        String narrow = ShortCut.narrow(digest) ? Words.say("lab.digest.fewer-hidden-units") : "";
        String few = ShortCut.onCorrelations(digest) ? Words.say("lab.digest.correlations-for-samples") : "";
        String both = narrow.isEmpty() || few.isEmpty() ? "" : ", ";
        return Words.say("lab.digest.short-cut", narrow + both + few);
    }

    /** What a link to this run carries: a link is verified by direct steps alone. */
    public String linked() {
        return compared == Compared.SHORT ? "" : cut(digits, LINKED);
    }

    static String differs(String found, String expected) {
        return Words.say("lab.digest.not-run-link", cut(bare(found), LINKED), cut(expected, LINKED));
    }

    private static String bare(String digest) {
        return digest.startsWith("d1-") ? digest.substring(3) : digest;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
