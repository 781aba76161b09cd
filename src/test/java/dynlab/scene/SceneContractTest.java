package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Series;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.experiment.run.Work;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every lesson promises; a new scene is checked here for free. */
final class SceneContractTest {
    private static final Decimals DECIMALS = new ExactDecimals();
    private static final Set<String> LENGTHS = Set.of("epochs", "length");
    /** In estimated seconds: what takes longer is tried for the fewest steps, or the ends of all knobs would take minutes. */
    private static final double LONG = 2;

    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyKnobHasAWordALabelATipAndARangeThatHoldsItsInitialValue(Scene scene) {
        Set<String> keys = new HashSet<>();
        for (Knob knob : scene.knobs()) {
            assertTrue(knob.key().matches("[a-z]{2,12}") && keys.add(knob.key()), knob.key());
            assertTrue(!knob.label().isEmpty() && knob.tip().endsWith("."), knob.key());
            if (knob instanceof Knob.Real real) {
                assertTrue(real.least() <= real.initial() && real.initial() <= real.most(), knob.key());
            } else if (knob instanceof Knob.Whole whole) {
                assertTrue(whole.least() <= whole.initial() && whole.initial() <= whole.most(), knob.key());
            } else if (knob instanceof Knob.Choice choice) {
                assertTrue(choice.options().stream().anyMatch(o -> o.word().equals(choice.initial())), knob.key());
            } else if (knob instanceof Knob.Text text) {
                assertEquals("", text.form().complaint(text.initial()), knob.key());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theSameSeedGivesTheSameDigestAndItsExperimentFileGivesItToo(Scene scene) {
        Experiment experiment = scene.experiment(SceneConfig.initial(scene.knobs()));
        String digest = digest(experiment);
        assertEquals(digest, digest(scene.experiment(SceneConfig.initial(scene.knobs()))));
        String file = ExperimentCodec.write(experiment, DECIMALS);
        assertEquals(digest, digest(ExperimentCodec.read(file, DECIMALS)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyKnobRunsAtBothEndsOfItsRangeWithFiniteNumbersOrAStepWhereItDiverged(Scene scene) {
        // a knob of what stands beside the run leaves the run as it was
        Set<String> done = new HashSet<>();
        for (Knob knob : scene.knobs()) {
            for (SceneConfig end : ends(knob, SceneConfig.initial(scene.knobs()))) {
                boolean brief = !LENGTHS.contains(knob.key()) && Work.seconds(scene.experiment(end)) > LONG;
                SceneConfig config = brief ? shortest(scene, end) : end;
                if (done.add(ExperimentCodec.write(scene.experiment(config), DECIMALS))) {
                    runs(scene, config);
                }
            }
        }
    }

    private static List<SceneConfig> ends(Knob knob, SceneConfig initial) {
        String key = knob.key();
        if (knob instanceof Knob.Real real) {
            return List.of(initial.with(key, real.least()), initial.with(key, real.most()));
        }
        if (knob instanceof Knob.Whole whole) {
            return List.of(initial.with(key, whole.least()), initial.with(key, Math.min(whole.most(), 2000)));
        }
        if (knob instanceof Knob.Choice choice) {
            return choice.options().stream()
                    .map(option -> initial.with(key, option.word()))
                    .toList();
        }
        return knob instanceof Knob.Text ? List.of(initial.with(key, "")) : List.of();
    }

    /** A long run for the fewest steps; the knobs of its length are tried at their own ends. */
    private static SceneConfig shortest(Scene scene, SceneConfig config) {
        SceneConfig shorter = config;
        for (Knob knob : scene.knobs()) {
            if (LENGTHS.contains(knob.key())) {
                shorter = knob instanceof Knob.Whole steps
                        ? shorter.with(knob.key(), steps.least())
                        : shorter.with(knob.key(), ((Knob.Real) knob).least());
            }
        }
        return shorter;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyPresetIsAnAddressOfItsScene(Scene scene) {
        for (Preset preset : scene.presets()) {
            Address address = Address.parse(preset.address(), DECIMALS, scene);
            assertEquals(List.of(), address.problems(), preset.name());
            assertTrue(address.scene() == scene);
        }
    }

    private static void runs(Scene scene, SceneConfig config) {
        World world = scene.world(config);
        assertEquals(world.items().size(), world.y().columns());
        assertEquals(world.properties().size(), world.y().rows());
        assertTrue(scene.opensAt(config) >= 0);
        Trajectory trajectory = Runner.of(scene.experiment(config)).complete().trajectory();
        assertTrue(trajectory.count() > 0 || trajectory.divergedAt().isPresent());
        for (Series series : trajectory.series().values()) {
            for (double value : series.values()) {
                assertTrue(Double.isFinite(value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyQuestionIsAboutAnItemAndAPropertyOfTheWorld(Scene scene) {
        World world = scene.world(SceneConfig.initial(scene.knobs()));
        assertTrue(scene.omits().endsWith("."));
        for (Question question : scene.questions()) {
            assertTrue(question.item() < world.items().size()
                    && question.property() < world.properties().size());
            assertTrue(question.words().endsWith("?"));
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyLessonAsksAndSaysWhatToDoAndWhatIsSeenInFewWordsAtEveryPreset(Scene scene) {
        assertTrue(scene.heading().length() <= 60, scene.heading());
        List<SceneConfig> settings = new ArrayList<>();
        settings.add(SceneConfig.initial(scene.knobs()));
        scene.presets()
                .forEach(preset -> settings.add(
                        Address.parse(preset.address(), DECIMALS, scene).config()));
        for (SceneConfig config : settings) {
            Lesson lesson = scene.lesson(config);
            assertTrue(lesson.question().endsWith("?") && lesson.question().length() <= 68, lesson.question());
            assertTrue(lesson.gesture().endsWith(".") && lesson.gesture().length() <= 64, lesson.gesture());
            assertTrue(lesson.explains().endsWith(".") && lesson.explains().length() <= 190, lesson.explains());
            assertTrue(lesson.terms().size() >= 2 && lesson.terms().size() <= 4, scene.id());
            assertEquals(lesson.terms().size(), new HashSet<>(lesson.terms()).size());
            lesson.terms().forEach(id -> assertTrue(Glossary.of(id).meaning().endsWith("."), id));
        }
    }

    @Test
    void noTwoLessonsAskTheSameAndEveryTermBelongsToOne() {
        Set<String> questions = new HashSet<>();
        Set<String> terms = new HashSet<>();
        for (Scene scene : scenes()) {
            Lesson lesson = scene.lesson(SceneConfig.initial(scene.knobs()));
            assertTrue(questions.add(lesson.question()), lesson.question());
            terms.addAll(lesson.terms());
        }
        for (Glossary.Term term : Glossary.ALL) {
            assertTrue(terms.contains(term.id()), term.id());
        }
    }

    private static String digest(Experiment experiment) {
        Runner runner = Runner.of(experiment);
        while (!runner.done()) {
            runner.advance(1000); // a search that follows has no part in the digest
        }
        return runner.result().trajectory().digest().orElseThrow();
    }
}
