package dynlab.scene;

import java.util.List;

/** One setting of a scene: its word in the address, its label, its range. */
public sealed interface Knob {
    /** The word in the address. */
    String key();

    /** What a person reads beside it. */
    String label();

    /** The letter for it in equations; may be empty. */
    String symbol();

    /** One sentence for the tip. */
    String tip();

    /** A real number in [least, most]; {@code logarithmic} sliders move in decades. */
    record Real(
            String key,
            String label,
            String symbol,
            String tip,
            double least,
            double most,
            double initial,
            boolean logarithmic)
            implements Knob {}

    /** A whole number in [least, most]. */
    record Whole(String key, String label, String symbol, String tip, int least, int most, int initial)
            implements Knob {}

    /** One of a few words. */
    record Choice(String key, String label, String symbol, String tip, List<Option> options, String initial)
            implements Knob {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** One word of a {@link Choice} and its label. */
    record Option(String word, String label) {}
}
