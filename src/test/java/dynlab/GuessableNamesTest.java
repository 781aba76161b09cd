package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has seen a thing on the screen finds its file by its name. */
final class GuessableNamesTest {
    /** Where what is on the screen is made. */
    private static final List<String> PARTS = List.of("view", "app", "browser");

    private static final int MOST_TO_OPEN = 4;

    /**
     * Of all files of figures, application and pages, those whose names hold most of the words with which a person names
     * the thing are few, and the one that makes it is among them.
     */
    @ParameterizedTest
    @CsvSource({
        "stage number, view.plot.StageNumbers",
        "theory curves, view.plot.TheoryCurves",
        "who says so, view.plot.WhoSaysSo",
        "theory badge, app.TheoryBadge",
        "game, browser.lab.RateGame",
        "world undo, app.UndoHistory",
        "world undo, browser.lab.WorldEditor",
        "embed resize, browser.lab.EmbedResize",
        "arrows, view.map.UnitArrows",
        "race lanes, view.plot.RaceLanes",
        "path panels, view.map.PathwayPanels",
        "gates panel, browser.build.GatesPanel",
        "digest mark, browser.lab.DigestMark",
    })
    void theFileOfAThingOnTheScreenIsGuessedFromItsName(String thing, String expected) throws IOException {
        List<String> best = new ArrayList<>();
        int most = 1;
        for (String file : files()) {
            int words = words(thing, file);
            if (words > most) {
                best.clear();
                most = words;
            }
            if (words == most) {
                best.add(file);
            }
        }
        assertTrue(best.contains(expected), best.toString());
        assertTrue(best.size() <= MOST_TO_OPEN, best.toString());
        assertTrue(Files.readString(Path.of("docs/design.md")).contains("`" + expected + "`"), expected);
    }

    @Test
    void noTwoClassesOfTheApplicationAndItsPagesHaveOneName() throws IOException {
        List<String> names = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (String file : files()) {
            String name = file.substring(file.lastIndexOf('.') + 1);
            if (!file.startsWith("view.") && names.contains(name)) {
                twice.add(file);
            }
            names.add(name);
        }
        assertEquals(List.of(), twice);
    }

    /** How many words of a thing a word of the file's name begins with, or the other way round. */
    private static int words(String thing, String file) {
        String[] parts = file.substring(file.lastIndexOf('.') + 1).split("(?=[A-Z])");
        int found = 0;
        for (String word : thing.split(" ")) {
            for (String part : parts) {
                String name = part.toLowerCase(Locale.ROOT);
                if (name.startsWith(word) || word.startsWith(name)) {
                    found++;
                    break;
                }
            }
        }
        return found;
    }

    private static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        Path root = Path.of("src/main/java/dynlab");
        for (String part : PARTS) {
            try (Stream<Path> all = Files.walk(root.resolve(part))) {
                all.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
                        .map(file -> file.substring(0, file.length() - ".java".length())
                                .replace('/', '.'))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
