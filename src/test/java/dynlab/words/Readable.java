package dynlab.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person may read of a page or a script: the pieces of text outside the places that the build fills. */
final class Readable {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{?[^{}]*}}}?");
    private static final Pattern TAG =
            Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9]*)((?:\\s+[a-zA-Z:-]+(?:=\"[^\"]*\")?)*)\\s*/?>");

    /** Stands for what a template of a script works out. */
    private static final String WORKED_OUT = "\uFFFC";

    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");

    /** Attributes that are shown or spoken. */
    private static final Set<String> READ = Set.of(
            "aria-label",
            "aria-description",
            "aria-placeholder",
            "aria-roledescription",
            "aria-valuetext",
            "title",
            "alt",
            "placeholder",
            "label");

    private Readable() {}

    /**
     * Every text and every attribute of a page that is read, without places.
     *
     * @throws AssertionError if something begins like a tag and is none that is known here
     */
    static List<String> page(String html) {
        List<String> read = new ArrayList<>();
        String page = PLACE.matcher(html.replace(WORKED_OUT, " ")).replaceAll(" ");
        Matcher tag = TAG.matcher(page);
        int at = 0;
        while (tag.find()) {
            text(page.substring(at, tag.start()), read);
            at = tag.end();
            boolean described = tag.group(1).equals("meta") && tag.group(2).contains("name=\"description\"");
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                if (READ.contains(attribute.group(1))
                        || described && attribute.group(1).equals("content")) {
                    add(attribute.group(2), read);
                }
            }
        }
        text(page.substring(at), read);
        return read;
    }

    private static void text(String text, List<String> read) {
        if (text.contains("<") || text.contains(">")) {
            throw new AssertionError("no tag that is known here: " + text);
        }
        add(text, read);
    }

    private static void add(String text, List<String> read) {
        if (!text.isBlank()) {
            read.add(text.strip());
        }
    }

    /** Every string of a script, without places; what a template works out is one foreign letter in it. */
    static List<String> script(String js) {
        List<String> read = new ArrayList<>();
        new Script(PLACE.matcher(js).replaceAll("")).code(read, '\0');
        return read;
    }

    /** Walks through a script from string to string. */
    private static final class Script {
        private final String text;
        private int at;

        Script(String text) {
            this.text = text;
        }

        /** As far as a brace that nothing has opened, or to the end. */
        void code(List<String> read, char end) {
            int open = 0;
            char before = '(';
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == end && open == 0) {
                    return;
                }
                if (text.startsWith("//", at)) {
                    at = text.indexOf('\n', at);
                } else if (text.startsWith("/*", at)) {
                    at = text.indexOf("*/", at) + 2;
                } else if (c == '"' || c == '\'' || c == '`') {
                    at++;
                    string(c, read);
                    before = c;
                } else if (c == '/' && "(,=:[!&|?{};>".indexOf(before) >= 0) {
                    pattern();
                    before = '/';
                } else {
                    open += c == '{' ? 1 : c == '}' ? -1 : 0;
                    before = Character.isWhitespace(c) ? before : c;
                    at++;
                }
            }
        }

        private void string(char quote, List<String> read) {
            StringBuilder string = new StringBuilder();
            while (text.charAt(at) != quote) {
                if (quote == '`' && text.startsWith("${", at)) {
                    at += 2;
                    code(read, '}');
                    string.append(WORKED_OUT);
                } else if (text.startsWith("\\n", at)) {
                    at++;
                    string.append('\n');
                } else {
                    at += text.charAt(at) == '\\' ? 1 : 0;
                    string.append(text.charAt(at));
                }
                at++;
            }
            at++;
            add(string.toString(), read);
        }

        private void pattern() {
            boolean within = false;
            for (at++; within || text.charAt(at) != '/'; at++) {
                char c = text.charAt(at);
                within = c == '[' || within && c != ']';
                at += c == '\\' ? 1 : 0;
            }
            at++;
        }
    }
}
