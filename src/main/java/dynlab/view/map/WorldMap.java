package dynlab.view.map;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The world: the tree of items over the matrix of their properties, shaded by what the network says now. */
public final class WorldMap implements View {
    /** An answer that is nearer to the truth than that counts as right. */
    private static final double RIGHT = 0.1;

    private static final double HEAD = 34;
    private static final double FORK = 22;
    private static final int MOST_NAMED = 40;

    @Override
    public String id() {
        return "world";
    }

    @Override
    public String title() {
        return Words.say("map.world.world");
    }

    /** Where things stand. */
    private record Grid(
            double left,
            double pitch,
            double top,
            double[] rowTops,
            double rowHeight,
            int[] properties,
            boolean named) {
        double column(int item) {
            return left + item * pitch;
        }

        double bottom() {
            return rowTops.length == 0 ? top : rowTops[rowTops.length - 1] + rowHeight;
        }
    }

    @Override
    public Needs needs() {
        return new Needs(Set.of(Quantity.OUTPUTS), Set.of(Quantity.MODE_STRENGTH), Set.of(), Set.of());
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        if (frame.heads()) {
            pen.text(Words.say("map.world.world"), box.x(), box.y() + 17, TextStyle.HEAD);
        }
        Box space = frame.heads() ? box.inset(0, HEAD, 0, 0) : box;
        World world = frame.story().world();
        Grid grid = grid(pen, world, space);
        drawTree(pen, frame, space, grid);
        drawRows(pen, frame, space, grid);
        if (frame.pointer().block() >= 0) {
            veil(pen, frame, grid);
        }
        ring(pen, frame, grid);
        note(pen, frame, space, grid);
    }

    private static Grid grid(Pen pen, World world, Box space) {
        double size = pen.palette().size(Type.TICK);
        // items stand side by side: what they need goes before the names of properties
        double aside = Math.min(
                        0.46 * space.w(),
                        Math.max(space.w() - size * world.items().size(), 64))
                - 8;
        double names = world.named() ? Labels.column(pen, world.properties(), TextStyle.SMALL.strong(), aside) : 0;
        double longest = Labels.column(pen, world.items(), TextStyle.NAME.strong(), Math.max(64, 0.3 * space.h()));
        return grid(world, space, names, longest, size);
    }

    private static Grid grid(World world, Box space, double names, double longest, double size) {
        int items = world.items().size();
        int properties = world.properties().size();
        boolean named = world.named() && properties <= MOST_NAMED;
        double left = space.x() + (named ? Math.max(64, Math.ceil(names) + 8) : 8);
        double pitch = (space.right() - left + 2) / items;
        int levels = levels(world.tree());
        double top = space.y() + 16 + FORK * levels + longest + 14;
        double free = space.bottom() - top - (named ? 0 : 24);
        if (!named) {
            // as many sampled features as can be told apart, evenly chosen
            int own = features(world);
            int added = properties - own;
            int sampled = Math.min(own, Math.max(8, (int) (Math.min(free, 250) / 5) - added));
            int shown = sampled + added;
            int[] chosen = new int[shown];
            double[] tops = new double[shown];
            double height = Math.min(14, Math.min(free, 250) / shown);
            for (int r = 0; r < shown; r++) {
                chosen[r] = r < sampled ? (int) ((long) r * own / sampled) : own + r - sampled;
                tops[r] = top + r * height + (r < sampled ? 0 : 4);
            }
            return new Grid(left, pitch, top, tops, height, chosen, false);
        }
        int groups = 0;
        for (int m = 1; m < properties; m++) {
            groups += newGroup(world, m) ? 1 : 0;
        }
        // where not all have room, those about single items that come last in the tree give way to what was added
        free -= 4 * groups;
        // a line says how many are not shown
        free -= free < size * properties ? size : 0;
        int room = Math.max(1, Math.min(properties, (int) (free / size)));
        int own = Math.min(properties, world.tree().size());
        int kept = Math.max(0, Math.min(own, room - (properties - own)));
        int shown = Math.min(properties, Math.max(room, kept));
        double height = Math.max(size, Math.min(24, free / shown));
        int[] all = new int[shown];
        double[] tops = new double[shown];
        double y = top;
        for (int r = 0; r < shown; r++) {
            all[r] = r < kept ? r : properties - shown + r;
            y += r > 0 && newGroup(world, all[r]) ? 4 : 0;
            tops[r] = y;
            y += height;
        }
        return new Grid(left, pitch, top, tops, height, all, true);
    }

