package dynlab.view;

import dynlab.view.map.MdsMap;
import dynlab.view.map.Similarities;
import dynlab.view.plot.DepthPlot;
import dynlab.view.plot.LossPlot;
import dynlab.view.plot.LossSlice;
import dynlab.view.plot.ProductPlot;
import java.util.ArrayList;
import java.util.List;

/** The views of the lessons about one linear chain. */
public final class FirstViews {
    public static final View LOSS = new LossPlot(false);
    public static final View SIMILARITIES = new Similarities();
    public static final View PRODUCT = new ProductPlot();
    public static final View SLICE = new LossSlice();
    public static final View DEPTHS = new DepthPlot();
    public static final View MAP = new MdsMap();
    public static final View LOG_LOSS = new LossPlot(true);

    public static final List<View> ALL = all();

    private FirstViews() {}

    private static List<View> all() {
        List<View> all = new ArrayList<>(Views.HOME);
        all.addAll(List.of(LOSS, SIMILARITIES, PRODUCT, SLICE, DEPTHS, MAP, LOG_LOSS));
        return List.copyOf(all);
    }
}
