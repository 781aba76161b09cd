package dynlab.browser.share;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** What the worker has made. */
interface Answer extends JSObject {
    /** The text of a file; empty if it was refused. */
    @JSProperty
    String getText();

    /** Why not; empty if it was made. */
    @JSProperty
    String getRefused();

    /** Of a program: the step from which on it cannot meet the loss, or −1. */
    @JSProperty
    int getTrusted();

    /** Of a program: whether the run waits on a saddle, which it leaves by rounding. */
    @JSProperty
    boolean isSaddle();

    /** Of a picture: ids of the views that there are. */
    @JSProperty
    String[] getIds();

    /** Of a picture: what stands over each of them; of several runs: what differs, and when they part. */
    @JSProperty
    String[] getTitles();
}
