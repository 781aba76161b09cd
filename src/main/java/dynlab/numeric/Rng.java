package dynlab.numeric;

/**
 * The project's random numbers: xoshiro128** on 32-bit integers, seeded by splitmix32, so that every platform draws the
 * same bits. Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021.
 */
public final class Rng {
    private int s0;
    private int s1;
    private int s2;
    private int s3;
    private double spare;
    private boolean hasSpare;

    /**
     * @param seed any int; equal seeds give equal sequences
     */
    public Rng(int seed) {
        int state = seed;
        s0 = splitmix(state += 0x9e3779b9);
        s1 = splitmix(state += 0x9e3779b9);
        s2 = splitmix(state += 0x9e3779b9);
        s3 = splitmix(state + 0x9e3779b9);
        if ((s0 | s1 | s2 | s3) == 0) {
            s0 = 1; // the all-zero state is a fixed point
        }
    }

    private static int splitmix(int z) {
        int x = z;
        x = (x ^ (x >>> 16)) * 0x85ebca6b;
        x = (x ^ (x >>> 13)) * 0xc2b2ae35;
        return x ^ (x >>> 16);
    }

    /** 32 uniform bits. */
    public int nextInt() {
        int result = Integer.rotateLeft(s1 * 5, 7) * 9;
        int t = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Integer.rotateLeft(s3, 11);
        return result;
    }

    /**
     * A uniform integer in [0, bound), by rejection.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + ", expected at least 1");
        }
        int bits = nextInt() >>> 1;
        int value = bits % bound;
        while (bits - value + (bound - 1) < 0) {
            bits = nextInt() >>> 1;
            value = bits % bound;
        }
        return value;
    }

    /** A uniform multiple of 2⁻⁵³ in [0, 1). */
    public double nextDouble() {
        double high = nextInt() >>> 5;
        double low = nextInt() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    /** A standard normal number by Marsaglia's polar method; every second call returns the pair's other half. */
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * ExactMath.log(square) / square);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }

    /**
     * Shuffles numbers in place by R. A. Fisher and F. Yates' method, from the end down: entry i changes places with entry
     * {@code nextInt(i + 1)}.
     */
    public void shuffle(int[] order) {
        for (int i = order.length - 1; i >= 1; i--) {
            int j = nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
