package dynlab.words;

import java.util.List;

/**
 * Something to be said, apart from the language it is said in. What computes says phrases; {@link Words} puts them into words
 * where a person reads them.
 *
 * @param key which phrase, such as {@code claim.saddle.mode}
 * @param arguments what stands in its places
 */
public record Phrase(String key, List<Argument> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A phrase without arguments. */
    public static Phrase of(String key) {
        return new Phrase(key, List.of());
    }

    /** A phrase with its arguments. */
    public static Phrase of(String key, Argument... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
