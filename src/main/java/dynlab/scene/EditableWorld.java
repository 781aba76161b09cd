package dynlab.scene;

import dynlab.task.World;

/** A scene whose world the reader can change. */
public interface EditableWorld {
    /** Whether it can be changed under some settings. */
    boolean editable(SceneConfig config);

    /** The world before any change. */
    World base(SceneConfig config);

    /** What is changed under some settings. */
    WorldEdits edits(SceneConfig config);

    /** The settings with other changes. */
    SceneConfig edited(SceneConfig config, WorldEdits edits);
}
