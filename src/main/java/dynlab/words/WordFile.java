package dynlab.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file of a language, {@code words/en.json} for English: one flat object of keys and templates. Where another language
 * has no words for a key, those of English stand. Programs of the pages never read it; their words are compiled in, or
 * put into what stands in {@code web} when the site is built.
 */
public final class WordFile {
    /** The property of the JVM that chooses a language. */
    public static final String PROPERTY = "dynlab.language";

    /** The language that has words for every key. */
    public static final String ENGLISH = "en";

    private static final Map<String, String> SPOKEN = of(System.getProperty(PROPERTY, ENGLISH));

    private final String text;
    private int at;

    private WordFile(String text) {
        this.text = text;
    }

    /**
     * What the language that is spoken has for a key.
     *
     * @throws IllegalArgumentException if English has no such key
     */
    static String template(String key) {
        String template = SPOKEN.get(key);
        if (template == null) {
            throw new IllegalArgumentException("no words for the key " + key);
        }
        return template;
    }

    /** All templates of the language that is spoken, by key. */
    public static Map<String, String> spoken() {
        return SPOKEN;
    }

    /**
     * All templates of a language by key, English where it has none of its own.
     *
     * @param language the name of its file without the ending
     */
    public static Map<String, String> of(String language) {
        Map<String, String> all = new LinkedHashMap<>(read(load(ENGLISH)));
        if (!language.equals(ENGLISH)) {
            Map<String, String> own = read(load(language));
            if (!all.keySet().containsAll(own.keySet())) {
                throw new IllegalArgumentException(language + " has keys that English has not");
            }
            all.putAll(own);
        }
        return Collections.unmodifiableMap(all);
    }

    private static String load(String language) {
        String name = "/words/" + language + ".json";
        try (InputStream in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException if it is not one object of strings, or names a key twice
     */
    static Map<String, String> read(String json) {
        WordFile file = new WordFile(json);
        Map<String, String> all = new LinkedHashMap<>();
        file.expect('{');
        do {
            String key = file.string();
            file.expect(':');
            if (all.put(key, file.string()) != null) {
                throw new IllegalArgumentException("twice: " + key);
            }
        } while (file.next() == ',' && file.at++ >= 0);
        file.expect('}');
        if (file.next() != '\0') {
            throw file.refused();
        }
        return all;
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException("not expected at character " + at);
    }

    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw refused();
        }
        at++;
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            read.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return read.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : '\0';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw refused();
        };
    }
}
