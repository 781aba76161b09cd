package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Preset;
import dynlab.scene.Question;
import dynlab.scene.SharkScene;
import dynlab.task.World;
import dynlab.view.RunView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Illusory correlations, with the numbers of an independent implementation, in the scene that a reader meets. */
final class SharkSceneTest {
    /** Largest and, before step 110, least answer; where; and the last one. */
    private record Course(double peak, double at, double dip, double end, double gap) {}

    private static Course course(String settings, int item) {
        Address address = Address.parse("scene=shark" + settings, new ExactDecimals());
        assertEquals("[]", address.problems().toString());
        World world = address.scene().world(address.config());
        Runner runner = Runner.of(address.scene().experiment(address.config()));
        RunView story = new RunView(runner.experiment(), world, runner.complete());
        double[] answer = story.answer(world.properties().size() - 1, item);
        double peak = -9;
        double at = 0;
        double dip = 9;
        for (int i = 0; i < answer.length; i++) {
            if (answer[i] > peak) {
                peak = answer[i];
                at = story.steps()[i];
            }
            dip = story.steps()[i] < 110 ? Math.min(dip, answer[i]) : dip;
        }
        return new Course(peak, at, dip, answer[answer.length - 1], story.gap());
    }

    @Test
    void theSharkIsBelievedToHaveBonesAtEpoch124AndNotAtTheEnd() {
        Course shark = course("", 0);
        assertEquals(0.497, shark.peak(), 0.005);
        assertEquals(124, shark.at(), 1);
        assertEquals(-0.25, shark.dip(), 0.005);
        assertEquals(-1, shark.end(), 1e-9);
        assertTrue(shark.gap() < 0.01, "theory within " + shark.gap());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withSampledFeaturesTheBeliefIsAsStrongInEverySample(int seed) {
        Course shark = course("&features=10000&seed=" + seed, 0);
        assertTrue(shark.peak() > 0.44 && shark.peak() < 0.55, "peak " + shark.peak());
        assertEquals(124, shark.at(), 2);
        assertEquals(-1, shark.end(), 1e-6);
    }

    @Test
    void theParrotIsBelievedToBeSpeechlessMoreStrongly() {
        Course parrot = course("&names=,,,Parrot&rows=cannot speak:%2B%2B%2B-%2B%2B%2B%2B", 3);
        assertEquals(0.753, parrot.peak(), 0.015);
        assertEquals(101.4, parrot.at(), 3);
        assertEquals(-1, parrot.end(), 1e-9);
    }

    @Test
    void aShallowNetworkThatStartsAtNothingNeverBelievesWhatIsWrong() {
        Address address = Address.parse("scene=shark&depth=0&epochs=2000", new ExactDecimals());
        World world = address.scene().world(address.config());
        Runner runner = Runner.of(address.scene().experiment(address.config()));
        RunView story = new RunView(runner.experiment(), world, runner.complete());
        for (int property = 0; property < world.properties().size(); property++) {
            for (int item = 0; item < 8; item++) {
                for (double value : story.answer(property, item)) {
                    // the start is γ = 1e-12, not exactly nothing
                    assertTrue(value * story.truth(property, item) > -1e-11 && Math.abs(value) < 1 + 1e-11);
                }
            }
        }
    }

    @Test
    void everyPresetIsReadWithoutAComplaintAndAsksAboutItsOwnWorld() {
        SharkScene scene = new SharkScene();
        for (Preset preset : scene.presets()) {
            Address address = Address.parse("scene=shark&" + preset.address(), new ExactDecimals());
            assertEquals("[]", address.problems().toString(), preset.name());
            World world = scene.world(address.config());
            String ask = address.look().getOrDefault("ask", "");
            String item = ask.substring(0, ask.indexOf(':'));
            assertTrue(world.items().stream().anyMatch(name -> name.equalsIgnoreCase(item)), preset.name());
            assertTrue(world.properties().contains(ask.substring(ask.indexOf(':') + 1)), preset.name());
        }
        Question first = scene.questions().get(0);
        Address opens = Address.parse("scene=shark&features=50", new ExactDecimals());
        assertEquals(50, scene.opening(scene.world(opens.config())).property());
        assertEquals(
                "has bones",
                scene.world(Address.parse("scene=shark", new ExactDecimals()).config())
                        .properties()
                        .get(first.property()));
    }
}
