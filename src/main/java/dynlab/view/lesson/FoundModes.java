package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.task.World;
import dynlab.theory.modes.Modes;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.RunView.Block;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/** What the network has found: the items' patterns, the singular vectors of the data, each as strong as it holds it now. */
public final class FoundModes implements View {
    /** So many modes are read aloud. */
    private static final int MOST_READ = 4;

    private static final double OVER = 18;

    @Override
    public String id() {
        return "found";
    }

    @Override
    public String title() {
        return Words.say("lesson.found-modes.found");
    }

    @Override
    public String hint() {
        return Words.say("lesson.found-modes.singular-vectors-strength");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MODE_STRENGTH);
    }

    private record Grid(double left, double top, double pitchX, double pitchY) {}

    private static int modes(RunView story) {
        return story.blocks().isEmpty()
                ? 0
                : story.blocks().get(story.blocks().size() - 1).last() + 1;
    }

    private static Grid grid(Pen pen, RunView story, Box space) {
        double names = Labels.column(pen, story.world().items(), TextStyle.NAME, 0.4 * space.w());
        int items = story.world().items().size();
        double high = Math.floor(Math.min(20, (space.h() - OVER - 8) / items));
        double wide = Math.min(24, (space.w() - names - 8) / Math.max(1, modes(story)));
        return new Grid(space.x() + names + 8, space.y() + OVER, wide, high);
    }

    /** Items × modes: v_iα a_α as a share of the largest that there will be. */
    private static double[] cells(RunView story, double step) {
        Modes data = story.run().modes().orElseThrow();
        int items = story.world().items().size();
        int count = modes(story);
        double[] cells = new double[items * count];
        double most = 1e-300;
        for (Block block : story.blocks()) {
            double now = story.at(block.strength(), step);
            for (int mode = block.first(); mode <= block.last(); mode++) {
                for (int i = 0; i < items; i++) {
                    double v = data.v().at(i, mode);
                    most = Math.max(most, Math.abs(v * block.target()));
                    cells[i * count + mode] = v * now;
                }
            }
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Math.max(-1, Math.min(1, cells[i] / most));
        }
        return cells;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        if (story.blocks().isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.found-modes.no-single-linear"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        World world = story.world();
        int items = world.items().size();
        int count = modes(story);
        Grid grid = grid(pen, story, space);
        Box cells = new Box(grid.left(), grid.top(), count * grid.pitchX(), items * grid.pitchY());
        pen.cells(cells, grid.pitchY() > 6 ? 1 : 0, items, count, cells(story, frame.step()), false);
        for (int i = 0; i < items; i++) {
            double y = grid.top() + (i + 0.5) * grid.pitchY() + 4;
            String name = Labels.cut(pen, world.items().get(i), TextStyle.NAME, grid.left() - 8 - space.x());
            pen.textIfFree(name, grid.left() - 6, y, TextStyle.NAME.end());
        }
        for (Block block : story.blocks()) {
            double from = grid.left() + block.first() * grid.pitchX();
            double to = grid.left() + (block.last() + 1) * grid.pitchX();
            pen.textIfFree(block.number(), (from + to) / 2, grid.top() - 6, TextStyle.TICK.middle());
            double y = cells.bottom() + 3;
            pen.line(from + 1, y, to - 2, y, Stroke.of(block.ink(), Weight.FINE));
        }
        boolean room = frame.kind() != Layout.Kind.EMBED && cells.bottom() + 20 < space.bottom();
        String words = Words.say("lesson.found-modes.blue-more-orange");
        if (room && pen.width(words, TextStyle.SMALL) <= space.w()) {
            pen.textIfFree(words, space.x(), cells.bottom() + 18, TextStyle.SMALL);
        }
    }

    /** Which of the cells of a row a distance from its begin falls into. */
    private static int cell(double distance, double pitch) {
        return (int) Math.floor(distance / pitch);
    }

    /** Of the first modes, the item that each is most about. */
    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        StringBuilder words = new StringBuilder();
        for (int b = 0; b < Math.min(MOST_READ, story.blocks().size()); b++) {
            int mode = story.blocks().get(b).first();
            int most = 0;
            for (int item = 1; item < story.world().items().size(); item++) {
                Modes modes = story.run().modes().orElseThrow();
                most = Math.abs(modes.v().at(item, mode)) > Math.abs(modes.v().at(most, mode)) ? item : most;
            }
            words.append('\n').append(tip(frame, story.blocks().get(b), mode, most));
        }
        return words.toString();
    }

    private static String tip(Frame frame, Block block, int mode, int item) {
        RunView story = frame.story();
        return Words.say(
                "lesson.found-modes.mode",
                story.world().items().get(item),
                Integer.toString(mode + 1),
                Numbers.signed(story.run().modes().orElseThrow().v().at(item, mode), 2),
                Numbers.brief(story.at(block.strength(), frame.step())));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        if (story.blocks().isEmpty() || story.steps().length == 0) {
            return Optional.empty();
        }
        Grid grid = grid(pen, story, Heads.room(frame, box));
        int mode = cell(px - grid.left(), grid.pitchX());
        int item = cell(py - grid.top(), grid.pitchY());
        for (int b = 0; b < story.blocks().size(); b++) {
            Block block = story.blocks().get(b);
            boolean inside = mode >= block.first() && mode <= block.last();
            if (inside && item >= 0 && item < story.world().items().size()) {
                return Optional.of(Hit.block(b, -1, tip(frame, block, mode, item)));
            }
        }
        return Optional.empty();
    }
}
