package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Rng;
import dynlab.task.World;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldEditsTest {
    private static final SharkScene SCENE = new SharkScene();

    private static SceneConfig initial() {
        return SceneConfig.initial(SCENE.knobs());
    }

    @Test
    void twoHundredRandomEditsLeaveNoExceptionAConsistentTheoryAndUndoLeadsBackToTheStart() {
        Rng rng = new Rng(7);
        SceneConfig config = initial();
        List<SceneConfig> undo = new ArrayList<>();
        int refused = 0;
        double worst = 0;
        for (int edit = 0; edit < 200; edit++) {
            WorldEdits.Outcome outcome = random(config, rng);
            if (outcome.edits().isEmpty()) {
                assertTrue(outcome.complaint().endsWith("."), outcome.complaint());
                refused++;
                continue;
            }
            undo.add(config);
            config = SCENE.edited(config, outcome.edits().get());
            String address = new Address(SCENE, config, java.util.OptionalDouble.empty(), java.util.Map.of(), List.of())
                    .format(new ExactDecimals());
            Address read = Address.parse(address, new ExactDecimals());
            assertEquals(List.of(), read.problems(), address);
            assertEquals(SCENE.edits(config), SCENE.edits(read.config()), address);
            if (edit % 10 == 0) {
                worst = Math.max(worst, gap(config));
            }
        }
        assertTrue(refused > 0 && undo.size() > 100, refused + " refused, " + undo.size() + " made");
        // modes of nearly equal strength part late and only slowly: their measured gap is shown, and stays below half
        assertTrue(worst < 0.5, "largest gap between theory and run " + worst);
        while (!undo.isEmpty()) {
            config = undo.remove(undo.size() - 1);
        }
        assertEquals(SCENE.edits(initial()), SCENE.edits(config));
    }

    private static WorldEdits.Outcome random(SceneConfig config, Rng rng) {
        WorldEdits edits = SCENE.edits(config);
        World base = SCENE.base(config);
        World world = SCENE.world(config);
        List<String> rows = new ArrayList<>(edits.rows().keySet());
        int item = below(rng, 8);
        int property = below(rng, world.properties().size());
        String name = List.of("Shark", "Bat", "", "a,b", "Tuna", " Eel ", "Ü", "x".repeat(30))
                .get(below(rng, 8));
        return switch (below(rng, 6)) {
            case 0 -> edits.rename(base, item, name);
            case 1 -> edits.add(base, "has " + name);
            case 2 ->
                rows.isEmpty()
                        ? edits.add(base, "grows")
                        : edits.renameRow(base, rows.get(below(rng, rows.size())), name);
            case 3 ->
                rows.size() < 8
                        ? edits.add(base, "row " + rng.nextInt())
                        : WorldEdits.Outcome.of(edits.remove(rows.get(below(rng, rows.size()))));
            default -> WorldEdits.Outcome.of(edits.toggle(base, property, item));
        };
    }

    private static int below(Rng rng, int bound) {
        return (int) (rng.nextDouble() * bound);
    }

    private static double gap(SceneConfig config) {
        Runner runner = Runner.of(SCENE.experiment(config));
        RunView story = new RunView(runner.experiment(), SCENE.world(config), runner.complete());
        assertEquals(story.steps().length, story.answer(0, 0).length);
        return story.gap();
    }

    @Test
    void aTurnedCellIsTheOtherValueOfItsRowAndTurnedTwiceItIsBack() {
        World base = SCENE.base(initial());
        WorldEdits none = SCENE.edits(initial());
        World turned = none.toggle(base, 4, 2).applied(base);
        assertTrue(base.y().at(4, 2) > 0);
        assertEquals(0, turned.y().at(4, 2));
        assertEquals(
                base.y().at(4, 2), none.toggle(base, 4, 1).applied(base).y().at(4, 1));
        assertEquals(none, none.toggle(base, 4, 2).toggle(base, 4, 2));
        assertEquals(1, none.toggle(base, 15, 0).applied(base).y().at(15, 0));
    }

    @Test
    void aNameThatIsTakenOrImpossibleIsRefusedWithASentence() {
        World base = SCENE.base(initial());
        WorldEdits edits = SCENE.edits(initial());
        assertEquals("There is a Tuna already.", edits.rename(base, 0, "tuna").complaint());
        assertTrue(edits.rename(base, 0, "a:b").complaint().contains("no comma"));
        assertEquals("", edits.rename(base, 0, "x".repeat(40)).complaint());
        assertTrue(edits.rename(base, 0, "x".repeat(41)).complaint().contains("40"));
        assertEquals("", edits.add(base, "has " + "x".repeat(36)).complaint());
        assertEquals(
                "There is a property “swims” already.", edits.add(base, "swims").complaint());
        assertFalse(edits.add(base, "").edits().isPresent());
        assertEquals(
                "Goldfish",
                edits.rename(base, 0, "")
                        .edits()
                        .orElseThrow()
                        .applied(base)
                        .items()
                        .get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names=a,b,c,d,e,f,g,h,i",
                "names=a%00b",
                "names=%20",
                "names=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "rows=has bones",
                "rows=:-%2B%2B%2B----",
                "rows=a:-%2B%2B%2B---",
                "rows=a:-%2B%2B%2B---0",
                "rows=a:--------;a:--------",
                "rows=%3Cimg%3E:--",
                "flips=1",
                "flips=15.0",
                "flips=0.8",
                "flips=-1.0",
                "flips=1.1.1",
                "flips=99999.0",
                "flips=a.b"
            })
    void aBrokenTextInAnAddressIsAnsweredWithItsKeyAndWhatWasExpected(String part) {
        Address address = Address.parse("scene=shark&" + part, new ExactDecimals());
        assertEquals(1, address.problems().size(), address.problems().toString());
        String key = part.substring(0, part.indexOf('='));
        assertTrue(
                address.problems().get(0).startsWith("\"" + key + "\" expects"),
                address.problems().get(0));
        assertEquals(initial().text(key), address.config().text(key));
    }
}
