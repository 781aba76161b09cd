package dynlab.cli.command;

import dynlab.experiment.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A text as a link carries it: its UTF-8, deflated without a header, in the letters of base64url. */
public final class PackedFile {
    /** Bytes that a link may unfold to. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private PackedFile() {}

    /** Packs a text. */
    public static String pack(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /**
     * Unpacks a link.
     *
     * @throws Refused if it is no packed text, or a very long one
     */
    public static String unpack(String code) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(code));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[65536];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && !inflater.finished()) {
                    throw new Refused("x", "is cut short or was changed on its way");
                }
                out.write(part, 0, count);
                if (out.size() > LONGEST) {
                    throw new Refused("x", "unfolds to more than 16 MB");
                }
            }
            if (inflater.getRemaining() > 0) {
                throw new Refused("x", "is cut short or was changed on its way");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (DataFormatException | CharacterCodingException | IllegalArgumentException broken) {
            throw new Refused("x", "is cut short or was changed on its way");
        } finally {
            inflater.end();
        }
    }
}
