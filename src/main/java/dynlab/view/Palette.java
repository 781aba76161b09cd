package dynlab.view;

/**
 * Colours, text sizes and line weights of one theme: the values of {@code web/style/tokens.css}, which a test compares.
 * Colours are 0xRRGGBB.
 */
public enum Palette {
    LIGHT(
            new int[] {
                0xfdfdfc, 0xffffff, 0xf2f3f4, 0x15171c, 0x454a54, 0x666c78, 0xdcdee2, 0x80868f, 0x15171c, 0xc2125a,
                0x0a6b4b, 0x8a5300, 0xb3261e, 0x0b2559, 0x203f80, 0x3a5f9f, 0x6f6f3c, 0x8a7f22, 0xb08c00, 0x0072b2,
                0xd55e00, 0x009e73, 0xb5588f, 0x2a8fc9, 0xb57700, 0x15171c, 0x134f96, 0xb45309, 0x134f96, 0x9a4605
            }),
    DARK(
            new int[] {
                0x14161a, 0x1b1e24, 0x0e1013, 0xeceef1, 0xbac0ca, 0x939aa7, 0x2d323a, 0x747c89, 0xffffff, 0xff6fa5,
                0x4fd0a0, 0xf0b34e, 0xff8a80, 0x6b94e4, 0x87a9ee, 0xa2bbee, 0xcbc588, 0xe2cf5c, 0xffe14d, 0x5ab0ea,
                0xf2803a, 0x7aeac8, 0xb95c99, 0x7cc8f2, 0xf2b333, 0xeceef1, 0x6fb0ff, 0xff9d45, 0x8cc0ff, 0xffb066
            }),
    PROJECTOR(
            new int[] {
                0xffffff, 0xffffff, 0xeeeeee, 0x000000, 0x1c1c1c, 0x3d3d3d, 0xbdbdbd, 0x555555, 0x000000, 0xb0004a,
                0x0a6b4b, 0x8a5300, 0xb3261e, 0x071a45, 0x16336c, 0x2b4f8f, 0x606030, 0x786d10, 0x967600, 0x005f96,
                0xad4500, 0x008f68, 0x9a3f76, 0x1c78ad, 0x8f5d00, 0x000000, 0x0a3f80, 0x9a4300, 0x0a3f80, 0x853a00
            });

    private static final int STEPS = 100;

    private final int[] colours;
    /** Mixtures already computed, by ink, ground and hundredths; 0 = not yet (no mixture is pure black over nothing). */
    private final int[] mixed = new int[Ink.values().length * 3 * (STEPS + 1)];

    Palette(int[] colours) {
        this.colours = colours;
    }

    /** The colour of a token. */
    public int rgb(Ink ink) {
        return colours[ink.ordinal()];
    }

    /** The colour of a paint on its ground, without its alpha. */
    public int rgb(Paint paint) {
        int hundredths = (int) Math.round(paint.strength() * STEPS);
        if (hundredths >= STEPS) {
            return rgb(paint.ink());
        }
        // only backgrounds serve as ground, and they are the first three tokens
        int slot = (paint.ink().ordinal() * 3 + Math.min(2, paint.ground().ordinal())) * (STEPS + 1) + hundredths;
        if (mixed[slot] == 0) {
            mixed[slot] = 1 << 24 | mix(rgb(paint.ink()), rgb(paint.ground()), hundredths / (double) STEPS);
        }
        return mixed[slot] & 0xffffff;
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
        return (int) Math.max(0, Math.min(255, Math.round(v * 255)));
    }
}
