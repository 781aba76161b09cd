package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages show whatever lesson there is: what is special about one is said by the lesson, and no page asks for its name. */
final class NoLessonByNameTest {
    private static final Path CODE = Path.of("src/main/java/dynlab");

    @Test
    void noPageAndNoStateNamesALesson() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String part : List.of("app", "browser")) {
            found.addAll(named(part));
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void lessonsAreFoundWhereTheyAreNamed() throws IOException {
        assertTrue(named("scene").size() >= Scenes.ALL.size(), "nothing is found: the other test would prove nothing");
    }

    private static Set<String> named(String part) throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(CODE.resolve(part))) {
            files = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            for (Scene scene : Scenes.ALL) {
                if (text.contains('"' + scene.id() + '"')) {
                    found.add(scene.id() + " in " + file.getFileName());
                }
            }
        }
        return found;
    }
}
