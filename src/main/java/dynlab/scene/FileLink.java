package dynlab.scene;

import java.util.Optional;

/**
 * A link that carries an experiment file: {@code x=CODE&t=124…}; {@code x} comes first.
 *
 * @param code the packed file
 * @param rest the other parts, as in the address of a scene
 */
public record FileLink(String code, String rest) {
    /** The word before the code. */
    public static final String KEY = "x=";

    /** Reads the text behind # or ?, with or without that sign; empty if it names no file. */
    public static Optional<FileLink> of(String text) {
        String plain = text.startsWith("#") || text.startsWith("?") ? text.substring(1) : text;
        if (!plain.startsWith(KEY)) {
            return Optional.empty();
        }
        int end = plain.indexOf('&');
        return Optional.of(
                end < 0
                        ? new FileLink(plain.substring(KEY.length()), "")
                        : new FileLink(plain.substring(KEY.length(), end), plain.substring(end + 1)));
    }
}
