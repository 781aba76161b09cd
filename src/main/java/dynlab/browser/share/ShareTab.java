package dynlab.browser.share;

import org.teavm.jso.dom.html.HTMLElement;

/** One way to give away what is shown. */
interface ShareTab {
    /** A word for its elements. */
    String id();

    /** What stands on the tab. */
    String name();

    /** Fills its panel, when it is looked at for the first time. */
    void fill(HTMLElement panel);

    /** The dialog is closed: nothing is made any more. */
    default void closed() {}
}
