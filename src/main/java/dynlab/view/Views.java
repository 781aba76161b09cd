package dynlab.view;

import java.util.List;

/** Every view there is. */
public final class Views {
    public static final View LOSS = new LossPlot();
    public static final View MODES = new ModePlot();
    public static final View ANSWER = new AnswerPlot();
    public static final View WATERFALL = new Waterfall();
    public static final View WORLD = new WorldMap();
    public static final View SIMILARITY = new SimilarityMap();
    public static final View MAP = new MdsMap();
    public static final View TIME = new TimeLine();

    public static final List<View> ALL = List.of(LOSS, MODES, ANSWER, WATERFALL, WORLD, SIMILARITY, MAP, TIME);

    private Views() {}
}
