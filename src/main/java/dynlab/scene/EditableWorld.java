package dynlab.scene;

import dynlab.task.World;

/** A scene whose world the reader can change. */
public interface EditableWorld {
    /** The world before any change. */
    World base(SceneConfig config);

    /** What is changed under some settings. */
    WorldEdits edits(SceneConfig config);

    /** The settings with other changes. */
    SceneConfig edited(SceneConfig config, WorldEdits edits);
}
