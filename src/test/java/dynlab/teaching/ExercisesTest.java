package dynlab.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.DataForTests;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer to an exercise of docs/teaching.md has the numbers that the runs behind its links give. */
@ExtendWith(DataForTests.class)
final class ExercisesTest {
    private static final Pattern LESSON = Pattern.compile("## .*\\(`([a-z-]+)`\\)");
    private static final Pattern EXERCISE = Pattern.compile(" {2}([1-9])\\. (.*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./web/lab/index\\.html#([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("\\*\\*(−?[0-9]+(?:\\.[0-9]+)?)(?: %)?\\*\\*");
    private static final String ANSWER = "**Answer**:";

    /** The text of every exercise, by its lesson and number. */
    private static Map<String, String> exercises() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        String lesson = "";
        for (String line : Files.readAllLines(Path.of("docs/teaching.md"))) {
            Matcher head = LESSON.matcher(line);
            Matcher exercise = EXERCISE.matcher(line);
            if (line.startsWith("## ")) {
                lesson = head.matches() ? head.group(1) : "";
            } else if (exercise.matches()) {
                found.put(lesson + " " + exercise.group(1), exercise.group(2));
            }
        }
        return found;
    }

    static Set<String> names() throws IOException {
        return exercises().keySet();
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void everyLessonHasThreeExercises() throws IOException {
        Set<String> expected = new LinkedHashSet<>();
        for (Scene scene : Scenes.ALL) {
            for (int k = 1; k <= 3; k++) {
                expected.add(scene.id() + " " + k);
            }
        }
        assertEquals(
                expected.stream().sorted().toList(), names().stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anAnswerHasTheNumbersOfItsRuns(String name) throws IOException {
        String text = exercises().get(name);
        int cut = text.indexOf(ANSWER);
        assertTrue(cut > 0, name + " has an answer");
        List<LessonRun> runs =
                all(LINK, text.substring(0, cut)).stream().map(LessonRun::new).toList();
        assertFalse(runs.isEmpty(), name + " has a link");
        List<String> written = all(NUMBER, text.substring(cut));
        double[] measured = Answers.ALL.get(name).of(runs);
        assertEquals(measured.length, written.size(), name + " " + written);
        for (int i = 0; i < measured.length; i++) {
            String number = written.get(i);
            int point = number.indexOf('.');
            double unit = Math.pow(10, point < 0 ? 0 : point + 1 - number.length());
            // rounded as it stands there
            assertEquals(
                    measured[i],
                    Double.parseDouble(number.replace('−', '-')),
                    unit / 2 + 1e-9,
                    name + ", number " + (i + 1));
        }
    }
}
