package dynlab.app;

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
        OTHER
    }

    /** Those of a state. */
    public static DigestWords of(LabState state) {
        String whole = state.stale() ? "" : state.runs().digest();
        String expected = state.address().digest();
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
        };
    }

    /** What a link to this run carries. */
    public String linked() {
        return cut(digits, LINKED);
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
