package dynlab.view;

import java.util.ArrayList;
import java.util.List;

/** The views that every page has, and how views are found by their ids. */
public final class Views {
    public static final View LOSS = new LossPlot(false);
    public static final View MODES = new ModePlot();
    public static final View ANSWER = new AnswerPlot();
    public static final View WATERFALL = new Waterfall();
    public static final View WORLD = new WorldMap();
    public static final View SIMILARITY = new SimilarityMap();
    public static final View SIMILARITIES = new Similarities();
    public static final View PRODUCT = new ProductPlot();
    public static final View SLICE = new LossSlice();
    public static final View DEPTHS = new DepthPlot();
    public static final View MAP = new MdsMap();
    public static final View TIME = new TimeLine();

    public static final View LOG_LOSS = new LossPlot(true);

    /** The views of the lessons about one linear chain: all that the first page has to bring along. */
    public static final List<View> FIRST = List.of(
            LOSS,
            MODES,
            ANSWER,
            WATERFALL,
            WORLD,
            SIMILARITY,
            SIMILARITIES,
            PRODUCT,
            SLICE,
            DEPTHS,
            MAP,
            TIME,
            LOG_LOSS);

    private Views() {}

    /**
     * The view with this id among some; {@code id@k} is that of the k-th companion's run.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static View of(String id, List<View> known) {
        int at = id.indexOf('@');
        String name = at < 0 ? id : id.substring(0, at);
        for (View view : known) {
            if (view.id().equals(name)) {
                return at < 0 ? view : new Beside(view, Numbers.whole(id.substring(at + 1)));
            }
        }
        throw new IllegalArgumentException("no view " + id);
    }

    /** The views with these ids. */
    public static List<View> of(List<String> ids, List<View> known) {
        List<View> views = new ArrayList<>();
        for (String id : ids) {
            views.add(of(id, known));
        }
        return views;
    }
}
