package dynlab.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.app.WalkInWords;
import dynlab.cli.Main;
import dynlab.task.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application in a second language, which is made here: English in letters of another width and two fifths longer. It
 * does the same things, and what it says is in that language.
 */
final class SecondLanguageTest {
    private static final int EVENTS = 1_500;
    private static final int SEED = 4711;
    private static final Pattern ENGLISH_WORD = Pattern.compile("[A-Za-z]{4,}");
    /** Words that are names in every language: units, kinds of networks, the parts of an address. */
    private static final Set<String> NAMES = Set.of("ReLU", "GELU", "tanh", "Dynlab");

    /** From a letter to the same one in the width of a Chinese character. */
    private static final int WIDER = 0xFEE0;

    @TempDir
    private static Path folder;

    private static URLClassLoader other;
    private static Class<?> walk;

    @BeforeAll
    static void speakAnotherLanguage() throws Exception {
        other = OtherLanguage.speaking(folder, "wide", SecondLanguageTest::letters);
        walk = Class.forName(WalkInWords.class.getName(), true, other);
    }

    @AfterAll
    static void close() throws IOException {
        other.close();
    }

    @Test
    void whatHappensDoesNotHangOnWords() throws Exception {
        List<String> english = WalkInWords.deeds(SEED, EVENTS);
        assertEquals(english, walk.getMethod("deeds", int.class, int.class).invoke(null, SEED, EVENTS));
    }

    @Test
    void whatIsSaidInAWalkIsInTheLanguageThatIsSpoken() throws Exception {
        check(WalkInWords.said(SEED, EVENTS), (Set<?>)
                walk.getMethod("said", int.class, int.class).invoke(null, SEED, EVENTS));
    }

    @Test
    void whatLessonsSayOfThemselvesIsInTheLanguageThatIsSpoken() throws Exception {
        check(WalkInWords.lessons(), (Set<?>) walk.getMethod("lessons").invoke(null));
    }

    @Test
    void whatIsSaidOfClaimsIsInTheLanguageThatIsSpoken() throws Exception {
        check(WalkInWords.claims(), (Set<?>) walk.getMethod("claims").invoke(null));
    }

    @Test
    void whatIsSaidOfRefusalsAndEditsIsInTheLanguageThatIsSpoken() throws Exception {
        check(WalkInWords.refusals(), (Set<?>) walk.getMethod("refusals").invoke(null));
    }

    @Test
    void whatFiguresSayIsInTheLanguageThatIsSpoken() throws Exception {
        check(WalkInWords.figures(), (Set<?>) walk.getMethod("figures").invoke(null));
    }

    @Test
    void whatStandsInPagesAndScriptsIsInTheLanguageThatIsSpoken() throws Exception {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Method run = Class.forName("dynlab.cli.Main", true, other)
                .getMethod("run", String[].class, PrintStream.class, PrintStream.class);
        Path english = folder.resolve("english");
        Path wide = folder.resolve("site");
        for (String[] command : new String[][] {{"pages", "web"}, {"documents", "."}}) {
            assertEquals(0, Main.run(new String[] {command[0], command[1], english.toString()}, out, out));
            assertEquals(0, run.invoke(null, new String[] {command[0], command[1], wide.toString()}, out, out));
        }
        check(readable(english), readable(wide));
    }

    /** What is read of a site, but for what its documents say, which are in English. */
    private static Set<String> readable(Path site) throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = site.relativize(file).toString();
                if (name.startsWith("docs") && name.endsWith(".html")) {
                    String page = Files.readString(file);
                    String frame = page.substring(page.indexOf("<body>"), page.indexOf("<ul>"));
                    read.addAll(Readable.page(frame));
                } else if (name.endsWith(".html")) {
                    read.addAll(Readable.page(Files.readString(file)));
                } else if (name.endsWith(".js")) {
                    Readable.script(Files.readString(file)).stream()
                            .filter(PagesSayNothingThemselvesTest::isSaid)
                            .forEach(read::add);
                }
            }
        }
        return read;
    }

    private static void check(Set<String> english, Set<?> wide) {
        assertTrue(english.size() > 50, "too little was said: the test would prove nothing");
        assertNotEquals(english, wide);
        Set<String> names = new TreeSet<>(NAMES);
        List<String> data = new ArrayList<>(WalkInWords.names());
        data.add(DigitImages.SOURCE); // a citation
        for (String name : data) {
            for (String word : name.split("[^A-Za-z]+")) {
                names.add(word.toLowerCase(Locale.ROOT));
            }
        }
        Set<String> left = new TreeSet<>();
        int longer = 0;
        for (Object said : wide) {
            String text = said.toString();
            longer += text.length();
            Matcher words = ENGLISH_WORD.matcher(text);
            while (words.find()) {
                String word = words.group();
                if (!NAMES.contains(word) && !names.contains(word.toLowerCase(Locale.ROOT))) {
                    left.add(word + " in: " + text);
                }
            }
        }
        assertEquals(Set.of(), left, "these stand in the code");
        int length = english.stream().mapToInt(String::length).sum();
        assertTrue(longer > 1.2 * length, longer + " characters against " + length);
    }

    /** The template in letters of another width, every word of it two fifths longer; its places stay. */
    private static String letters(String text) {
        StringBuilder wide = new StringBuilder();
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            word = letter ? word + 1 : 0;
            if (!letter) {
                wide.append(c);
                continue;
            }
            boolean twice = word % 5 == 1 || word % 5 == 3;
            wide.append(Character.toString((char) (c + WIDER)).repeat(twice ? 2 : 1));
        }
        return wide.toString();
    }
}
