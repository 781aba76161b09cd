package dynlab.browser.build;

/** A part of the page on which a network is drawn. */
interface BuildPanel {
    /** Shows the drawing as it is now. */
    void draw();
}
