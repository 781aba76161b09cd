package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.FirstScenes;
import dynlab.scene.Panels;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ViewsTest {
    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyViewThatASceneNamesIsKnownToTheProgramThatOpensIt(Scene scene) {
        List<View> known = FirstScenes.ALL.contains(scene) ? FirstViews.ALL : AllViews.ALL;
        Panels panels = scene.panels(SceneConfig.initial(scene.knobs()));
        List<String> ids = new ArrayList<>(List.of(panels.left()));
        ids.addAll(panels.centre());
        ids.addAll(panels.right());
        ids.addAll(panels.embed());
        for (String id : ids) {
            assertTrue(Views.of(id, known).isPresent(), id);
        }
        assertTrue(!panels.embed().isEmpty()
                && panels.embed().size() <= 2
                && panels.right().size() <= 2);
    }

    @Test
    void noTwoViewsHaveOneId() {
        List<String> ids = AllViews.ALL.stream().map(View::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    /** The page is started before any Java, so the list of the first scenes stands there a second time. */
    @Test
    void theStarterOfThePageNamesTheFirstScenes() throws IOException {
        String names = String.join(
                ", ",
                FirstScenes.ALL.stream().map(scene -> '"' + scene.id() + '"').toList());
        assertTrue(Files.readString(Path.of("web/boot.js")).contains("[" + names + "]"), names);
    }
}
