package dynlab.cli;

import dynlab.experiment.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads and writes whole files, with a sentence when that fails; a file is replaced at once or not at all. */
public final class Files {
    /** Largest file that is read, in bytes. */
    static final int LARGEST = 16 * 1024 * 1024;

    private Files() {}

    /** A file that could not be read or written. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Failed(String sentence) {
            super(sentence);
        }
    }

    public static String read(String name) {
        try {
            Path path = Path.of(name);
            if (java.nio.file.Files.isDirectory(path)) {
                throw new Failed(name + " is a directory, expected a file.");
            }
            if (java.nio.file.Files.size(path) > LARGEST) {
                throw new Refused(name, "is larger than 16 MB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(java.nio.file.Files.readAllBytes(path)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new Failed("There is no file " + name + ".");
        } catch (CharacterCodingException e) {
            throw new Refused(name, "is not UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            throw new Failed(name + " could not be read.");
        }
    }

    /** Writes to a file, or to {@code out} for the name {@code -}. */
    public static void write(String name, String text, PrintStream out) {
        if (name.equals("-")) {
            out.print(text);
            return;
        }
        try {
            Path target = Path.of(name).toAbsolutePath();
            Path directory = target.getParent();
            if (directory == null || !java.nio.file.Files.isDirectory(directory)) {
                throw new Failed("There is no directory for " + name + ".");
            }
            Path draft = directory.resolve("." + target.getFileName() + ".part");
            try {
                java.nio.file.Files.writeString(draft, text);
                java.nio.file.Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                java.nio.file.Files.deleteIfExists(draft);
            }
        } catch (IOException | InvalidPathException e) {
            throw new Failed(name + " could not be written.");
        }
    }
}