    /** A property of fewer items than the one above belongs to the next level of the tree. */
    private static boolean newGroup(World world, int property) {
        return having(world, property) != having(world, property - 1);
    }

    /** Sampled features without a name, which come first. */
    private static int features(World world) {
        int count = 0;
        while (count < world.properties().size() && world.nameless(count)) {
            count++;
        }
        return count;
    }

    private static int having(World world, int property) {
        int count = 0;
        for (int item = 0; item < world.items().size(); item++) {
            count += world.y().at(property, item) > 0 ? 1 : 0;
        }
        return count;
    }

    private static int levels(Tree tree) {
        int deepest = 0;
        for (int item = 0; item < tree.leaves(); item++) {
            deepest = Math.max(deepest, tree.depth(tree.leaf(item)));
        }
        return deepest;
    }

    private static double middle(Tree tree, Grid grid, int node) {
        List<Integer> items = tree.itemsBelow(node);
        double first = grid.column(items.get(0));
        double last = grid.column(items.get(items.size() - 1));
        return (first + last + grid.pitch() - 2) / 2;
    }

    private static void drawTree(Pen pen, Frame frame, Box space, Grid grid) {
        double size = pen.palette().size(Type.TICK);
        RunView story = frame.story();
        Tree tree = story.world().tree();
        int deepest = levels(tree);
        double y0 = space.y() + 16;
        double root = middle(tree, grid, 0);
        Paint stem = Paint.tint(story.levelInk(0), emphasis(frame, 0));
        pen.line(root, y0 - 8, root, y0, Stroke.of(stem, Weight.FINE));
        for (int node = 0; node < tree.size(); node++) {
            List<Integer> children = tree.children(node);
            if (children.isEmpty()) {
                continue;
            }
            int depth = tree.depth(node);
            double y = y0 + FORK * depth;
            Paint paint = Paint.tint(story.levelInk(depth + 1), emphasis(frame, depth + 1));
            double first = middle(tree, grid, children.get(0));
            double last = middle(tree, grid, children.get(children.size() - 1));
            for (int child : children) {
                double x = middle(tree, grid, child);
                double end = y + FORK * (tree.children(child).isEmpty() ? deepest - depth : 1);
                pen.line(x, y, x, end, Stroke.of(paint, Weight.FINE));
            }
            pen.line(first, y, last, y, Stroke.of(paint, Weight.FINE));
        }
        TextStyle inner = TextStyle.TICK.haloed().middle();
        for (int node = 0; node < tree.size() - tree.leaves(); node++) {
            double x = middle(tree, grid, node);
            double y = y0 + FORK * tree.depth(node) - 4;
            if (node == 0) {
                double room = space.right() - pen.width(tree.names().get(0), TextStyle.TICK);
                pen.text(tree.names().get(0), Math.min(root + 6, room), y, TextStyle.TICK);
            } else {
                String name = tree.names().get(node);
                double half = pen.width(name, inner) / 2;
                double inside = Math.max(space.x() + half, Math.min(space.right() - half, x));
                pen.textIfFree(name, inside, y, inner);
            }
        }
        for (int item = 0; item < tree.leaves(); item++) {
            double x = grid.column(item) + grid.pitch() / 2 - 1;
            boolean bold = item == frame.asked().item();
            TextStyle style = TextStyle.NAME.strong(bold).end().upwards();
            double foot = y0 + FORK * deepest + 5;
            String name = Labels.cut(pen, story.world().items().get(item), style, grid.top() - foot - 9);
            pen.textIfFree(name, x + size / 3, foot, style);
        }
    }

