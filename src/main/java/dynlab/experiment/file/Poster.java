package dynlab.experiment.file;

import dynlab.experiment.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished run in few bytes, to be on the page before any engine has started: a {@link Packet} whose whole numbers are
 * cut to 16 significant bits and all others rounded to 11, which is a tenth of a pixel on a curve 200 pixels high. It is made
 * from a run at build time and shown only until the same run has been computed again.
 *
 * <p>Layout: big-endian int w, w bytes of words in UTF-16 (which a page reads without a decoder), upper bytes first, each
 * word ended by a line feed; big-endian int b, and for each of b blocks of numbers that are told record by record its start,
 * its records and its size as ints; then the numbers as IEEE singles without their lowest byte, plane by plane, all highest
 * bytes first. In a block one number at all records follows the other, and after the first record the bits are less those of
 * the record before: where little changes this compresses to three quarters.
 */
public final class Poster {
    private static final int BYTES = 3;

    /** Of the 24 bits that a single has: more than a figure shows would be noise, which no compression makes smaller. */
    private static final int SIGNIFICANT = 11;

    private Poster() {}

    /** The bytes of a packet, which {@link Packet#of(Result)} made of a result. */
    public static byte[] encode(Packet packet, Result result) {
        StringBuilder text = new StringBuilder();
        for (String word : packet.words()) {
            text.append(word).append('\n');
        }
        byte[] words = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            words[i] = (byte) (text.charAt(i) >> 8);
            words[text.length() + i] = (byte) text.charAt(i);
        }
        List<Packet.Block> blocks = Packet.blocks(result);
        double[] numbers = packet.numbers();
        int head = 4 + words.length;
        int from = head + 4 + 12 * blocks.size();
        byte[] bytes = new byte[from + BYTES * numbers.length];
        put(bytes, 0, words.length);
        System.arraycopy(words, 0, bytes, 4, words.length);
        put(bytes, head, blocks.size());
        for (int k = 0; k < blocks.size(); k++) {
            Packet.Block block = blocks.get(k);
            put(bytes, head + 4 + 12 * k, block.start());
            put(bytes, head + 8 + 12 * k, block.records());
            put(bytes, head + 12 + 12 * k, block.size());
        }
        int[] bits = new int[numbers.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(rounded(numbers[i])) >>> 8;
        }
        int[] turned = bits.clone();
        for (Packet.Block block : blocks) {
            for (int j = 0; j < block.size(); j++) {
                for (int i = 0; i < block.records(); i++) {
                    int at = block.start() + i * block.size() + j;
                    int before = i == 0 ? 0 : bits[at - block.size()];
                    turned[block.start() + j * block.records() + i] = bits[at] - before;
                }
            }
        }
        for (int i = 0; i < turned.length; i++) {
            for (int k = 0; k < BYTES; k++) {
                bytes[from + k * turned.length + i] = (byte) (turned[i] >> (16 - 8 * k));
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, int number) {
        for (int k = 0; k < 4; k++) {
            bytes[at + k] = (byte) (number >> (24 - 8 * k));
        }
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
        int length = number(bytes, 0);
        int head = 4 + length;
        int blocks = length < 0 || length % 2 != 0 || length > bytes.length ? -1 : number(bytes, head);
        if (blocks < 0 || blocks > bytes.length / 12) {
            throw noPoster();
        }
        int from = head + 4 + 12 * blocks;
        if (from > bytes.length || (bytes.length - from) % BYTES != 0) {
            throw noPoster();
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
        int count = (bytes.length - from) / BYTES;
        int[] turned = new int[count];
        for (int i = 0; i < count; i++) {
            turned[i] = (bytes[from + i] & 0xff) << 16
                    | (bytes[from + count + i] & 0xff) << 8
                    | (bytes[from + 2 * count + i] & 0xff);
        }
        int[] bits = turned.clone();
        for (int k = 0; k < blocks; k++) {
            int at = head + 4 + 12 * k;
            back(turned, bits, number(bytes, at), number(bytes, at + 4), number(bytes, at + 8));
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Float.intBitsToFloat(bits[i] << 8);
        }
        return new Packet(numbers, words);
    }

    /** One block as it was, a record after the other. */
    private static void back(int[] turned, int[] bits, int start, int records, int size) {
        if (start < 0 || records < 0 || size < 0 || start + (double) records * size > bits.length) {
            throw noPoster();
        }
        for (int j = 0; j < size; j++) {
            int sum = 0;
            for (int i = 0; i < records; i++) {
                sum += turned[start + j * records + i];
                bits[start + i * size + j] = sum;
            }
        }
    }

    private static IllegalArgumentException noPoster() {
        return new IllegalArgumentException("these are not the bytes of a recorded run");
    }

    /** The int that begins there; −1 where there is none. */
    private static int number(byte[] bytes, int at) {
        return at + 4 > bytes.length
                ? -1
                : (bytes[at] & 0xff) << 24
                        | (bytes[at + 1] & 0xff) << 16
                        | (bytes[at + 2] & 0xff) << 8
                        | (bytes[at + 3] & 0xff);
    }
}
