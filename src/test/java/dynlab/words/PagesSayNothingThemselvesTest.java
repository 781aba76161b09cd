package dynlab.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads of a page, a script or a style in {@code web} stands in the file of a language. */
final class PagesSayNothingThemselvesTest {
    private static final Path WEB = Path.of("web");

    /** A name, and keys that have the same letter on every keyboard. */
    private static final Set<String> NAMES = Set.of("Dynlab", "· Dynlab", "I H O", "C", "E", "G", "R");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Two words, or one with a capital letter. */
    private static final Pattern SAID = Pattern.compile("(?s).*\\p{L}{2}\\S*\\s+\\S*\\p{L}{2}.*|\\p{Lu}\\p{Ll}+\\W*");

    /** Strings of scripts that are said to nobody. */
    private static final Set<String> FOR_BROWSERS = Set.of(
            "Dynlab",
            // names of styles and of what a frame may do
            "notice bad",
            "btn strong",
            "fullscreen; clipboard-write",
            ":host{display:block;position:relative}:host([hidden]){display:none}div{position:relative;width:100%;aspect-ratio:",
            "[inert], [hidden]",
            "(prefers-color-scheme: dark)",
            "script, noscript, .unstarted",
            // scripts that a script puts together
            "{ const kept = \uFFFC;",
            "self.fetch = (url) => { const name = String(url).replace(/^.*\\//, '');",
            "return name in kept ? Promise.resolve(new Response(kept[name])) : Promise.reject(new TypeError(",
            "\uFFFC self.postMessage({ kind: \"target\", target: \"js\" });",
            "self.postMessage({ kind: \"target\", target: \"js\" }); (\uFFFC)().main([]);",
            // parts of a picture
            "stroke=\"\uFFFC\" stroke-width=\"\uFFFC\" stroke-linecap=\"\uFFFC\" stroke-linejoin=\"round\"\uFFFC\uFFFC",
            // messages from one program to another, and what only the console gets
            "take over",
            "not of this version: \uFFFC",
            "WebAssembly did not start; using JavaScript.",
            "Nothing is kept for days without a network here.");

    @Test
    void templatesHaveNoLettersThatAreRead() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path page : files(".html")) {
            for (String text : Readable.page(Files.readString(page))) {
                if (LETTER.matcher(text).find() && !NAMES.contains(text)) {
                    found.add(WEB.relativize(page) + ": " + text);
                }
            }
        }
        assertEquals(Set.of(), found, "these are to be keys of words/en.json, in double braces");
    }

    @Test
    void scriptsHaveNoSentencesThatAreRead() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path script : files(".js")) {
            for (String text : Readable.script(Files.readString(script))) {
                if (isSaid(text)) {
                    found.add(WEB.relativize(script) + ": " + text);
                }
            }
        }
        assertEquals(Set.of(), found, "these are to be keys of words/en.json, in double braces");
    }

    /** Whether a string of a script is said to a person. */
    static boolean isSaid(String text) {
        if (text.startsWith("<")) {
            return Readable.page(text).stream().anyMatch(PagesSayNothingThemselvesTest::isSaid);
        }
        return SAID.matcher(text).matches() && !FOR_BROWSERS.contains(text);
    }

    @Test
    void stylesHaveNoWords() throws IOException {
        Pattern content = Pattern.compile("content:[^;}]*\"[^\";}]*\\p{L}[^\"]*\"");
        for (Path style : files(".css")) {
            assertEquals(
                    List.of(),
                    content.matcher(Files.readString(style)).results().toList(),
                    style.toString());
        }
    }

    @Test
    void whatIsReadIsFoundWhereverItStands() {
        String page =
                "<p a=\"x\" title=\"one\" hidden>{{two.x}} three <b>four</b></p><meta name=\"description\" content=\"five\">"
                        + "<img alt=\"six\"{{#seven}}src=\"eight\"{{/seven}}>";
        assertEquals(List.of("one", "three", "four", "five", "six"), Readable.page(page));
        assertThrows(AssertionError.class, () -> Readable.page("<p title='one'>"));
        String script =
                "// \"no\"\n/* 'no' */ a = /[/\"]\\/no\"/; b = 'one' + \"t\\\"wo\" + c / d / `three ${e ? `four` : { f: 'five' }} six`;";
        assertEquals(List.of("one", "t\"wo", "four", "five", "three \uFFFC six"), Readable.script(script));
        assertTrue(isSaid("Reload") && isSaid("two words") && isSaid("<p title=\"x\">two words</p>"));
        assertFalse(isSaid("reload") || isSaid("<p class=\"two words\">x</p>"));
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(WEB)) {
            List<Path> files = all.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertTrue(files.size() > 3, "too few are found: the tests would prove nothing");
            return files;
        }
    }
}
