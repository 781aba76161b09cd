package dynlab.numeric;

/** Seeds: whole numbers 0 … 2³² − 1 outside, their 32 bits inside. */
public final class Seeds {
    /** The largest seed. */
    public static final double MOST = 0x1p32 - 1;

    private Seeds() {}

    /** The bits of a whole number 0 … 2³² − 1. */
    public static int bits(double seed) {
        return (int) (seed >= 0x1p31 ? seed - 0x1p32 : seed);
    }

    /** The whole number that has these bits. */
    public static double unsigned(int bits) {
        return bits < 0 ? bits + 0x1p32 : bits;
    }
}
