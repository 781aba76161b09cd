package dynlab.browser.share;

import dynlab.browser.dom.OwnData;
import dynlab.numeric.Numbers;
import dynlab.table.Preparation;
import dynlab.table.Table;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * A table as the data of a layer that somebody has drawn: a row a sample, a column a unit. The layer is resized, and what
 * other layers have is cut or filled, only where that is asked for.
 */
final class LayerData implements TableUse {
    private final String layer;
    private final int units;
    private final int samples;
    private final String other;
    private final String text;
    private boolean resizes;
    private boolean fits;

    /**
     * @param args "layer"; its name; its units; samples of its context; another layer with data there, or nothing; what it
     *     has now
     */
    LayerData(List<String> args) {
        layer = args.get(1);
        units = Numbers.whole(args.get(2));
        samples = Numbers.whole(args.get(3));
        other = args.get(4);
        text = args.get(5);
    }

    @Override
    public Called called() {
        return new Called(
                Words.say("table.layer.samples"), Words.say("table.layer.scale"), Words.say("table.layer.mean"), "u");
    }

    @Override
    public Preparation.Scale scale() {
        return Preparation.Scale.AS_IT_IS;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public void controls(HTMLElement parent, Runnable changed) {
        Widgets.box(parent, Words.say("table.layer.resizes", layer), false, on -> {
            resizes = on;
            changed.run();
        });
        if (!other.isEmpty()) {
            Widgets.box(parent, Words.say("table.layer.fits"), false, on -> {
                fits = on;
                changed.run();
            });
        }
    }

    @Override
    public String complaint(Table table) {
        int columns = table.values().columns();
        int rows = table.values().rows();
        if (columns != units && !resizes) {
            return Words.say("table.layer.units", layer, Integer.toString(units), Integer.toString(columns));
        }
        return rows != samples && !fits && !other.isEmpty()
                ? Words.say("table.layer.other", other, Integer.toString(samples), Integer.toString(rows))
                : "";
    }

    @Override
    public String comes(int rows, int columns) {
        return Words.say("table.layer.comes", Integer.toString(rows), Integer.toString(columns));
    }

    @Override
    public String follows() {
        return Words.say("table.layer.undo");
    }

    @Override
    public void take(Table table) {
        OwnData.takeForLayer(
                names(table.rowNames()),
                names(table.columnNames()),
                Float64Array.copyFromJavaArray(table.values().toArray()),
                table.values().rows(),
                resizes,
                fits);
    }

    private static String[] names(Optional<List<String>> names) {
        return names.orElse(List.of()).toArray(new String[0]);
    }
}
