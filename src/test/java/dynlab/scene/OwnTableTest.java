package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.task.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of the reader's own is a lesson's world, and travels in its address. */
final class OwnTableTest {
    private static final String TABLE =
            "Shark,Tuna,Robin,Canary,Oak|swims:1,1,0,0,0|flies:0,0,1,1,0|weight:0.9,0.6,-1.25,2e-1,1";

    private static Scene scene(String id) {
        return Scenes.byId(id).orElseThrow();
    }

    private static Address address(String text) {
        return Address.parse(text, new ExactDecimals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "shark", "forms", "semantics"})
    void itsItemsPropertiesAndNumbersAreThoseOfTheWorld(String id) {
        Address address = address("scene=" + id + "&table=" + TABLE);
        assertEquals(List.of(), address.problems());
        World world = address.scene().world(address.config());
        assertEquals(List.of("Shark", "Tuna", "Robin", "Canary", "Oak"), world.items());
        assertEquals(List.of("swims", "flies", "weight"), world.properties());
        assertArrayEquals(
                new double[] {1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0.9, 0.6, -1.25, 0.2, 1},
                world.y().toArray());
        assertEquals(
                address.config(), address(address.format(new ExactDecimals())).config());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "shark", "forms", "semantics", "regression"})
    void everyLessonThatTakesItLearnsItAtTheRateAndInTheEpochsThatItIsGiven(String id) {
        Scene scene = scene(id);
        SceneConfig config = OwnTable.with(scene, SceneConfig.initial(scene.knobs()), TABLE);
        Result result = Runner.of(scene.experiment(config)).complete();
        Trajectory run = result.trajectory();
        double floor = id.equals("regression") ? 0.9 : 0.02; // what three inputs cannot say of five examples remains
        assertTrue(run.loss(run.count() - 1) < floor * run.loss(0), run.loss(run.count() - 1) + " of " + run.loss(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "shark", "forms", "semantics", "regression"})
    void whatIsAskedFirstIsInTheTable(String id) {
        Address small = address("scene=" + id + "&table=a,b|p:1,0|q:0,1");
        World world = small.scene().world(small.config());
        Question first = small.scene().opening(world);
        assertTrue(
                first.item() < world.items().size()
                        && first.property() < world.properties().size(),
                first.toString());
    }

    @Test
    void inTheLessonOnRegressionWhatIsMarkedIsAskedAndElseTheLast() {
        Address last = address("scene=regression&table=" + TABLE);
        assertEquals(List.of("weight"), last.scene().world(last.config()).properties());
        assertEquals(
                2,
                last.scene()
                        .experiment(last.config())
                        .contexts()
                        .get(0)
                        .x()
                        .get("x")
                        .rows());
        Address marked = address("scene=regression&table=" + TABLE.replace("|swims", "|>swims"));
        assertEquals(List.of("swims"), marked.scene().world(marked.config()).properties());
        Address all = address("scene=regression&task=autoencoder&table=" + TABLE);
        assertEquals(3, all.scene().world(all.config()).properties().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a|p:1; expects 2 to 64 items",
                "a,b; expects 2 to 64 items",
                "a,b|p:1; a number of at most 16 characters for each of 2 items",
                "a,b|p:1,2,3; a number of at most 16 characters for each of 2 items",
                "a,b|p:1,x; a number of at most 16 characters for each of 2 items",
                "a,b|p:1,12345678901234567; a number of at most 16 characters for each of 2 items",
                "a,b|:1,2; expects names of at most 40 characters",
                "a,|p:1,2; expects names of at most 40 characters",
                "a,abcdefghijklmnopqrstuvwxyabcdefghijklmnop|p:1,2; expects names of at most 40 characters",
                "a,b|p 1,2; expects names of at most 40 characters"
            })
    void whatIsNoTableIsSaidInOneSentenceAndTheLessonOpensWithItsOwnWorld(String text, String sentence) {
        Address address = address("scene=hierarchy&table=" + text);
        assertEquals(1, address.problems().size());
        assertTrue(
                address.problems().get(0).contains(sentence), address.problems().get(0));
        assertEquals(8, address.scene().world(address.config()).items().size());
    }

    @Test
    void namesLoseWhatPartsThemAndAreEachAnother() {
        String text = OwnTable.write(
                List.of("a,b", "a|b", "", "x".repeat(40)),
                List.of("p:q", ">asked"),
                List.of(List.of("1", "2", "3", "4"), List.of("5", "6", "7", "8")));
        assertEquals("a b,a b 2,?," + "x".repeat(40) + "|p q:1,2,3,4|>asked:5,6,7,8", text);
        assertEquals("", OwnTable.complaint(text));
    }

    @Test
    void aWorldOfOnesOwnIsNotChangedByTheEditsOfTheLessonsOwn() {
        Address own = address("scene=shark&table=" + TABLE);
        SharkScene shark = (SharkScene) own.scene();
        assertFalse(shark.editable(own.config()));
        assertTrue(shark.editable(SceneConfig.initial(shark.knobs())));
        assertEquals(3, shark.world(own.config()).properties().size());
    }
}
