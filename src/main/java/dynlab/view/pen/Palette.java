package dynlab.view.pen;

/**
 * Colours, text sizes and line weights of one theme: the values of {@code web/style/tokens.css}, which a test compares; and
 * one for paper.
 */
public enum Palette {
    LIGHT,
    DARK,
    PROJECTOR,
    /** For figures that stand beside published ones, see {@link Ink#printed}; not a theme of the page. */
    PAPER;

    private static final int STEPS = 100;
    private static final int KEPT = 4096;

    // mixtures already computed, each at a place that its key names; one that meets another there replaces it
    private final int[] inks = new int[KEPT];
    private final int[] grounds = new int[KEPT];
    private final int[] mixtures = new int[KEPT];

    /** The colour of a token, 0xRRGGBB. */
    public int rgb(Ink ink) {
        return switch (this) {
            case LIGHT -> ink.light();
            case DARK -> ink.dark();
            case PROJECTOR -> ink.projected();
            case PAPER -> ink.printed();
        };
    }

    /** The colour of a paint on its ground, without its alpha. */
    public int rgb(Paint paint) {
        int hundredths = (int) (paint.strength() * STEPS + 0.5);
        if (hundredths >= STEPS) {
            return rgb(paint.ink());
        }
        int ink = rgb(paint.ink()) | hundredths << 24;
        int ground = rgb(paint.ground()) | 1 << 24;
        int place = (ink * 31 + ground ^ ink >>> 13 ^ hundredths * 97) & KEPT - 1;
        if (inks[place] != ink || grounds[place] != ground) {
            inks[place] = ink;
            grounds[place] = ground;
            mixtures[place] = mix(rgb(paint.ink()), rgb(paint.ground()), hundredths / (double) STEPS);
        }
        return mixtures[place];
    }

    /** The colour of words on a paint: ink or ground, whichever stands out more. */
    public Ink on(Paint paint) {
        double own = luminance(rgb(paint));
        double ink = luminance(rgb(Ink.INK));
        double ground = luminance(rgb(Ink.BG));
        // contrast is (lighter + .05) / (darker + .05), WCAG 2.1
        double middle = Math.sqrt((ink + 0.05) * (ground + 0.05)) - 0.05;
        return own > middle == ink < ground ? Ink.INK : Ink.BG;
    }

    /** Relative luminance of sRGB, WCAG 2.1, 0…1. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    /** Text size in px; the projector's is larger, as type of 118.75 % is. */
    public double size(Type type) {
        return this == PROJECTOR ? type.projected() : type.size();
    }

    /** Line width in px. */
    public double width(Weight weight) {
        return this == PROJECTOR ? weight.projected() : weight.width();
    }

    /** Half-way colours as the eye sees them: {@code color-mix(in oklab, a share, b)}. */
    static int mix(int a, int b, double share) {
        double[] p = toOklab(a);
        double[] q = toOklab(b);
        for (int i = 0; i < 3; i++) {
            p[i] = share * p[i] + (1 - share) * q[i];
        }
        return fromOklab(p);
    }

    /** sRGB to Oklab, B. Ottosson 2020. */
    private static double[] toOklab(int rgb) {
        double r = linear(rgb >> 16 & 255);
        double g = linear(rgb >> 8 & 255);
        double b = linear(rgb & 255);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static int fromOklab(double[] lab) {
        double l = lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2];
        double m = lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2];
        double s = lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2];
        l = l * l * l;
        m = m * m * m;
        s = s * s * s;
        int r = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int g = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int b = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return r << 16 | g << 8 | b;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double c) {
        double v = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
        return (int) Math.max(0, Math.min(255, v * 255 + 0.5));
    }
}
