package dynlab.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words of a command that are more than text: whole numbers in a range, and choices out of what there is. */
public final class Chosen {
    private Chosen() {}

    /** The whole number that an option was given. */
    public static int whole(String option, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw new Misused(
                option + " takes a whole number from " + least + " to " + most + ", not " + quoted(text) + ".");
    }

    /** What the words choose, in the order of the map, or all of it without words. */
    public static <T> Map<String, T> chosen(String kind, List<String> words, Map<String, T> all) {
        for (String word : words) {
            if (!all.containsKey(word)) {
                throw new Misused(none(kind, word, all.keySet()));
            }
        }
        Map<String, T> chosen = new LinkedHashMap<>(all);
        if (!words.isEmpty()) {
            chosen.keySet().retainAll(words);
        }
        return chosen;
    }

    /** The constants of an enumeration by their words. */
    public static <T extends Enum<T>> Map<String, T> words(T[] constants) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T one : constants) {
            words.put(one.name().toLowerCase(Locale.ROOT), one);
        }
        return words;
    }

    /** What one word stands for. */
    public static <T> T one(String kind, String word, Map<String, T> all) {
        return chosen(kind, List.of(word), all).values().iterator().next();
    }

    /** Such as: There is no section "x"; there is a, b and c. */
    private static String none(String kind, String word, Collection<String> all) {
        List<String> names = new ArrayList<>(all);
        String last = names.remove(names.size() - 1);
        String list = names.isEmpty() ? last : String.join(", ", names) + " and " + last;
        return "There is no " + kind + " " + quoted(word) + "; there is " + list + ".";
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }
}
