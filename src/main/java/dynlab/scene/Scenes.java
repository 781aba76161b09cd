package dynlab.scene;

import java.util.List;
import java.util.Optional;

/** Every lesson. A new one is one file and one line here. */
public final class Scenes {
    public static final List<Scene> ALL =
            List.of(new HierarchyScene(), new SharkScene(), new ChainScene(), new InitScaleScene());

    private Scenes() {}

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
