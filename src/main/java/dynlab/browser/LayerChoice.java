package dynlab.browser;

import dynlab.view.RunView;
import org.teavm.jso.dom.html.HTMLElement;

/** The buttons that choose in which layer similarity is shown. */
final class LayerChoice {
    private static final int OUTPUT = -1;

    private final HTMLElement group = Dom.find("layer");
    private final Runnable changed;
    private int layer;
    private int hidden = -1;

    /**
     * @param changed called when another layer was chosen
     */
    LayerChoice(Runnable changed) {
        this.changed = changed;
    }

    /** Which hidden layer, from 0; −1 is the output. */
    int layer() {
        return layer;
    }

    /** Another scene: its buttons are made anew. */
    void forget() {
        hidden = -1;
    }

    /** One button for each layer of a run. */
    void show(RunView of) {
        int layers = of.layers().size();
        if (layers == hidden) {
            return;
        }
        hidden = layers;
        layer = layers == 0 ? OUTPUT : Math.max(0, Math.min(layer, layers - 1));
        Dom.empty(group);
        String[] values = new String[layers + 1];
        String[] labels = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean output = i == layers;
            values[i] = Integer.toString(output ? OUTPUT : i);
            labels[i] = output ? "output" : layers == 1 ? "hidden" : (i == 0 ? "hidden 1" : "" + (i + 1));
        }
        HTMLElement buttons = Dom.segments(group, "Similarity in", values, labels, e -> {
            layer = Dom.number(e.getTarget());
            Dom.choose(group, Integer.toString(layer));
            changed.run();
        });
        Dom.choose(buttons, Integer.toString(layer));
    }
}
