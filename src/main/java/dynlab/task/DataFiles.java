package dynlab.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Data that a lesson needs beside its code, such as images, by the name of a file. Only the page and the command line see
 * files: whoever starts a program says where they come from, or hands them in before a lesson asks.
 */
public final class DataFiles {
    private static final Map<String, String> KNOWN = new HashMap<>();
    private static Function<String, Optional<String>> source = name -> Optional.empty();

    private DataFiles() {}

    /** From now on files that are not known yet are asked of {@code files}. */
    public static void from(Function<String, Optional<String>> files) {
        source = files;
    }

    /** Hands in a file. */
    public static void give(String name, String text) {
        KNOWN.put(name, text);
    }

    /** The text of a file, if it is there. */
    public static Optional<String> text(String name) {
        Optional<String> known = Optional.ofNullable(KNOWN.get(name));
        if (known.isPresent()) {
            return known;
        }
        Optional<String> read = source.apply(name);
        read.ifPresent(text -> KNOWN.put(name, text));
        return read;
    }
}
