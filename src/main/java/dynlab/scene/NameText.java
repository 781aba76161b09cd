package dynlab.scene;

/** Which texts may be names: those of which a reader sees every character, in the order in which they stand. */
public final class NameText {
    /** Characters of a name that a reader gives. */
    public static final int LONGEST = 40;

    /** Marks that turn the direction of what follows, join or part without being seen, or break lines. */
    private static final String UNSEEN =
            "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
                    + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0\ufff9\ufffa\ufffb"
                    + "\ufffe\uffff";

    private NameText() {}

    /** Whether a text has no control character, no mark that cannot be seen, and no half of a surrogate pair. */
    public static boolean visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c < 0xa0 || UNSEEN.indexOf(c) >= 0) {
                return false;
            }
            boolean high = c >= 0xd800 && c < 0xdc00;
            boolean low = c >= 0xdc00 && c < 0xe000;
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (low || high && !(next >= 0xdc00 && next < 0xe000)) {
                return false;
            }
            i += high ? 1 : 0;
        }
        return true;
    }
}
