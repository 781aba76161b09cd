package dynlab.cli.site;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dynlab.experiment.Refused;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page with places to be filled in, in the language of Mustache. The places and the values must be the same ones: a place
 * without a value, or a value without a place, is a page that says less than was meant, and is refused.
 */
public final class PageTemplate {
    private final String name;
    private final Template template;
    private final Set<String> asked = new TreeSet<>();

    /**
     * Reads a template.
     *
     * @param name what it is called in complaints
     * @throws Refused if its braces or sections do not match
     */
    public PageTemplate(String name, String text) {
        this.name = name;
        try {
            template = Mustache.compiler().strictSections(true).compile(text);
            template.visit(new Places(asked));
        } catch (MustacheException e) {
            throw new Refused(name, "is no template: " + e.getMessage());
        }
    }

    /**
     * The page.
     *
     * @param values by name: text, which is escaped; true or false for a section; a map for a section with values of its own,
     *     or a list of maps for one that is repeated
     * @throws Refused if a place has no value or a value no place
     */
    public String fill(Map<String, ?> values) {
        Set<String> given = new TreeSet<>();
        collect(values, given);
        refuse(asked, given, "has a place for {{%s}}, for which there is no value");
        refuse(given, asked, "has no place for the value of {{%s}}");
        try {
            return template.execute(values);
        } catch (MustacheException e) {
            throw new Refused(name, "could not be filled in: " + e.getMessage());
        }
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
