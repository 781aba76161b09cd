package dynlab.scene;

import java.util.List;

/** The lessons about gated and nonlinear networks, which a program of embeds knows. */
public final class GatedScenes {
    public static final List<Scene> ALL = List.of(
            new XorScene(),
            new RoutingScene(),
            new RaceScene(),
            new RegimesScene(),
            new DigitsScene(),
            new ContextsScene(),
            new DiscoverScene(),
            new MixedScene(),
            new DepthScene(),
            new LimitsScene());

    private GatedScenes() {}
}
