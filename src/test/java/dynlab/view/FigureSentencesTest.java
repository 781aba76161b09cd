package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Numbers;
import dynlab.scene.Panels;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.task.DataFiles;
import dynlab.task.World;
import dynlab.view.pen.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a figure says in a sentence to those who do not see it: the numbers of the run at the step that is shown. */
final class FigureSentencesTest {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** Figures that say names and no numbers, or show a whole run and nothing of now. */
    private static final Set<String> PICTURES = Set.of("changes", "map");

    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    private static Set<String> figures(Scene scene, SceneConfig config) {
        Panels panels = scene.panels(config);
        Set<String> ids = new LinkedHashSet<>(List.of(panels.left()));
        ids.addAll(panels.centre());
        ids.addAll(panels.right());
        ids.addAll(panels.embed());
        return ids;
    }

    /** A lesson of which so many steps have been run, of its companions less and of the last nothing. */
    private static Frame begun(Scene scene, int steps, boolean whole) throws IOException {
        for (String file : scene.data()) {
            DataFiles.give(file, Files.readString(Path.of("src/main/resources/data", file)));
        }
        SceneConfig config = SceneConfig.initial(scene.knobs());
        RunView story = story(scene.experiment(config), scene.world(config), steps, whole);
        List<Frame.Rival> rivals = new ArrayList<>();
        for (Companion companion : scene.companions(config)) {
            RunView other = story(companion.experiment(), story.world(), rivals.isEmpty() ? steps / 2 : 0, whole);
            rivals.add(new Frame.Rival(other, companion.name(), companion.manner()));
        }
        var asked = scene.opening(story.world());
        double step = whole ? Math.rint(scene.opensAt(config)) : steps;
        return Frame.of(story, step, new Frame.Asked(asked.property(), asked.item()), Layout.Kind.WIDE, false)
                .against(scene.name(config), rivals);
    }

    private static RunView story(Experiment experiment, World world, int steps, boolean whole) {
        Runner runner = Runner.of(experiment);
        if (whole) {
            return new RunView(experiment, world, runner.complete());
        }
        runner.advance(steps);
        return new RunView(experiment, world, runner.result());
    }

