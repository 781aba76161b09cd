package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

final class DigestTest {
    /** MurmurHash3_x86_128 of bytes whose length is a multiple of 8, written from its description with 64-bit words. */
    private static String slow(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long mask = 0xffffffffL;
        long[] c = {0x239b961bL, 0xab0e9789L, 0x38b34ae5L, 0xa1e38b93L};
        int[] rotateKey = {15, 16, 17, 18};
        int[] rotateHash = {19, 17, 15, 13};
        long[] addend = {0x561ccd1bL, 0x0bcaa747L, 0x96cd1c35L, 0x32ac3b17L};
        long[] h = new long[4];
        int at = 0;
        for (; at + 16 <= bytes.length; at += 16) {
            for (int i = 0; i < 4; i++) {
                long k = in.getInt(at + 4 * i) & mask;
                k = rotate(k * c[i] & mask, rotateKey[i]) * c[(i + 1) % 4] & mask;
                h[i] = (rotate(h[i] ^ k, rotateHash[i]) + h[(i + 1) % 4]) * 5 + addend[i] & mask;
            }
        }
        for (int i = 1; i >= 0 && at < bytes.length; i--) {
            long k = in.getInt(at + 4 * i) & mask;
            h[i] ^= rotate(k * c[i] & mask, rotateKey[i]) * c[(i + 1) % 4] & mask;
        }
        for (int i = 0; i < 4; i++) {
            h[i] ^= bytes.length;
        }
        spread(h, mask);
        for (int i = 0; i < 4; i++) {
            h[i] = (h[i] ^ (h[i] >>> 16)) * 0x85ebca6bL & mask;
            h[i] = (h[i] ^ (h[i] >>> 13)) * 0xc2b2ae35L & mask;
            h[i] ^= h[i] >>> 16;
        }
        spread(h, mask);
        return String.format("%08x%08x%08x%08x", h[0], h[1], h[2], h[3]);
    }

    private static void spread(long[] h, long mask) {
        h[0] = h[0] + h[1] + h[2] + h[3] & mask;
        for (int i = 1; i < 4; i++) {
            h[i] = h[i] + h[0] & mask;
        }
    }

    private static long rotate(long word, int by) {
        return (word << by | word >>> (32 - by)) & 0xffffffffL;
    }

    @Test
    void theDigestIsMurmurHash3OfTheBigEndianBits() {
        Rng rng = new Rng(4);
        for (int n = 0; n < 40; n++) {
            Digest digest = new Digest();
            ByteBuffer bytes = ByteBuffer.allocate(8 * n);
            for (int k = 0; k < n; k++) {
                double value = rng.nextGaussian();
                digest.add(value);
                bytes.putDouble(value);
            }
            assertEquals(slow(bytes.array()), digest.hex(), n + " numbers");
        }
    }

    @Test
    void theSlowVersionAgreesWithAPublishedValue() {
        // MurmurHash3_x86_128 of no bytes with seed 0 is 0
        assertEquals("0".repeat(32), slow(new byte[0]));
        assertEquals("0".repeat(32), new Digest().hex());
    }

    @Test
    void orderSignOfZeroAndTheLastBitAllCount() {
        assertNotEquals(of(1, 2), of(2, 1));
        assertNotEquals(of(0.0), of(-0.0));
        assertNotEquals(of(1), of(Math.nextUp(1)));
    }

    private static String of(double... values) {
        Digest digest = new Digest();
        digest.add(values);
        return digest.hex();
    }
}
