package dynlab.view.lesson;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Matrix;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a recurrent network answers to an impulse in each of its inputs, and what it should; times are its output nodes. */
public final class Impulse {
    private final Map<String, Matrix> wanted;
    private final List<String> times = new ArrayList<>();
    private final List<Series> says = new ArrayList<>();

    public Impulse(RunView run) {
        Architecture graph = run.experiment().architecture();
        wanted = run.experiment().contexts().get(0).y();
        for (int v = 0; v < graph.nodes().size(); v++) {
            Series series = run.run().trajectory().series().get(new SeriesKey(Quantity.OUTPUTS, 0, v));
            if (graph.nodes().get(v).role() == Role.OUTPUT && series != null) {
                times.add(graph.nodes().get(v).id());
                says.add(series);
            }
        }
    }

    public int times() {
        return times.size();
    }

    /** Answers, one to each input. */
    public int answers() {
        return says.isEmpty() ? 0 : Math.min(says.get(0).rows(), says.get(0).columns());
    }

    public double wanted(int answer, int time) {
        Matrix target = wanted.get(times.get(time));
        return target == null ? 0 : target.at(answer, answer);
    }

    /** Answer k at a time, at a step. */
    public double now(RunView run, int answer, int time, double step) {
        Series series = run.now(says.get(time), step);
        return series.values()[answer * series.columns() + answer];
    }

    /** The same over all records, as a share of what is wanted. */
    public double[] share(int records, int answer, int time) {
        double[] curve = new double[records];
        for (int i = 0; i < records; i++) {
            curve[i] = says.get(time).at(i, answer, answer) / wanted(answer, time);
        }
        return curve;
    }
}
