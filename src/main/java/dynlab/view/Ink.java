package dynlab.view;

import java.util.Locale;

/** What a colour is for. Each is a token of {@code web/style/tokens.css}; {@link Palette} knows its value in each theme. */
public enum Ink {
    BG,
    SURFACE,
    SUNKEN,
    INK,
    INK_2,
    INK_3,
    LINE,
    LINE_2,
    THEORY,
    NOW,
    OK,
    WARN,
    BAD,
    MODE_1,
    MODE_2,
    MODE_3,
    MODE_4,
    MODE_5,
    MODE_6,
    CAT_1,
    CAT_2,
    CAT_3,
    CAT_4,
    CAT_5,
    CAT_6,
    CAT_7,
    POS,
    NEG,
    POS_INK,
    NEG_INK;

    private static final Ink[] MODES = {MODE_1, MODE_2, MODE_3, MODE_4, MODE_5, MODE_6};
    private static final Ink[] CATEGORIES = {CAT_1, CAT_3, CAT_2, CAT_4, CAT_5, CAT_6, CAT_7};

    /** Its name in the style sheet, without the two dashes: {@code mode-1}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Colour of the k-th of n distinctions, strongest first: evenly spaced, always the first and the last. */
    public static Ink mode(int k, int n) {
        int place = n <= 1 ? 0 : (int) Math.round(k * (MODES.length - 1.0) / (n - 1));
        return MODES[Math.min(place, MODES.length - 1)];
    }

    /** Colour of the k-th category. */
    public static Ink category(int k) {
        return CATEGORIES[k % CATEGORIES.length];
    }
}
