package dynlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The data files that lie in the jar, under {@code data/}. */
public final class ResourceFiles {
    private ResourceFiles() {}

    /** The text of a file, if there is one of that name. */
    public static Optional<String> text(String name) {
        try (InputStream in = ResourceFiles.class.getResourceAsStream("/data/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
