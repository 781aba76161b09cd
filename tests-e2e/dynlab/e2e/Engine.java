package dynlab.e2e;

import java.io.IOException;
import java.util.List;

/** Another browser than the one that all other tests use, with the little that the tests of every engine need. */
interface Engine extends AutoCloseable {
    /** Opens an address in an empty page of 1280 × 800. */
    void visit(String address);

    /** Runs the body of a function in the page; gives what it returns as text. */
    String run(String script);

    /** What went wrong in the page since the last visit, as far as the engine tells. */
    List<String> errors();

    @Override
    void close() throws IOException;

    /** Waits until an expression holds in the page; fails after half a minute. */
    default void await(String condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!run("return !!(" + condition + ");").equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError(condition + " does not come true; errors: " + errors() + "; state: "
                        + run("return document.documentElement.dataset.state + ' ' + location.href;"));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
