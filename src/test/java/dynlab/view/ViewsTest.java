package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.FirstScenes;
import dynlab.scene.GatedScenes;
import dynlab.scene.Knob;
import dynlab.scene.LinearScenes;
import dynlab.scene.OwnWorld;
import dynlab.scene.Panels;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ViewsTest {
    /** Which program starts an embed of which scenes. */
    private static final Map<String, List<String>> PROGRAMS = Map.of(
            "first",
            ids(FirstScenes.ALL),
            "linear",
            ids(LinearScenes.of(OwnWorld.NONE, OwnWorld.NONE)),
            "gated",
            ids(GatedScenes.ALL));

    private static List<String> ids(List<Scene> scenes) {
        return scenes.stream().map(Scene::id).toList();
    }

    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyViewThatASceneNamesIsKnownToTheProgramThatOpensIt(Scene scene) {
        List<View> program = new ArrayList<>(FirstViews.ALL);
        if (PROGRAMS.get("gated").contains(scene.id())) {
            program.addAll(GatedViews.ALL);
        } else if (PROGRAMS.get("linear").contains(scene.id())) {
            program.addAll(LinearViews.ALL);
        }
        SceneConfig initial = SceneConfig.initial(scene.knobs());
        for (SceneConfig config : choices(scene)) {
            // boot.js starts the program that knows all where another figure is asked for beside a lesson
            boolean beside = scene.knobs().stream().anyMatch(knob -> knob.key().equals("beside"))
                    && !config.choice("beside").equals(initial.choice("beside"));
            List<View> known = beside ? AllViews.ALL : program;
            Panels panels = scene.panels(config);
            List<String> ids = new ArrayList<>(List.of(panels.left(), scene.pictured(config)));
            ids.addAll(panels.centre());
            ids.addAll(panels.right());
            ids.addAll(panels.embed());
            for (String id : ids) {
                assertTrue(Views.of(id, known).isPresent(), config + ": " + id);
            }
            assertTrue(!panels.embed().isEmpty()
                    && panels.embed().size() <= 2
                    && panels.right().size() <= 2);
        }
    }

    /** What a scene opens with, and each of its choices taken, of two together. */
    private static List<SceneConfig> choices(Scene scene) {
        List<SceneConfig> all = new ArrayList<>(List.of(SceneConfig.initial(scene.knobs())));
        for (int depth = 0; depth < 2; depth++) {
            for (SceneConfig before : List.copyOf(all)) {
                for (Knob knob : scene.knobs()) {
                    if (knob instanceof Knob.Choice choice) {
                        choice.options().forEach(option -> all.add(before.with(knob.key(), option.word())));
                    }
                }
            }
        }
        return all;
    }

    @Test
    void noTwoViewsHaveOneId() {
        List<String> ids = AllViews.ALL.stream().map(View::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @Test
    void everySceneIsKnownToOneProgramOfEmbeds() {
        List<String> named =
                PROGRAMS.values().stream().flatMap(List::stream).sorted().toList();
        assertEquals(Scenes.ALL.stream().map(Scene::id).sorted().toList(), named);
    }
}
