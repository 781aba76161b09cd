package dynlab.sweep;

import dynlab.architecture.Architecture;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.words.Words;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One number that a sweep keeps of a run. */
interface Gauge {
    /** The name of its column. */
    String column();

    /** What has to be recorded for it. */
    Needs needs();

    /** The number; nothing where the run has none. */
    OptionalDouble read(Experiment experiment, Result result);

    /**
     * What a run has to record.
     *
     * @param quantity besides the loss; the loss where it is nothing more
     * @param curve whether the whole way is needed, and not only both ends
     * @param theory whether the theory is
     * @param step one more step that has to be recorded
     */
    record Needs(Quantity quantity, boolean curve, boolean theory, OptionalInt step) {
        static final Needs LOSS = new Needs(Quantity.LOSS, false, false, OptionalInt.empty());
        static final Needs CURVE = new Needs(Quantity.LOSS, true, false, OptionalInt.empty());
        static final Needs THEORY = new Needs(Quantity.LOSS, true, true, OptionalInt.empty());
    }

    /**
     * One entry of something that is recorded.
     *
     * @param column the name of its column
     * @param quantity what is recorded
     * @param of id of an edge or a node, or number of a layer; empty of the whole run
     * @param row from 0
     * @param place its column, from 0
     * @param step when; the end where there is none
     */
    record Entry(String column, Quantity quantity, String of, int row, int place, OptionalInt step) implements Gauge {
        @Override
        public Needs needs() {
            return new Needs(quantity, false, false, step);
        }

        @Override
        public OptionalDouble read(Experiment experiment, Result result) {
            Trajectory run = result.trajectory();
            int record = step.isPresent() ? run.indexAt(step.getAsInt()) : run.count() - 1;
            if (record < 0 || step.isPresent() && run.step(record) != step.getAsInt()) {
                return OptionalDouble.empty();
            }
            if (quantity == Quantity.LOSS) {
                return OptionalDouble.of(run.loss(record));
            }
            SeriesKey key = new SeriesKey(quantity, part(experiment.architecture()), 0);
            Series series = run.series().get(key);
            if (series == null) {
                List<String> why = run.notes().isEmpty()
                        ? absent()
                        : run.notes().stream().map(Words::say).toList();
                throw new Refused(column, String.join("; ", why));
            }
            if (row >= series.rows() || place >= series.columns()) {
                throw new Refused(
                        column, "has " + series.rows() + " rows and " + series.columns() + " columns, counted from 0");
            }
            return OptionalDouble.of(series.at(record, row, place));
        }

        private List<String> absent() {
            return List.of("there is no " + quantity.word() + " of " + (of.isEmpty() ? "the run" : of));
        }

        /** The number under which the record of that part stands. */
        private int part(Architecture graph) {
            return switch (quantity.measure().form().of()) {
                case EDGE -> graph.edge(of).orElseThrow(() -> new Refused(column, "there is no edge \"" + of + "\""));
                case NODE -> node(graph);
                case LAYER -> layer();
                default -> 0;
            };
        }

        private int node(Architecture graph) {
            for (int v = 0; v < graph.nodes().size(); v++) {
                if (graph.nodes().get(v).id().equals(of)) {
                    return v;
                }
            }
            throw new Refused(column, "there is no node \"" + of + "\"");
        }

        private int layer() {
            if (!of.matches("[1-9][0-9]{0,3}")) {
                throw new Refused(
                        column, "expected the number of a hidden layer, counted from 1, found \"" + of + "\"");
            }
            return Integer.parseInt(of) - 1;
        }
    }
}
