package dynlab.browser.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;

/** Asks for the dialog in which a table of the reader's own is read: a program of its own, which {@code boot.js} fetches then. */
public final class OwnData {
    private OwnData() {}

    /** Hears of the table that was taken. */
    @JSFunctor
    public interface Taken extends JSObject {
        void table(String text);
    }

    /** A table for a layer: a row a sample, a column a unit. */
    public interface Layer extends JSObject {
        /** One a row, or none. */
        @JSProperty
        String[] getSamples();

        /** One a column, or none. */
        @JSProperty
        String[] getUnits();

        /** Row by row. */
        @JSProperty
        Float64Array getValues();

        @JSProperty
        int getRows();

        /** Whether the layer gets as many units. */
        @JSProperty
        boolean isResizes();

        /** Whether the data of other layers are cut or filled to as many samples. */
        @JSProperty
        boolean isFits();
    }

    @JSFunctor
    public interface LayerTaken extends JSObject {
        void table(Layer table);
    }

    /**
     * Asks for it.
     *
     * @param rows what its rows are: "items", or "examples" of which some numbers are asked
     */
    @JSBody(params = "rows", script = "dispatchEvent(new CustomEvent('dynlab-table', {detail: [rows]}));")
    public static native void ask(String rows);

    /**
     * Asks for it, for a layer of a drawing.
     *
     * @param layer its name
     * @param units that it has
     * @param samples that its context has
     * @param other a layer that has data there too; empty if none has
     * @param text what it has now
     */
    @JSBody(
            params = {"layer", "units", "samples", "other", "text"},
            script = "dispatchEvent(new CustomEvent('dynlab-table',"
                    + " {detail: ['layer', layer, String(units), String(samples), other, text]}));")
    public static native void askForLayer(String layer, int units, int samples, String other, String text);

    /** Hands a table to the page, as an address holds it. */
    @JSBody(params = "text", script = "dispatchEvent(new CustomEvent('dynlab-table-taken', {detail: text}));")
    public static native void take(String text);

    /** Hands a table for a layer to the page. */
    @JSBody(
            params = {"samples", "units", "values", "rows", "resizes", "fits"},
            script = "dispatchEvent(new CustomEvent('dynlab-table-taken', {detail: {samples: samples, units: units,"
                    + " values: values, rows: rows, resizes: resizes, fits: fits}}));")
    public static native void takeForLayer(
            String[] samples, String[] units, Float64Array values, int rows, boolean resizes, boolean fits);

    /** Listens for it. */
    @JSBody(params = "taken", script = "addEventListener('dynlab-table-taken', function(e) { taken(e.detail); });")
    public static native void onTaken(Taken taken);

    /** Listens for one that was asked for a layer. */
    @JSBody(params = "taken", script = "addEventListener('dynlab-table-taken', function(e) { taken(e.detail); });")
    public static native void onTakenForLayer(LayerTaken taken);
}
