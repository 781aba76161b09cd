package dynlab.words;

import java.util.List;

/**
 * Puts phrases into the words of the language that is spoken. The language is one for the whole program: on the JVM it is
 * read from a file, and the programs of the pages have it compiled in.
 *
 * <p>A template holds its arguments as {@code {0}}, a number as {@code {0#}}, which is written with the decimal mark of the
 * language, and what depends on a count as {@code {0:mode|modes}}, one word for each form that {@link Plural} tells apart.
 */
public final class Words {
    private Words() {}

    /** The words of a phrase without arguments. */
    public static String say(String key) {
        return template(key);
    }

    /** The words of a phrase with its argument, which is a name, a number as text or other words. */
    public static String say(String key, String first) {
        return fill(template(key), first, "", "");
    }

    /** The words of a phrase with two arguments. */
    public static String say(String key, String first, String second) {
        return fill(template(key), first, second, "");
    }

    /** The words of a phrase with three arguments or more. The first ones apart: arrays are long in a page's program. */
    public static String say(String key, String first, String second, String third, String... more) {
        return fill(template(key), first, second, third, more);
    }

    /** The words of a phrase. */
    public static String say(Phrase phrase) {
        List<Argument> given = phrase.arguments();
        String[] words = new String[Math.max(0, given.size() - 3)];
        for (int i = 0; i < words.length; i++) {
            words[i] = given.get(i + 3).words();
        }
        return fill(template(phrase.key()), words(given, 0), words(given, 1), words(given, 2), words);
    }

    private static String words(List<Argument> given, int which) {
        return which < given.size() ? given.get(which).words() : "";
    }

    /** Several words as one list: "a, b and c". */
    public static String list(List<String> all) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < all.size(); k++) {
            if (k > 0) {
                text.append(k < all.size() - 1 ? Words.say("language.list") : Words.say("language.list-end"));
            }
            text.append(all.get(k));
        }
        return text.toString();
    }

    /** What the language has for a key. The compiler of the pages puts the words in the place of every key. */
    private static String template(String key) {
        return WordFile.template(key);
    }

    /**
     * The template with its arguments in their places.
     *
     * @throws IndexOutOfBoundsException if a place after the third has no argument
     */
    static String fill(String template, String first, String second, String third, String... more) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        int open = template.indexOf('{');
        while (open >= 0) {
            int end = template.indexOf('}', open);
            text.append(template, at, open);
            int which = template.charAt(open + 1) - '0';
            String argument = which == 0 ? first : which == 1 ? second : which == 2 ? third : more[which - 3];
            char kind = template.charAt(open + 2);
            text.append(
                    kind == ':'
                            ? form(template.substring(open + 3, end), argument)
                            : kind == '#'
                                    ? argument.replace(
                                            '.', Words.say("language.decimal").charAt(0))
                                    : argument);
            at = end + 1;
            open = template.indexOf('{', at);
        }
        return text.append(template, at, template.length()).toString();
    }

    /** The one of the forms, which have bars between them, that goes with the number; the last where there are fewer. */
    private static String form(String forms, String number) {
        String rest = forms;
        int bar = rest.indexOf('|');
        for (int left = Plural.form(Words.say("language.plural"), number); left > 0 && bar >= 0; left--) {
            rest = rest.substring(bar + 1);
            bar = rest.indexOf('|');
        }
        return bar < 0 ? rest : rest.substring(0, bar);
    }
}
