package dynlab.view.pen;

import java.util.ArrayList;
import java.util.List;

/** Where a pen has set words: what tests and labels ask to keep words apart. */
public final class TextBoxes {
    private final List<Entry> entries = new ArrayList<>();
    private String panel = "";
    private Box bounds = new Box(0, 0, 0, 0);

    /**
     * Words that were set.
     *
     * @param panel id of the view that set them
     * @param bounds the space of that view
     * @param text the words
     * @param box the space that they take
     */
    public record Entry(String panel, Box bounds, String text, Box box) {}

    /** Forgets all. */
    public void clear() {
        entries.clear();
    }

    /** All that follows belongs to this view. */
    public void open(String id, Box space) {
        panel = id;
        bounds = space;
    }

    public void add(String text, Box box) {
        entries.add(new Entry(panel, bounds, text, box));
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Whether words in that box would stand free within the open view. */
    public boolean free(Box box) {
        return bounds.holds(box, 0.5) && clear(box);
    }

    /** Whether words in that box would meet no others. */
    public boolean clear(Box box) {
        for (Entry entry : entries) {
            if (entry.box().meets(box, 0)) {
                return false;
            }
        }
        return true;
    }
}
