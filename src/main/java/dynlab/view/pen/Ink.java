package dynlab.view.pen;

/** What a colour is for. Each is a token of {@code web/style/tokens.css}, with
 * its value in each theme, and beside published figures. */
public enum Ink {
    BG(0xfdfdfc, 0x14161a, 0xffffff, 0xffffff),
    SURFACE(0xffffff, 0x1b1e24, 0xffffff, 0xffffff),
    SUNKEN(0xf2f3f4, 0x0e1013, 0xeeeeee, 0xf0f0f0),
    INK(0x15171c, 0xeceef1, 0x000000, 0x000000),
    INK_2(0x454a54, 0xbac0ca, 0x1c1c1c, 0x202020),
    INK_3(0x666c78, 0x939aa7, 0x3d3d3d, 0x444444),
    LINE(0xdcdee2, 0x2d323a, 0xbdbdbd, 0xd9d9d9),
    LINE_2(0x80868f, 0x747c89, 0x555555, 0x7f7f7f),
    THEORY(0x15171c, 0xffffff, 0x000000, 0x000000),
    NOW(0xc2125a, 0xff6fa5, 0xb0004a, 0xd00060),
    OK(0x0a6b4b, 0x4fd0a0, 0x0a6b4b, 0x008000),
    WARN(0x8a5300, 0xf0b34e, 0x8a5300, 0xa05a00),
    BAD(0xb3261e, 0xff8a80, 0xb3261e, 0xd00000),
    MODE_1(0x0b2559, 0x6b94e4, 0x071a45, 0x0000ff),
    MODE_2(0x203f80, 0x87a9ee, 0x16336c, 0x0060ff),
    MODE_3(0x3a5f9f, 0xa2bbee, 0x2b4f8f, 0x008080),
    MODE_4(0x6f6f3c, 0xcbc588, 0x606030, 0xff0000),
    MODE_5(0x8a7f22, 0xe2cf5c, 0x786d10, 0xc000c0),
    MODE_6(0xaa8700, 0xffe14d, 0x967600, 0x008000),
    CAT_1(0x044166, 0x2283e1, 0x063974, 0x0000ff),
    CAT_2(0x913902, 0xf07810, 0x883306, 0xff0000),
    CAT_3(0x149063, 0x47f4b7, 0x067251, 0x008000),
    CAT_4(0xa441c1, 0x9a5482, 0xa17c97, 0xbf00bf),
    CAT_5(0x2b6a77, 0x77b2d7, 0x2581be, 0x0090c0),
    CAT_6(0xba8012, 0xfdba07, 0x986521, 0xc07000),
    CAT_7(0x15171c, 0xeceef1, 0x15171c, 0x000000),
    POS(0x134f96, 0x6fb0ff, 0x0a3f80, 0x0000ff),
    NEG(0xb45309, 0xff9d45, 0x9a4300, 0xff0000),
    POS_INK(0x134f96, 0x8cc0ff, 0x0a3f80, 0x0000ff),
    NEG_INK(0x9a4605, 0xffb066, 0x853a00, 0xff0000);

    private static final Ink[] MODES = {MODE_1, MODE_2, MODE_3, MODE_4, MODE_5, MODE_6};
    private static final Ink[] CATEGORIES = {CAT_1, CAT_3, CAT_2, CAT_4, CAT_5, CAT_6, CAT_7};

    private final int light;
    private final int dark;
    private final int projected;
    private final int printed;

    Ink(int light, int dark, int projected, int printed) {
        this.light = light;
        this.dark = dark;
        this.projected = projected;
        this.printed = printed;
    }

    /** Its colour on light paper, 0xRRGGBB. */
    public int light() {
        return light;
    }

    /** Its colour on a dark ground. */
    public int dark() {
        return dark;
    }

    /** Its colour in a lecture hall. */
    public int projected() {
        return projected;
    }

    /**
     * Its colour beside published figures: plain blue, red, green and black on white. Stand-ins, since the files of those
     * figures are not at hand; no page and no token has them.
     */
    public int printed() {
        return printed;
    }

    /** Its name in the style sheet, without the two dashes: {@code mode-1}. */
    public String token() {
        // the tables of all alphabets would have to come along with toLowerCase
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < name().length(); i++) {
            char c = name().charAt(i);
            token.append(c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return token.toString();
    }

    /** Colour of the k-th of n distinctions, strongest first: evenly spaced, always the first and the last. */
    public static Ink mode(int k, int n) {
        int place = n <= 1 ? 0 : (int) (k * (MODES.length - 1.0) / (n - 1) + 0.5);
        return MODES[Math.min(place, MODES.length - 1)];
    }

    /** Colour of the k-th category. */
    public static Ink category(int k) {
        return CATEGORIES[k % CATEGORIES.length];
    }
}
