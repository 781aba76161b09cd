package dynlab.view.lesson;

import dynlab.numeric.ExactMath;
import dynlab.task.ItemGraph;
import dynlab.task.World;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;

/** A colour for every item by its place in the form: from one colour to another along it, and back around a ring. */
public final class ItemColours {
    private ItemColours() {}

    public static Paint of(World world, int item) {
        return of(world.items().size(), world.graph().map(ItemGraph::name).orElse(""), item);
    }

    public static Paint of(int items, String form, int item) {
        if (items < 2) {
            return Paint.of(Ink.CAT_1);
        }
        double share =
                form.equals("ring") ? 0.5 - 0.5 * ExactMath.cos(2 * Math.PI * item / items) : item / (items - 1.0);
        return new Paint(Ink.CAT_2, share, Ink.CAT_1, 1);
    }
}
