package dynlab.cli.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of the binary format. */
final class Bytes {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    Bytes put(int... bytes) {
        for (int b : bytes) {
            all.write(b);
        }
        return this;
    }

    Bytes put(Bytes bytes) {
        all.writeBytes(bytes.array());
        return this;
    }

    /** LEB128, unsigned. */
    Bytes unsigned(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            all.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        all.write(rest);
        return this;
    }

    /** LEB128, signed. */
    Bytes signed(int value) {
        int rest = value;
        while (rest < -64 || rest > 63) {
            all.write(rest & 0x7f | 0x80);
            rest >>= 7;
        }
        all.write(rest & 0x7f);
        return this;
    }

    /** IEEE bits, the lowest byte first. */
    Bytes real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int k = 0; k < Double.BYTES; k++) {
            all.write((int) (bits >>> 8 * k));
        }
        return this;
    }

    /** With its length before it. */
    Bytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        all.writeBytes(utf8);
        return this;
    }

    /** With their length before them. */
    Bytes sized(Bytes bytes) {
        return unsigned(bytes.all.size()).put(bytes);
    }

    byte[] array() {
        return all.toByteArray();
    }
}
