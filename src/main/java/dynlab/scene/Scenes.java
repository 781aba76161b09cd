package dynlab.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every lesson. A new one is one file and one line, in {@link GatedScenes} or {@link LinearScenes}. */
public final class Scenes {
    public static final List<Scene> ALL = all();

    /** In the order of a course: what a later lesson builds on comes before it. Menus and galleries have this order. */
    public static final List<Scene> COURSE = course(
            "shark",
            "hierarchy",
            "chain",
            "surface",
            "init-scale",
            "forms",
            "semantics",
            "regression",
            "rich-lazy",
            "regimes",
            "carry-over",
            "xor",
            "routing",
            "race",
            "digits",
            "contexts",
            "mixed",
            "depth",
            "discover",
            "limits");

    private static List<Scene> course(String... ids) {
        List<Scene> ordered = new ArrayList<>();
        for (String id : ids) {
            byId(id).ifPresent(ordered::add);
        }
        for (Scene scene : ALL) {
            if (!ordered.contains(scene)) {
                ordered.add(scene);
            }
        }
        return List.copyOf(ordered);
    }

    private static List<Scene> all() {
        List<Scene> all = new ArrayList<>();
        all.addAll(List.of(
                new HierarchyScene(OwnTable.ITEMS),
                new ChainScene(),
                new InitScaleScene(),
                new SharkScene(OwnTable.ITEMS)));
        all.addAll(GatedScenes.ALL);
        all.addAll(LinearScenes.of(OwnTable.ITEMS, OwnTable.EXAMPLES));
        return List.copyOf(all);
    }

    private Scenes() {}

    /** The scene of the first page. */
    public static Scene home() {
        return byId("shark").orElse(ALL.get(0));
    }

    /** The scene with this id. */
    public static Optional<Scene> byId(String id) {
        for (Scene scene : ALL) {
            if (scene.id().equals(id)) {
                return Optional.of(scene);
            }
        }
        return Optional.empty();
    }
}
