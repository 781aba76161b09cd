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

    /** A whole number in [least, most]; a seed may be larger than an int. */
    record Whole(String key, String label, String symbol, String tip, int least, double most, int initial)
            implements Knob {}

    /** One of a few words. */
    record Choice(String key, String label, String symbol, String tip, List<Option> options, String initial)
            implements Knob {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Words of a form of their own, edited somewhere else than among the knobs. */
    record Text(String key, String label, String symbol, String tip, int longest, String initial, Form form)
            implements Knob {}

    /** What a text has to be. */
    interface Form {
        /** What is wrong with it, to follow the key: "expects at most 8 names"; empty if nothing is. */
        String complaint(String text);
    }

    /** One word of a {@link Choice} and its label. */
    record Option(String word, String label) {}
}
