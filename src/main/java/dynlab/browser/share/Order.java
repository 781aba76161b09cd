package dynlab.browser.share;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What is asked of the worker that makes what is taken away. */
interface Order extends JSObject {
    /** The word for a picture; any other is that of a {@link dynlab.export.Kind}. */
    String PICTURE = "picture";

    /** The word for several runs on one axis. */
    String COMPARE = "compare";

    /** The address behind #; that of a file begins with its code. Of several runs one a line. */
    @JSProperty
    String getQuery();

    /** The text of the file; empty of a lesson. */
    @JSProperty
    String getFile();

    /** What of the address does not belong to the file. */
    @JSProperty
    String getRest();

    /** {@link #PICTURE} or a kind. */
    @JSProperty
    String getWhat();

    /** Which view; empty for the main one. */
    @JSProperty
    String getView();

    @JSProperty
    String getPalette();

    @JSProperty
    int getWidth();

    @JSProperty
    int getHeight();
}
