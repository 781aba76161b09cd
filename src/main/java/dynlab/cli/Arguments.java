package dynlab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words behind a command: plain ones, and {@code --options} with or without a value. */
public final class Arguments {
    private final List<String> plain = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    /** A command that was called wrongly. */
    public static final class Misused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Misused(String sentence) {
            super(sentence);
        }
    }

    /**
     * @param withValue options that take the next word as their value
     * @param flags options that stand alone
     */
    public Arguments(List<String> words, List<String> withValue, List<String> flags) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (withValue.contains(word)) {
                if (i + 1 == words.size()) {
                    throw new Misused(word + " needs a value.");
                }
                i++;
                put(word, words.get(i));
            } else if (flags.contains(word)) {
                put(word, "");
            } else if (word.startsWith("--")) {
                throw new Misused("There is no option " + word + " here.");
            } else {
                plain.add(word);
            }
        }
    }

    private void put(String option, String value) {
        if (options.putIfAbsent(option, value) != null) {
            throw new Misused(option + " was given twice.");
        }
    }

    /** All plain words, of which there must be between {@code least} and {@code most}. */
    public List<String> plain(int least, int most, String what) {
        if (plain.size() < least || plain.size() > most) {
            throw new Misused(
                    "Expected " + what + ", found " + (plain.isEmpty() ? "nothing" : String.join(" ", plain)) + ".");
        }
        return plain;
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public boolean flag(String name) {
        return options.containsKey(name);
    }

    /** The whole-number value of an option. */
    public int whole(String name, int least, int most, int otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw new Misused(name + " takes a whole number from " + least + " to " + most + ", not " + text + ".");
    }
}
