package dynlab.view.map;

import dynlab.architecture.Context;
import dynlab.experiment.search.Findings;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/** The pathways of the best gates found: for which samples each is open, and what part of all contribution it makes. */
public final class FoundGates implements View {
    @Override
    public String id() {
        return "gates";
    }

    @Override
    public String title() {
        return Words.say("map.found-gates.best-gates");
    }

    @Override
    public String hint() {
        return Words.say("map.found-gates.one-path-row");
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        Optional<Findings> found = frame.story().run().findings();
        if (found.isEmpty() || found.get().pathways().isEmpty()) {
            boolean over = found.isPresent() && found.get().complete();
            String words = !over
                    ? Words.say("map.found-gates.not-found-yet")
                    : found.get().trials().isEmpty()
                            ? Words.say("map.found-gates.no-gates-were")
                            : Words.say("map.found-gates.no-unit-contributes");
            pen.text(words, space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        List<Findings.Pathway> pathways = found.get().pathways();
        int samples = pathways.get(0).gates().length;
        List<Context> contexts = Findings.contexts(frame.story().experiment());
        List<String> layers = Findings.layers(frame.story().experiment());
        if (layers.size() > 1) {
            String words = Words.say("map.found-gates.layer-first", layers.get(0), Integer.toString(layers.size()));
            pen.textIfFree(words, space.x(), space.y() + 11, TextStyle.TICK);
            space = space.inset(0, 16, 0, 0);
        }
        Box grid = new Box(space.x(), space.y() + 18, space.w() - 92, space.h() - 24);
        double w = (grid.w() - 6.0 * (contexts.size() - 1)) / samples;
        double pitch = Math.min(24, grid.h() / pathways.size());
        double x = grid.x();
        int from = 0;
        for (Context context : contexts) {
            String name = contexts.size() == 1 ? "" : context.name();
            double wide = w * context.samples();
            boolean fits = pen.width(name, TextStyle.TICK) <= wide + 4;
            String words = fits ? name : name.substring(name.lastIndexOf(' ') + 1);
            pen.textIfFree(words, x + wide / 2, space.y() + 11, TextStyle.TICK.middle());
            for (int k = 0; k < pathways.size(); k++) {
                double y = grid.y() + k * pitch;
                double[] gates = pathways.get(k).gates();
                for (int n = 0; n < context.samples() && from + n < samples; n++) {
                    Box cell = new Box(x + n * w, y, Math.max(1, w - 1), pitch - 4);
                    pen.rect(cell, 1, Paint.of(gates[from + n] != 0 ? Ink.INK_2 : Ink.SUNKEN));
                }
            }
            from += context.samples();
            double next = wide + 6;
            x += next;
        }
        for (int k = 0; k < pathways.size(); k++) {
            Findings.Pathway pathway = pathways.get(k);
            double y = grid.y() + (k + 0.5) * pitch + 2;
            pen.textIfFree(Numbers.fixed(100 * pathway.share(), 0) + " %", grid.right() + 36, y, TextStyle.NAME.end());
            String units = Words.say("map.found-gates.units", Integer.toString(pathway.units()));
            pen.textIfFree(units, space.right(), y, TextStyle.TICK.end());
        }
    }

    /** Its paths: on how many samples each is open, what it contributes, and how many units it has. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Findings.Pathway pathway :
                frame.story().run().findings().map(Findings::pathways).orElse(List.of())) {
            int open = 0;
            for (double gate : pathway.gates()) {
                open += gate != 0 ? 1 : 0;
            }
            words.append(Words.say(
                    "map.found-gates.reading",
                    Integer.toString(open),
                    Integer.toString(pathway.gates().length),
                    Numbers.percent(pathway.share()),
                    Words.say("map.found-gates.units", Integer.toString(pathway.units()))));
        }
        return words.toString();
    }
}
