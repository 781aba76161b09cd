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

    /** The words of a phrase with its arguments, which are names, numbers as text or other words. */
    public static String say(String key, String... arguments) {
        return fill(template(key), arguments);
    }

    /** The words of a phrase. */
    public static String say(Phrase phrase) {
        String[] arguments = new String[phrase.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = phrase.arguments().get(i).words();
        }
        return fill(template(phrase.key()), arguments);
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
     * @throws IndexOutOfBoundsException if a place has no argument
     */
    static String fill(String template, String... arguments) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        int open = template.indexOf('{');
        while (open >= 0) {
            int end = template.indexOf('}', open);
            text.append(template, at, open);
            String argument = arguments[template.charAt(open + 1) - '0'];
            char kind = template.charAt(open + 2);
            text.append(
                    kind == ':'
                            ? form(template.substring(open + 3, end), argument)
                            : kind == '#'
                                    ? argument.replace('.', Words.say("language.decimal").charAt(0))
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