    private static double emphasis(Frame frame, int level) {
        int block = frame.pointer().block();
        return block < 0 || frame.story().blocks().get(block).level() == level ? 1 : Paint.DIMMED;
    }

    private static void drawRows(Pen pen, Frame frame, Box space, Grid grid) {
        RunView story = frame.story();
        World world = story.world();
        int items = world.items().size();
        double gap = grid.named() ? 2 : 1;
        double[] values = new double[items];
        double[] said = new double[items];
        for (int r = 0; r < grid.properties().length; r++) {
            int property = grid.properties()[r];
            says(story, frame.step(), property, said);
            for (int item = 0; item < items; item++) {
                double truth = story.truth(property, item);
                double value = switch (frame.reading()) {
                    case TRUE -> truth;
                    case SAYS -> said[item];
                    case ERROR -> said[item] - truth;
                };
                values[item] = Math.max(-1, Math.min(1, value));
            }
            double y = grid.rowTops()[r];
            Box row = new Box(grid.left(), y, items * grid.pitch(), grid.rowHeight());
            pen.cells(row, gap, 1, items, values, grid.named());
            if (grid.named()) {
                boolean bold = property == frame.asked().property();
                TextStyle style = TextStyle.SMALL.strong(bold).end();
                if (bold) {
                    style = style.ink(Ink.INK);
                }
                double base = y + grid.rowHeight() / 2 + 3.2;
                String name = Labels.cut(pen, world.properties().get(property), style, grid.left() - 8 - space.x());
                pen.text(name, grid.left() - 8, base, style);
                dots(pen, world, grid, property, y);
            }
        }
    }

    private static void says(RunView story, double step, int property, double[] said) {
        if (story.steps().length == 0) {
            return;
        }
        int i = story.record(step);
        double unit = story.unit(property);
        for (int item = 0; item < said.length; item++) {
            said[item] = story.says(i, property, item) / unit;
        }
    }

    /** A dot where it is true. */
    private static void dots(Pen pen, World world, Grid grid, int property, double y) {
        Stroke rim = Stroke.of(Ink.BG, Weight.HAIR);
        for (int item = 0; item < world.items().size(); item++) {
            if (world.y().at(property, item) > 0) {
                double x = grid.column(item) + grid.pitch() / 2 - 1;
                pen.circle(x, y + grid.rowHeight() / 2 - 1, 2, Paint.of(Ink.INK), rim);
            }
        }
    }

    /** Weakens what the hovered block does not speak of. */
    private static void veil(Pen pen, Frame frame, Grid grid) {
        RunView story = frame.story();
        RunView.Block block = story.blocks().get(frame.pointer().block());
        int items = story.world().items().size();
        double[] shares = new double[grid.properties().length * items];
        double most = 1e-300;
        for (int r = 0; r < grid.properties().length; r++) {
            for (int item = 0; item < items; item++) {
                double share = Math.abs(story.share(block, grid.properties()[r], item)) * block.target();
                shares[r * items + item] = share;
                most = Math.max(most, share);
            }
        }
        for (int r = 0; r < grid.properties().length; r++) {
            for (int item = 0; item < items; item++) {
                double lit = Math.min(1, 2 * shares[r * items + item] / most);
                if (lit < 0.99) {
                    Box cell = new Box(grid.column(item) - 1, grid.rowTops()[r] - 1, grid.pitch(), grid.rowHeight());
                    pen.rect(cell, 0, Paint.of(Ink.BG).clear((1 - Paint.DIMMED) * (1 - lit)));
                }
            }
        }
    }

