package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a small page shows first is where a lesson's gesture is, or what answers its question. */
final class PanelsTest {
    private static final Map<String, String> TOLD = Map.of(
            "hierarchy", "map",
            "shark", "answer",
            "forms", "formmap",
            "semantics", "ages",
            "rich-lazy", "startmap",
            "carry-over", "changes",
            "race", "lanes",
            "routing", "outputs",
            "mixed", "tuning",
            "surface", "surface");

    @Test
    void whatComesFirstIsAmongTheViewsOfItsLesson() {
        List<String> wrong = new ArrayList<>();
        for (Scene scene : Scenes.ALL) {
            Panels panels = scene.panels(SceneConfig.initial(scene.knobs()));
            List<String> all = new ArrayList<>(panels.centre());
            all.addAll(panels.right());
            all.add(panels.left());
            if (!all.contains(panels.first())) {
                wrong.add(scene.id() + ": " + panels.first());
            }
        }
        assertTrue(wrong.isEmpty(), wrong::toString);
    }

    @Test
    void itIsWhereTheGestureIs() {
        for (Scene scene : Scenes.ALL) {
            Panels panels = scene.panels(SceneConfig.initial(scene.knobs()));
            if (TOLD.containsKey(scene.id())) {
                assertEquals(TOLD.get(scene.id()), panels.first(), scene.id());
            }
        }
    }

    @Test
    void aViewThatIsNotThereIsNeverFirst() {
        Panels panels = new Panels("world", List.of("loss", "modes"), List.of("similarity"), List.of("modes"));
        assertEquals("modes", panels.first());
        assertEquals("modes", panels.first("map").first());
        assertEquals("similarity", panels.first("similarity").first());
    }
}
