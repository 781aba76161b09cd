package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comments and texts cite can be read by whoever reads them: it is in the repository, or it is published. */
final class CitationsTest {
    private static final List<String> ROOTS =
            List.of("src", "tests-e2e", "web", "docs", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "pom.xml");

    /** Working papers that are not in the repository, by their short names and a section. */
    private static final Pattern RIDDLE = Pattern.compile(
            "\\b(dln|gdln|reln|beyond)(\\.md)?,? (§|[A-K]\\b|[A-K][.0-9]|R[0-9]\\b)|\\b[Ss]pecification");

    /** {@code docs/theory.md §2.4}, and in the documents themselves {@code theory.md §2.4}. */
    private static final Pattern SECTION =
            Pattern.compile("(theory|experiment-file|design|teaching)\\.md\\)?,? §([0-9]+(?:\\.[0-9]+)?)");

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String root : ROOTS) {
            if (Files.exists(Path.of(root))) {
                try (Stream<Path> all = Files.walk(Path.of(root))) {
                    all.filter(CitationsTest::isRead).forEach(texts::add);
                }
            }
        }
        return texts;
    }

    private static boolean isRead(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.matches(".*\\.(java|md|html|css|js|mjs|mustache|xml)")
                && !name.contains("/reference/")
                && !name.endsWith("/PaperFiguresTest.java") // it looks for the word
                && !name.endsWith("/CitationsTest.java");
    }

    @Test
    void nothingCitesATextThatAReaderCannotHave() throws IOException {
        List<String> riddles = new ArrayList<>();
        for (Path path : texts()) {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                if (RIDDLE.matcher(lines.get(i)).find()) {
                    riddles.add(path + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        assertEquals(List.of(), riddles);
    }

    @Test
    void everySectionThatIsCitedExists() throws IOException {
        List<String> lost = new ArrayList<>();
        Set<String> cited = new LinkedHashSet<>();
        for (Path path : texts()) {
            Matcher matcher = SECTION.matcher(Files.readString(path));
            while (matcher.find()) {
                cited.add(matcher.group(1) + " " + matcher.group(2));
                if (!sections(matcher.group(1)).contains(matcher.group(2))) {
                    lost.add(path + " cites " + matcher.group());
                }
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(cited.size() > 25, "only " + cited.size() + " sections are cited: the pattern has lost its grip");
    }

    @Test
    void sectionsOfTheTheoryAreNumberedInOrder() throws IOException {
        int chapter = 0;
        int section = 0;
        for (String number : sections("theory")) {
            String[] parts = number.split("\\.");
            boolean opens = parts.length == 1;
            assertEquals(opens ? chapter + 1 : chapter, Integer.parseInt(parts[0]), number);
            assertEquals(opens ? 0 : section + 1, opens ? 0 : Integer.parseInt(parts[1]), number);
            chapter = Integer.parseInt(parts[0]);
            section = opens ? 0 : section + 1;
        }
    }

    /** Numbers of the headings of a document, in their order. */
    private static Set<String> sections(String document) throws IOException {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher heading = Pattern.compile("(?m)^#{2,3} ([0-9]+(?:\\.[0-9]+)?) ")
                .matcher(Files.readString(Path.of("docs/" + document + ".md")));
        while (heading.find()) {
            assertTrue(numbers.add(heading.group(1)), document + " has two sections " + heading.group(1));
        }
        return numbers;
    }
}
