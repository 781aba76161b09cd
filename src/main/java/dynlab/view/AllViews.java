package dynlab.view;

import java.util.ArrayList;
import java.util.List;

/** Every view there is. */
public final class AllViews {
    public static final List<View> ALL = all();

    private AllViews() {}

    private static List<View> all() {
        List<View> all = new ArrayList<>(FirstViews.ALL);
        all.addAll(GatedViews.ALL);
        all.addAll(LinearViews.ALL);
        return List.copyOf(all);
    }
}
