package dynlab.numeric;

/**
 * A 128-bit fingerprint of a sequence of doubles: MurmurHash3_x86_128 with seed 0 over their big-endian IEEE-754 bits,
 * two numbers a block. Source: A. Appleby's public-domain MurmurHash3; only 32-bit integer arithmetic. A checksum
 * against change, not against forgery.
 */
public final class Digest {
    private static final int C1 = 0x239b961b;
    private static final int C2 = 0xab0e9789;
    private static final int C3 = 0x38b34ae5;
    private static final int C4 = 0xa1e38b93;

    private int h1;
    private int h2;
    private int h3;
    private int h4;
    private int pendingHigh;
    private int pendingLow;
    private boolean pending;
    private int bytes;

    /** Takes in one number. −0 and 0 differ. */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int high = Integer.reverseBytes((int) (bits >>> 32)); // the hash reads little-endian words of big-endian bytes
        int low = Integer.reverseBytes((int) bits);
        bytes += 8;
        if (pending) {
            block(pendingHigh, pendingLow, high, low);
            pending = false;
        } else {
            pendingHigh = high;
            pendingLow = low;
            pending = true;
        }
    }

    /** Takes in all numbers in order. */
    public void add(double[] values) {
        for (double value : values) {
            add(value);
        }
    }

    private void block(int k1, int k2, int k3, int k4) {
        h1 ^= Integer.rotateLeft(k1 * C1, 15) * C2;
        h1 = (Integer.rotateLeft(h1, 19) + h2) * 5 + 0x561ccd1b;
        h2 ^= Integer.rotateLeft(k2 * C2, 16) * C3;
        h2 = (Integer.rotateLeft(h2, 17) + h3) * 5 + 0x0bcaa747;
        h3 ^= Integer.rotateLeft(k3 * C3, 17) * C4;
        h3 = (Integer.rotateLeft(h3, 15) + h4) * 5 + 0x96cd1c35;
        h4 ^= Integer.rotateLeft(k4 * C4, 18) * C1;
        h4 = (Integer.rotateLeft(h4, 13) + h1) * 5 + 0x32ac3b17;
    }

    /** 32 hexadecimal digits of everything added so far; more may be added afterwards. */
    public String hex() {
        int a = h1;
        int b = h2;
        if (pending) {
            b ^= Integer.rotateLeft(pendingLow * C2, 16) * C3;
            a ^= Integer.rotateLeft(pendingHigh * C1, 15) * C2;
        }
        a ^= bytes;
        b ^= bytes;
        int c = h3 ^ bytes;
        int d = h4 ^ bytes;
        a += b + c + d;
        b += a;
        c += a;
        d += a;
        a = mix(a);
        b = mix(b);
        c = mix(c);
        d = mix(d);
        a += b + c + d;
        b += a;
        c += a;
        d += a;
        return hex(a) + hex(b) + hex(c) + hex(d);
    }

    private static int mix(int h) {
        int x = h;
        x = (x ^ (x >>> 16)) * 0x85ebca6b;
        x = (x ^ (x >>> 13)) * 0xc2b2ae35;
        return x ^ (x >>> 16);
    }

    private static String hex(int word) {
        StringBuilder text = new StringBuilder();
        for (int shift = 28; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((word >>> shift) & 15, 16));
        }
        return text.toString();
    }
}
