package dynlab.cli;

import dynlab.experiment.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files, with a sentence when that fails. */
public final class InputFile {
    /** Largest file that is read, in bytes. */
    static final int LARGEST = 16 * 1024 * 1024;

    private InputFile() {}

    /**
     * The text of a file.
     *
     * @throws Refused if it is larger than 16 MB or no UTF-8
     * @throws FileFailed if it cannot be read
     */
    public static String read(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new FileFailed(name + " is a directory, expected a file.");
            }
            byte[] bytes = bytes(name, path);
            return charset(bytes)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new FileFailed("There is no file " + name + ".");
        } catch (CharacterCodingException e) {
            throw new Refused(name, "is not UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            throw new FileFailed(name + " could not be read.");
        }
    }

    /** UTF-8, or UTF-16 where a byte-order mark says so, as spreadsheets save "Unicode text". */
    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return first == 0xfffe || first == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** A pipe or a device does not say how long it is, so that one byte more than may be is asked for. */
    private static byte[] bytes(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refused(name, "is larger than 16 MB");
            }
            return bytes;
        }
    }
}
