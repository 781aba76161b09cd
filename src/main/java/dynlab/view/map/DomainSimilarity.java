package dynlab.view.map;

import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.BlockLikeness;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.Map;
import java.util.Optional;

/**
 * Whether input domains are told to the rest of the network in one language: W_iᵀ W_j of all encoders into the busiest
 * hidden node, one-hot items of one domain after those of another, scaled to the largest entry.
 */
public final class DomainSimilarity implements View {
    @Override
    public String id() {
        return "domains";
    }

    @Override
    public String title() {
        return Words.say("map.domain-similarity.similarity-across-domains");
    }

    @Override
    public String hint() {
        return Words.say("map.domain-similarity.first-hidden-layer");
    }

    /** The similarity in the hidden node that most input units feed, if recorded. */
    private static Optional<Series> widest(RunView story) {
        Optional<Series> best = Optional.empty();
        for (Map.Entry<SeriesKey, Series> entry :
                story.run().trajectory().series().entrySet()) {
            Series series = entry.getValue();
            boolean wider = best.isEmpty() || series.rows() > best.get().rows();
            if (entry.getKey().quantity() == Quantity.INPUT_SIMILARITY && wider) {
                best = Optional.of(series);
            }
        }
        return best;
    }

    /** Units of one input; all are taken to have as many. */
    private static int width(RunView story) {
        for (Node node : story.experiment().architecture().nodes()) {
            if (node.role() == Role.INPUT) {
                return node.width();
            }
        }
        return 1;
    }

    private static Box grid(Box space) {
        double side = Math.floor(Math.min(space.w(), space.h() - 26));
        return new Box(space.x(), space.y() + 2, side, side);
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.INPUT_SIMILARITY);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        Optional<Series> series = widest(frame.story());
        if (series.isEmpty() || frame.story().steps().length == 0) {
            pen.text(Words.say("map.domain-similarity.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        int size = series.get().rows();
        double[] matrix = shares(frame, series.get());
        Box grid = grid(space);
        pen.cells(grid, 0, size, size, matrix, false);
        int width = width(frame.story());
        int domains = size / width;
        for (int domain = 1; domain < domains; domain++) {
            double place = grid.w() * domain / domains;
            pen.line(grid.x() + place, grid.y(), grid.x() + place, grid.bottom(), Stroke.GRID);
            pen.line(grid.x(), grid.y() + place, grid.right(), grid.y() + place, Stroke.GRID);
        }
        pen.frame(grid, 0, Stroke.GRID);
        pen.textIfFree(likeness(matrix, size, width), grid.x(), grid.bottom() + 17, TextStyle.TICK);
    }

    /** The matrix as it is now, of its largest entry. */
    private static double[] shares(Frame frame, Series series) {
        double[] matrix = new double[series.rows() * series.rows()];
        System.arraycopy(frame.story().now(series, frame.step()).values(), 0, matrix, 0, matrix.length);
        double most = 1e-300;
        for (double value : matrix) {
            most = Math.max(most, Math.abs(value));
        }
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] /= most;
        }
        return matrix;
    }

    private static String likeness(double[] matrix, int size, int width) {
        return size / width == 1
                ? Words.say("map.domain-similarity.one-domain")
                : Words.say(
                        "map.domain-similarity.domains-likeness-blocks",
                        Integer.toString(size / width),
                        Numbers.fixed(BlockLikeness.of(matrix, size, width), 3));
    }

    @Override
    public String reading(Frame frame) {
        Optional<Series> series = widest(frame.story());
        return series.isEmpty()
                ? ""
                : "\n" + likeness(shares(frame, series.get()), series.get().rows(), width(frame.story()));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Box grid = grid(Heads.room(frame, box));
        int size = widest(frame.story()).map(Series::rows).orElse(0);
        if (size == 0 || !grid.contains(px, py)) {
            return Optional.empty();
        }
        int i = (int) ((py - grid.y()) / grid.h() * size);
        int j = (int) ((px - grid.x()) / grid.w() * size);
        int width = width(frame.story());
        return Optional.of(new Hit(-1, -1, -1, -1, place(i, width) + " · " + place(j, width)));
    }

    private static String place(int row, int width) {
        return Words.say(
                "map.domain-similarity.domain-item",
                Integer.toString(row / width + 1),
                Integer.toString(row % width + 1));
    }
}
