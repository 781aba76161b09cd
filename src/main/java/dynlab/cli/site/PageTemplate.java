package dynlab.cli.site;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dynlab.experiment.Refused;
import dynlab.words.WordFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page or a script with places to be filled in, in the language of Mustache. The places and the values must be the same
 * ones: a place without a value, or a value without a place, is a page that says less than was meant, and is refused.
 *
 * <p>A place whose name has a dot is a key of the {@link WordFile}, and gets the words of the language that is spoken. So
 * what a person reads stands in no page and in no script. Words with places of their own go into scripts only, which fill
 * them when they are said.
 */
public final class PageTemplate {
    /** What would end a string of a script, or the script that a page holds, with a bar before it. */
    private static final Mustache.Escaper SCRIPT = Escapers.simple(new String[][] {
        {"\\", "\\\\"}, {"\"", "\\\""}, {"'", "\\'"}, {"`", "\\`"}, {"$", "\\$"}, {"\n", "\\n"}, {"<", "\\x3C"}
    });

    private final String name;
    private final boolean script;
    private final Template template;
    private final Set<String> asked = new TreeSet<>();

    /**
     * Reads the template of a page.
     *
     * @param name what it is called in complaints
     * @throws Refused if its braces or sections do not match
     */
    public PageTemplate(String name, String text) {
        this(name, text, false, Escapers.HTML);
    }

    /** Reads a script, which has words in strings of any of the three kinds, and no other places. */
    public static PageTemplate script(String name, String text) {
        return new PageTemplate(name, text, true, SCRIPT);
    }

    private PageTemplate(String name, String text, boolean script, Mustache.Escaper escaper) {
        this.name = name;
        this.script = script;
        try {
            template = Mustache.compiler()
                    .strictSections(true)
                    .withEscaper(escaper)
                    .compile(text);
            template.visit(new Places(asked));
        } catch (MustacheException e) {
            throw new Refused(name, "is no template: " + e.getMessage());
        }
    }

    /**
     * The page or the script.
     *
     * @param values by name: text, which is escaped; true or false for a section; a map for a section with values of its own,
     *     or a list of maps for one that is repeated
     * @throws Refused if a place has no value, a value no place, or a key no words
     */
    public String fill(Map<String, ?> values) {
        Set<String> given = new TreeSet<>();
        collect(values, given);
        Set<String> places = new TreeSet<>(asked);
        places.removeIf(PageTemplate::isKey);
        refuse(places, given, "has a place for {{%s}}, for which there is no value");
        refuse(given, places, "has no place for the value of {{%s}}");
        Map<String, Object> all = new HashMap<>(words());
        all.putAll(values);
        try {
            return template.execute(all);
        } catch (MustacheException e) {
            throw new Refused(name, "could not be filled in: " + e.getMessage());
        }
    }

    private static boolean isKey(String place) {
        return place.indexOf('.') > 0;
    }

    /** What is said here, by key. */
    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        for (String key : asked) {
            if (isKey(key)) {
                String said = WordFile.spoken().get(key);
                if (said == null) {
                    throw new Refused(name, "says {{" + key + "}}, for which there are no words");
                } else if (!script && said.indexOf('{') >= 0) {
                    throw new Refused(name, "says {{" + key + "}}, whose words have places that no page fills");
                }
                words.put(key, said);
            }
        }
        return words;
    }

    private void refuse(Set<String> some, Set<String> others, String sentence) {
        for (String one : some) {
            if (!others.contains(one)) {
                throw new Refused(name, sentence.formatted(one));
            }
        }
    }

    private static void collect(Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> {
                names.add(key.toString());
                collect(below, names);
            });
        } else if (value instanceof Iterable<?> list) {
            list.forEach(below -> collect(below, names));
        }
    }

    /** Writes down the names of all places, those in sections too. */
    private record Places(Set<String> names) implements Mustache.Visitor {
        @Override
        public void visitText(String text) {
            if (text.contains("{{") || text.contains("}}")) {
                throw new MustacheException("braces that do not match");
            }
        }

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return true;
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
