package dynlab.view.pen;

/** Advance widths of Helvetica and Helvetica Bold (Adobe font metrics), so that a figure is the same on every machine. */
public final class Widths {
    /** Of the characters 32 … 126, in thousandths of the size. */
    private static final int[] REGULAR = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private static final int[] BOLD = {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722,
        611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
        556, 556, 500, 389, 280, 389, 584
    };

    private Widths() {}

    /** Width of a line of text in units of its size. */
    public static double of(String text, boolean bold) {
        int[] table = bold ? BOLD : REGULAR;
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c >= 32 && c <= 126 ? table[c - 32] : other(c);
        }
        return sum / 1000.0;
    }

    private static int other(char c) {
        return switch (c) {
            case '−' -> 584;
            case '…' -> 1000;
            case '½', '¼', '¾', '⅛', '⅜', '⅝', '⅞' -> 834;
            case '·' -> 278;
            case '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁻' -> 333;
            default -> 556;
        };
    }
}
