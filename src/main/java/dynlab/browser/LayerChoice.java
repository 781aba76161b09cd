package dynlab.browser;

import dynlab.app.Event;
import dynlab.view.RunView;
import org.teavm.jso.dom.html.HTMLElement;

/** The buttons that choose in which layer similarity is shown. */
final class LayerChoice {
    private static final int OUTPUT = -1;

    private final HTMLElement group = Dom.find("layer");
    private final Lab lab;
    private int hidden = -1;

    LayerChoice(Lab lab) {
        this.lab = lab;
    }

    /** Another scene: its buttons are made anew. */
    void forget() {
        hidden = -1;
    }

    /** One button for each layer of a run, and which of them is chosen. */
    void show(RunView of, int layer) {
        int layers = of.layers().size();
        if (layers != hidden) {
            hidden = layers;
            make(layers);
        }
        Dom.choose(group, Integer.toString(layer));
    }

    private void make(int layers) {
        Dom.empty(group);
        String[] values = new String[layers + 1];
        String[] labels = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean output = i == layers;
            values[i] = Integer.toString(output ? OUTPUT : i);
            labels[i] = output ? "output" : layers == 1 ? "hidden" : (i == 0 ? "hidden 1" : "" + (i + 1));
        }
        Dom.segments(group, "Similarity in", values, labels, e -> lab.send(new Event.Layer(Dom.number(e.getTarget()))));
    }
}
