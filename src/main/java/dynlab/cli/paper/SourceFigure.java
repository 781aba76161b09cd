package dynlab.cli.paper;

import java.util.function.Consumer;

/** One figure of Saxe, Sodhani and Lewallen, ICML 2022, computed anew with the source's panels and axes. */
public interface SourceFigure {
    /** Its number in the source. */
    String number();

    /**
     * Computes and draws it.
     *
     * @param sheet empty
     * @param progress takes a few words now and then
     */
    void draw(Sheet sheet, Effort effort, Consumer<String> progress);
}
