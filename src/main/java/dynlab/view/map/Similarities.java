package dynlab.view.map;

import dynlab.experiment.Companion.Manner;
import dynlab.experiment.Quantity;
import dynlab.measure.LearnedSimilarity;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.theory.modes.Modes;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What several runs hold alike, side by side, beside V S Vᵀ, which the data alone ask for; each scaled to its largest
 * entry, with the correlation of its entries off the diagonal with the last.
 */
public final class Similarities implements View {
    private static final double GAP = 16;

    @Override
    public String id() {
        return "similarities";
    }

    @Override
    public String title() {
        return Words.say("map.similarities.similarity");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("map.similarities.number-correlation-v");
    }

    /** A matrix, its name, and what stands under it. */
    private record Tile(String name, Ink ink, double[] matrix, String note) {}

    @Override
    public Needs needs() {
        Set<Quantity> drawn = EnumSet.of(Quantity.SIMILARITY, Quantity.MODE_STRENGTH, Quantity.OUTPUTS);
        Set<Quantity> pictures = EnumSet.of(Quantity.SIMILARITY, Quantity.OUTPUTS);
        return new Needs(EnumSet.of(Quantity.SIMILARITY, Quantity.MODE_STRENGTH), drawn, drawn, pictures);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<Tile> tiles = tiles(frame);
        int items = frame.story().world().items().size();
        double words = 18;
        double pitch = pitch(space, items, words);
        double side = pitch * items;
        for (int k = 0; k < tiles.size(); k++) {
            Tile tile = tiles.get(k);
            double x = space.x() + k % 2 * (space.w() + GAP) / 2;
            int row = k / 2;
            double y = space.y() + row * (side + words + 10);
            TextStyle name = TextStyle.NAME.strong();
            pen.text(tile.name(), x, y + 11, name);
            double after = x + pen.width(tile.name(), name) + 8;
            if (after + pen.width(tile.note(), TextStyle.SMALL) <= x + (space.w() - GAP) / 2) {
                pen.text(tile.note(), after, y + 11, TextStyle.SMALL);
            }
            Box grid = new Box(x, y + words, side, side);
            if (tile.matrix().length == 0) {
                pen.frame(grid, 0, Stroke.GRID);
                continue;
            }
            pen.cells(grid, pitch > 9 ? 1 : 0, items, items, Vectors.overLargest(tile.matrix()), false);
            pen.line(x, y + words + side + 2, x + side, y + words + side + 2, Stroke.of(tile.ink(), Weight.FINE));
        }
    }

    private static double pitch(Box space, int items, double words) {
        double across = (space.w() - GAP) / 2 / items;
        double down = (space.h() - 2 * words - 14) / 2 / items;
        return Math.max(2, Math.floor(Math.min(across, down) * 2) / 2);
    }

    private static List<Tile> tiles(Frame frame) {
        List<Tile> tiles = new ArrayList<>();
        Optional<Modes> modes = frame.story().run().modes();
        double[] target = modes.map(m -> LearnedSimilarity.target(m.s(), m.v())).orElseGet(() -> new double[0]);
        tiles.add(tile(frame, frame.name(), Ink.category(0), target));
        for (int k = 0; k < frame.rivals().size(); k++) {
            Frame.Rival rival = frame.rivals().get(k);
            if (rival.manner() == Manner.PEER && tiles.size() < 3) {
                Frame other = frame.beside(k + 1).orElseThrow();
                tiles.add(tile(other, rival.name(), Ink.category(k + 1), target));
            }
        }
        if (target.length > 0) {
            tiles.add(new Tile(Words.say("map.similarities.data"), Ink.INK_2, target, "V S Vᵀ"));
        }
        return tiles;
    }

    private static Tile tile(Frame frame, String name, Ink ink, double[] target) {
        RunView story = frame.story();
        double[] now = story.steps().length == 0 ? new double[0] : SimilarityMap.matrix(frame, frame.step());
        boolean comparable = now.length == target.length && now.length > 0;
        String note = comparable
                ? Numbers.fixed(
                        LearnedSimilarity.correlation(
                                now, target, story.world().items().size()),
                        2)
                : "";
        return new Tile(name, ink, now, note);
    }

    /** How alike the similarity of each run is to that of the data. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Tile tile : tiles(frame)) {
            if (tile.ink() != Ink.INK_2 && !tile.note().isEmpty()) {
                words.append(Words.say("map.similarities.correlates", tile.name(), tile.note()));
            }
        }
        return words.toString();
    }
}
