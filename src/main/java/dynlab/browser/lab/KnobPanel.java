package dynlab.browser.lab;

import dynlab.scene.SceneConfig;

/** The knobs of a scene, where a page has some. */
interface KnobPanel {
    /** Shows settings that came from elsewhere. */
    void show(SceneConfig config);

    /** The settings in one line. */
    String summary();

    /** A page without knobs. */
    static KnobPanel none() {
        return new KnobPanel() {
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
