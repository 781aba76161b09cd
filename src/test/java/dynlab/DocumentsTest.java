package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import dynlab.theory.Premise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents name is there: classes, packages, files, lessons. */
final class DocumentsTest {
    private static final Pattern CLASS =
            Pattern.compile("`(?:[a-z.]+\\.|[a-z/]+/)?([A-Z][a-z][A-Za-z]+)(?:\\.[A-Za-z]+)*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    /** What the documents name that is not this project's. */
    private static final Set<String> FOREIGN = Set.of("Math", "Test");

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "CONTRIBUTING.md", "docs/design.md", "docs/theory.md", "docs/experiment-file.md"})
    void everyClassThatADocumentNamesIsThere(String document) throws IOException {
        Set<String> classes = classes();
        List<String> lost = new ArrayList<>();
        Matcher named = CLASS.matcher(Files.readString(Path.of(document)));
        while (named.find()) {
            if (!classes.contains(named.group(1)) && !FOREIGN.contains(named.group(1))) {
                lost.add(named.group());
            }
        }
        assertEquals(List.of(), lost);
    }

    /** Names of all source files, which hold one class each. */
    private static Set<String> classes() throws IOException {
        Set<String> classes = new HashSet<>();
        for (String folder : List.of("src", "tests-e2e")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return classes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/design.md",
                "docs/theory.md",
                "docs/experiment-file.md",
                "docs/sweep.md",
                "docs/teaching.md"
            })
    void everyLinkOfADocumentLeadsToAFile(String document) throws IOException {
        List<String> dead = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(Path.of(document)));
        while (link.find()) {
            if (!Files.exists(Path.of(document).resolveSibling(link.group(1)))) {
                dead.add(link.group(1));
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void everyPremiseOfATheoryHasASection() throws IOException {
        String text = Files.readString(Path.of("docs/theory.md"));
        for (Premise premise : Premise.values()) {
            assertTrue(text.contains("`" + premise.code() + "`"), premise.code());
        }
    }

    @Test
    void everyPromiseToEmbeddersIsHeldByATestThatNamesIt() throws IOException {
        Set<String> promised = new TreeSet<>();
        String hosting = Files.readString(Path.of("docs/hosting.md"));
        String section =
                hosting.substring(hosting.indexOf("## What an embed promises"), hosting.indexOf("## The element"));
        Matcher number = Pattern.compile("(?m)^(\\d+)\\. ").matcher(section);
        while (number.find()) {
            promised.add(number.group(1));
        }
        Set<String> held = new TreeSet<>();
        for (Path file : tests()) {
            Matcher named = Pattern.compile("/\\*\\* Promises? ([0-9 and]+) to embedders")
                    .matcher(Files.readString(file));
            while (named.find()) {
                held.addAll(List.of(named.group(1).split(" and ")));
            }
        }
        assertEquals(promised, held);
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("tests-e2e")), Files.walk(Path.of("src/test")))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void everyLessonHasANoteForTeachers() throws IOException {
        String text = Files.readString(Path.of("docs/teaching.md"));
        for (Scene scene : Scenes.ALL) {
            assertTrue(text.contains(" " + scene.title() + " (`" + scene.id() + "`)"), scene.id());
        }
    }
}