    private static String says(Frame frame, String id) {
        return FigureWords.sentence(Views.of(id, AllViews.ALL).orElseThrow(), frame);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyFigureOfALessonSaysItsNumbersInOneSentence(Scene scene) throws IOException {
        Frame frame = begun(scene, 0, true);
        for (String id : figures(scene, SceneConfig.initial(scene.knobs()))) {
            String words = says(frame, id);
            View view = Views.of(id, AllViews.ALL).orElseThrow();
            String without = words.replace(view.title(), "").replace(view.hint(), "");
            for (int k = 0; k < frame.runs().size(); k++) {
                without = without.replaceFirst(Pattern.quote(": " + frame.nameOf(k)), "");
            }
            assertTrue(PICTURES.contains(id) || DIGIT.matcher(without).find(), id + " says nothing: " + words);
            assertTrue(words.startsWith(view.title()) || id.equals("forms"), words);
            assertTrue(words.endsWith(".") && !words.endsWith(".."), words);
            assertFalse(words.contains("\n") || words.contains("  ") || words.contains("NaN"), words);
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aFigureOfARunThatHasOnlyBegunSaysSomethingToo(Scene scene) throws IOException {
        for (int steps : new int[] {0, 2}) {
            Frame frame = begun(scene, steps, false);
            for (String id : figures(scene, SceneConfig.initial(scene.knobs()))) {
                String words = says(frame, id);
                assertTrue(words.endsWith(".") && !words.contains("\n"), id + ": " + words);
            }
        }
    }

    private static Frame frame(String id) throws IOException {
        return begun(Scenes.byId(id).orElseThrow(), 0, true);
    }

    @Test
    void plotsOverTimeSayWhatTheRunRecordedAtThatStep() throws IOException {
        Frame frame = frame("hierarchy");
        Trajectory run = frame.story().run().trajectory();
        int record = run.indexAt(frame.step());
        assertEquals(frame.step(), run.step(record), "the oracle reads a record");
        String loss = Numbers.fixed(run.loss(record) / run.loss(0), 3);
        assertTrue(says(frame, "loss").contains("; network " + loss + ", theory "), says(frame, "loss"));
        Series strengths = run.series(SeriesKey.of(Quantity.MODE_STRENGTH)).orElseThrow();
        String first = Numbers.brief(strengths.at(record, 0, 0));
        assertTrue(says(frame, "modes").contains("; mode 1: " + first + " of "), says(frame, "modes"));
    }

    /** A world with as many right cells as its outputs have, counted here one by one. */
    @Test
    void theWorldSaysWhatIsAskedAndHowMuchOfItIsRight() throws IOException {
        Frame frame = frame("hierarchy");
        RunView story = frame.story();
        World world = story.world();
        int right = 0;
        for (int p = 0; p < world.properties().size(); p++) {
            for (int i = 0; i < world.items().size(); i++) {
                double[] answer = story.answer(p, i);
                right += Math.abs(story.at(answer, frame.step()) - story.truth(p, i)) < 0.1 ? 1 : 0;
            }
        }
        int all = world.properties().size() * world.items().size();
        String item = world.items().get(frame.asked().item());
        String property = world.properties().get(frame.asked().property());
        String words = says(frame, "world");
        assertTrue(words.startsWith("World: " + item + ", " + property + ", says "), words);
        assertTrue(words.endsWith(", " + right + " of " + all + " cells less than 0.1 from what is true."), words);
        assertTrue(right > 0 && right < all, words);
    }

    @Test
    void aSurfaceSaysWhereEachBallLiesAndHowHigh() throws IOException {
        Frame frame = frame("surface");
        String words = says(frame, "surface");
        for (int k = 0; k < frame.runs().size(); k++) {
            Trajectory run = frame.runs().get(k).run().trajectory();
            int record = run.indexAt(frame.step());
            double w1 = run.series(new SeriesKey(Quantity.WEIGHTS, 0, 0))
                    .orElseThrow()
                    .at(record, 0, 0);
            double w2 = run.series(new SeriesKey(Quantity.WEIGHTS, 1, 0))
                    .orElseThrow()
                    .at(record, 0, 0);
            String place = frame.nameOf(k) + " at w₁ = " + Numbers.fixed(w1, 2) + ", w₂ = " + Numbers.fixed(w2, 2);
            assertTrue(words.contains(place + ", loss " + Numbers.brief(run.loss(record))), place + " in " + words);
        }
    }

    @Test
    void aSimilarityMatrixSaysItsLargestAndItsLeastPair() throws IOException {
        Frame frame = frame("shark");
        String words = says(frame, "similarity");
        List<String> items = frame.story().world().items();
        Series outputs =
                frame.story().run().trajectory().first(Quantity.SIMILARITY).orElseThrow();
        double[] now = frame.story().now(outputs, frame.step()).values();
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < i; j++) {
                most = Math.max(most, now[i * items.size() + j]);
                least = Math.min(least, now[i * items.size() + j]);
            }
        }
        assertTrue(words.contains(" " + Numbers.brief(most) + ", least "), words);
        assertTrue(words.endsWith(" " + Numbers.brief(least) + "."), words);
    }

    @Test
    void aNetworkSaysItsLayersAndTheCutsTheSaddle() throws IOException {
        Frame race = frame("race");
        assertTrue(
                says(race, "graph")
                        .endsWith("; 4 inputs of 4 units, 2 hidden layers of 8 units, 4 outputs of 7 units."),
                says(race, "graph"));
        Frame surface = frame("surface");
        // two weights of 0 leave ½ y² of the loss, and w₁ = w₂ = √y none: as far as √(2 y) from them
        double y = surface.story().world().y().at(0, 0);
        String cuts = says(surface, "cuts");
        assertTrue(cuts.contains("a distance of " + String.format(Locale.ROOT, "%.2f", Math.sqrt(2 * y))), cuts);
        assertFalse(cuts.contains(": A"), "it is of no ball: " + cuts);
    }

    @Test
    void whatIsNothingButRoundingIsNone() throws IOException {
        String words = says(frame("rich-lazy"), "startmap");
        assertTrue(words.contains("A has size 0.003 and balance 0;"), words);
    }
}
