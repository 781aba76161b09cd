package dynlab.scene;

import java.util.List;

/**
 * The lessons about one linear chain. The program that most pages begin with knows only these, so that it stays small; any
 * other scene is opened by the program that knows all.
 */
public final class FirstScenes {
    public static final List<Scene> ALL =
            List.of(new HierarchyScene(OwnWorld.NONE), new ChainScene(), new InitScaleScene(), new SharkScene());

    private FirstScenes() {}
}
