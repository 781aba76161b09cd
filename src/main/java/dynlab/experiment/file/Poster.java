package dynlab.experiment.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A finished run in few bytes, to be on the page before any engine has started: a {@link Packet} whose whole numbers are
 * cut to 16 significant bits and all others rounded to 11, which is a tenth of a pixel on a curve 200 pixels high. It is made
 * from a run at build time and shown only until the same run has been computed again.
 *
 * <p>Layout: big-endian int w, w bytes of words in UTF-16 (which a page reads without a decoder), upper bytes first, each
 * word ended by a line feed, then the numbers as IEEE singles without
 * their lowest byte, which compresses best plane by plane: all highest bytes first.
 */
public final class Poster {
    private static final int BYTES = 3;

    /** Of the 24 bits that a single has: more than a figure shows would be noise, which no compression makes smaller. */
    private static final int SIGNIFICANT = 11;

    private Poster() {}

    /** The bytes of a packet. */
    public static byte[] encode(Packet packet) {
        StringBuilder text = new StringBuilder();
        for (String word : packet.words()) {
            text.append(word).append('\n');
        }
        byte[] words = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            words[i] = (byte) (text.charAt(i) >> 8);
            words[text.length() + i] = (byte) text.charAt(i);
        }
        double[] numbers = packet.numbers();
        byte[] bytes = new byte[4 + words.length + BYTES * numbers.length];
        for (int k = 0; k < 4; k++) {
            bytes[k] = (byte) (words.length >> (24 - 8 * k));
        }
        System.arraycopy(words, 0, bytes, 4, words.length);
        int from = 4 + words.length;
        for (int i = 0; i < numbers.length; i++) {
            int bits = Float.floatToIntBits(rounded(numbers[i]));
            for (int k = 0; k < BYTES; k++) {
                bytes[from + k * numbers.length + i] = (byte) (bits >> (24 - 8 * k));
            }
        }
        return bytes;
    }

    private static float rounded(double number) {
        float single = (float) number;
        if (number == Math.rint(number) || !(Math.abs(number) < 1e38)) {
            return single;
        }
        int cut = 24 - SIGNIFICANT;
        int half = 1 << (cut - 1);
        return Float.intBitsToFloat((Float.floatToIntBits(single) + half) >> cut << cut);
    }

    /**
     * The packet in some bytes; numbers are within 2⁻¹¹ of what they were, relatively, whole numbers below 2¹⁶ are exact.
     *
     * @throws IllegalArgumentException if the bytes are not those of a poster
     */
    public static Packet decode(byte[] bytes) {
        int length = bytes.length < 4 ? -1 : word(bytes, 0, 0) | (bytes[3] & 0xff);
        if (length < 0 || length % 2 != 0 || 4 + length > bytes.length || (bytes.length - 4 - length) % BYTES != 0) {
            throw new IllegalArgumentException("these are not the bytes of a recorded run");
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int at = 4; at < 4 + length / 2; at++) {
            char letter = (char) ((bytes[at] & 0xff) << 8 | (bytes[at + length / 2] & 0xff));
            if (letter == '\n') {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(letter);
            }
        }
        int from = 4 + length;
        int count = (bytes.length - from) / BYTES;
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Float.intBitsToFloat(word(bytes, from + i, count - 1));
        }
        return new Packet(numbers, words);
    }

    /** Three bytes, each {@code gap + 1} after the other, as the upper bytes of an int. */
    private static int word(byte[] bytes, int at, int gap) {
        int step = gap + 1;
        return (bytes[at] & 0xff) << 24 | (bytes[at + step] & 0xff) << 16 | (bytes[at + 2 * step] & 0xff) << 8;
    }
}