    /** The cell that is asked about. */
    private static void ring(Pen pen, Frame frame, Grid grid) {
        for (int r = 0; r < grid.properties().length; r++) {
            if (grid.properties()[r] == frame.asked().property()) {
                double x = grid.column(frame.asked().item());
                Box cell = new Box(x - 2, grid.rowTops()[r] - 2, grid.pitch() + 2, grid.rowHeight() + 2);
                pen.frame(cell, 3, Stroke.of(Ink.NOW, Weight.FINE));
            }
        }
    }

    private static void note(Pen pen, Frame frame, Box space, Grid grid) {
        World world = frame.story().world();
        int properties = features(world);
        if (!grid.named()) {
            int sampled = grid.properties().length - (world.properties().size() - properties);
            String shown = sampled == properties
                    ? Words.say("map.world.sampled-features", Integer.toString(properties))
                    : Words.say(
                            "map.world.sampled-features-2", Integer.toString(sampled), Integer.toString(properties));
            pen.textIfFree(shown, grid.left(), grid.bottom() + 16, TextStyle.TICK);
            return;
        }
        int more = world.properties().size() - grid.properties().length;
        if (more > 0) {
            String rest = Words.say("map.world.more", Integer.toString(more));
            pen.text(rest, space.x(), grid.bottom() + 9, TextStyle.TICK);
        } else if (frame.heads()) {
            String words = switch (frame.reading()) {
                case TRUE -> Words.say("map.world.shade-dot-true");
                case SAYS -> Words.say("map.world.shade-network-says");
                case ERROR -> Words.say("map.world.shade-says-too");
            };
            pen.textIfFree(words, space.x(), grid.bottom() + 18, TextStyle.TICK);
        }
    }

    /** The answer to what is asked, and how much of the world is right. */
    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        int items = story.world().items().size();
        int properties = story.world().properties().size();
        if (items == 0 || frame.asked().item() >= items || frame.asked().property() >= properties) {
            return "";
        }
        int right = 0;
        double[] said = new double[items];
        for (int property = 0; property < properties; property++) {
            says(story, frame.step(), property, said);
            for (int item = 0; item < items; item++) {
                right += Math.abs(said[item] - story.truth(property, item)) < RIGHT ? 1 : 0;
            }
        }
        return "\n"
                + cell(frame, frame.asked().property(), frame.asked().item()).tip()
                + Words.say("map.world.right", Integer.toString(right), Integer.toString(items * properties));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        World world = frame.story().world();
        Box space = frame.heads() ? box.inset(0, HEAD, 0, 0) : box;
        Grid grid = grid(pen, world, space);
        int item = (int) Math.floor((px - grid.left()) / grid.pitch());
        boolean beside = item < 0 && grid.named();
        if (item < 0 && !beside || item >= world.items().size()) {
            return Optional.empty();
        }
        // a name that is cut is read whole where it stands
        double names = space.y() + 16 + FORK * levels(world.tree());
        if (!beside && py > names && py < grid.top() - 2) {
            return Optional.of(
                    Hit.cell(frame.asked().property(), item, world.items().get(item)));
        }
        for (int r = 0; r < grid.properties().length; r++) {
            double y = grid.rowTops()[r];
            if (py >= y - 1 && py < y + grid.rowHeight()) {
                int property = grid.properties()[r];
                return Optional.of(
                        beside
                                ? Hit.cell(
                                        property,
                                        frame.asked().item(),
                                        world.properties().get(property))
                                : cell(frame, property, item));
            }
        }
        return Optional.empty();
    }

    private static Hit cell(Frame frame, int property, int item) {
        RunView story = frame.story();
        double[] said = new double[story.world().items().size()];
        says(story, frame.step(), property, said);
        String tip = Words.say(
                "map.world.says-true",
                story.world().items().get(item),
                story.world().properties().get(property),
                Numbers.fixed(said[item], 2),
                Numbers.fixed(story.truth(property, item), 0));
        return Hit.cell(property, item, tip);
    }
}
