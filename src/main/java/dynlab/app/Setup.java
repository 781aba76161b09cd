package dynlab.app;

import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;

/**
 * What is to be run: a scene under some settings. Two are equal where they ask for the same runs.
 *
 * @param scene the lesson; a file that was opened is a scene of its own
 * @param config a value for each of its knobs
 */
public record Setup(Scene scene, SceneConfig config) {}
