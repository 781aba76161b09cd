package dynlab.view;

import dynlab.numeric.Numbers;
import dynlab.view.map.SimilarityMap;
import dynlab.view.map.WorldMap;
import dynlab.view.plot.AnswerPlot;
import dynlab.view.plot.ModePlot;
import dynlab.view.plot.TimeLine;
import dynlab.view.plot.WhoSaysSo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The views that every page has, and how views are found by their ids. */
public final class Views {
    public static final View MODES = new ModePlot();
    public static final View ANSWER = new AnswerPlot();
    public static final View WORLD = new WorldMap();
    public static final View WATERFALL = new WhoSaysSo();
    public static final View SIMILARITY = new SimilarityMap();
    public static final View TIME = new TimeLine();

    /** All that the home page has to bring along. */
    public static final List<View> HOME = List.of(MODES, ANSWER, WATERFALL, WORLD, SIMILARITY, TIME);

    private Views() {}

    /** The view with this id among some, if it is there; {@code id@k} is that of the k-th companion's run. */
    public static Optional<View> of(String id, List<View> known) {
        int at = id.indexOf('@');
        String name = at < 0 ? id : id.substring(0, at);
        for (View view : known) {
            if (view.id().equals(name)) {
                return Optional.of(at < 0 ? view : new Beside(view, Numbers.whole(id.substring(at + 1))));
            }
        }
        return Optional.empty();
    }

    /** The views with these ids, as far as they are among some. */
    public static List<View> of(List<String> ids, List<View> known) {
        List<View> views = new ArrayList<>();
        for (String id : ids) {
            of(id, known).ifPresent(views::add);
        }
        return views;
    }
}
