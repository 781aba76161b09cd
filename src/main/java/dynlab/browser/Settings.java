package dynlab.browser;

import dynlab.scene.SceneConfig;

/** The knobs of a scene, where a page has some. */
interface Settings {
    /** Shows settings that came from elsewhere. */
    void show(SceneConfig config);

    /** The settings in one line. */
    String summary();

    /** A page without knobs. */
    static Settings none() {
        return new Settings() {
            @Override
            public void show(SceneConfig config) {
                // there is nothing to show them on
            }

            @Override
            public String summary() {
                return "";
            }
        };
    }
}
