package dynlab.scene;

import java.util.List;

/** Further lessons about linear networks, which a program of embeds knows. */
public final class LinearScenes {
    private LinearScenes() {}

    /**
     * The lessons.
     *
     * @param items how those whose world is a table of items read one of the reader's own
     * @param examples how those whose world is a table of examples do
     */
    public static List<Scene> of(OwnWorld items, OwnWorld examples) {
        return List.of(
                new FormsScene(items),
                new RegressionScene(examples),
                new SurfaceScene(),
                new CarryOverScene(),
                new SemanticsScene(items),
                new RichLazyScene());
    }
}
