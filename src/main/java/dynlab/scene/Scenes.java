package dynlab.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every lesson. A new one is one file and one line here. */
public final class Scenes {
    public static final List<Scene> ALL = all();

    private static List<Scene> all() {
        List<Scene> all = new ArrayList<>(FirstScenes.ALL);
        all.addAll(List.of(
                new XorScene(),
                new RoutingScene(),
                new RaceScene(),
                new RegimesScene(),
                new DigitsScene(),
                new ContextsScene(),
                new DiscoverScene(),
                new MixedScene(),
                new DepthScene(),
                new LimitsScene()));
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
