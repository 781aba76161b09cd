package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The card of a lesson shows what is particular to it: a view that it has, and hardly ever its loss. */
final class CardsTest {
    @Test
    void everyCardShowsAViewOfItsLessonAndFewShowTheLoss() {
        int losses = 0;
        for (Scene scene : Scenes.ALL) {
            SceneConfig config = SceneConfig.initial(scene.knobs());
            Panels panels = scene.panels(config);
            List<String> views = new ArrayList<>(panels.centre());
            views.addAll(panels.right());
            views.add(panels.left());
            String pictured = scene.pictured(config);
            assertTrue(views.contains(pictured), scene.id() + " has no " + pictured);
            losses += pictured.equals("loss") ? 1 : 0;
        }
        assertTrue(losses <= 2, losses + " cards show the loss");
    }
}
