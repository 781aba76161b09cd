package dynlab.theory.race;

import dynlab.architecture.Architecture;
import dynlab.architecture.CommonFrames;
import dynlab.architecture.ContextGroups;
import dynlab.architecture.DataFrames;
import dynlab.architecture.InteractionClasses;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scalar networks of a reduction laid out flat: one <em>cell</em> for every node that a channel reaches, each after the
 * cells that feed it.
 */
final class RaceGraph {
    /** {@code factor · B_edge ·} the value of another cell. */
    record Term(int edge, double factor, int cell) {}

    /**
     * The data at an output cell.
     *
     * @param s S_c(o, i), one number a mode
     * @param d D_c(j, i) of every channel j that reaches the output
     * @param cells the cells of these channels at the output
     */
    record Seed(double[] s, List<double[]> d, List<Integer> cells) {}

    private final Architecture architecture;
    private final DataFrames frames;
    private final int modes;
    /** The input gate of a cell that is an input, 0 of all others. */
    final List<Double> gate = new ArrayList<>();
    /** What a cell is fed by. */
    final List<List<Term>> in = new ArrayList<>();
    /** What a cell feeds. */
    final List<List<Term>> out = new ArrayList<>();
    /** The data of a cell: none or one seed. */
    final List<List<Seed>> seed = new ArrayList<>();

    RaceGraph(Architecture architecture, ContextGroups groups, DataFrames frames) {
        this.architecture = architecture;
        this.frames = frames;
        int most = 0;
        for (int e = 0; e < architecture.edges().size(); e++) {
            most = Math.max(most, Math.min(architecture.rows(e), architecture.columns(e)));
        }
        modes = most;
        for (ContextGroups.Group group : groups.groups()) {
            List<int[]> cells = new ArrayList<>();
            for (ContextGroups.Channel channel : group.channels()) {
                cells.add(lay(channel));
            }
            for (int o = 0; o < group.outputs().size(); o++) {
                addSeeds(group, o, cells);
            }
        }
    }

    /** Most modes of any edge. */
    int modes() {
        return modes;
    }

    /** Number of cells. */
    int cells() {
        return in.size();
    }

    private int cell(double inputGate) {
        gate.add(inputGate);
        in.add(new ArrayList<>());
        out.add(new ArrayList<>());
        seed.add(new ArrayList<>());
        return in.size() - 1;
    }

    private int[] lay(ContextGroups.Channel channel) {
        int[] cells = new int[architecture.nodes().size()];
        Arrays.fill(cells, -1);
        cells[channel.input()] = cell(channel.gate());
        for (int k = 0; k < channel.edges().size(); k++) {
            int e = channel.edges().get(k);
            int target = architecture.target(e);
            if (cells[target] < 0) {
                cells[target] = cell(0);
            }
            int source = cells[architecture.source(e)];
            double factor = channel.factors().get(k);
            in.get(cells[target]).add(new Term(e, factor, source));
            out.get(source).add(new Term(e, factor, cells[target]));
        }
        return cells;
    }

    private void addSeeds(ContextGroups.Group group, int output, List<int[]> cells) {
        int o = group.outputs().get(output);
        for (int i = 0; i < cells.size(); i++) {
            ContextGroups.Channel channel = group.channels().get(i);
            int number = frames.classes().classOf(architecture, channel, o);
            if (number == InteractionClasses.NONE) {
                continue;
            }
            CommonFrames common = frames.frames(number);
            List<double[]> d = new ArrayList<>();
            List<Integer> others = new ArrayList<>();
            for (int j = 0; j < cells.size(); j++) {
                Matrix moment = group.d().get(i).get(j);
                int input = group.channels().get(j).input();
                if (cells.get(j)[o] >= 0 && moment.largest() > 0) {
                    d.add(Arrays.copyOf(common.diagonal(moment, channel.input(), input), modes));
                    others.add(cells.get(j)[o]);
                }
            }
            Matrix moment = group.s().get(output).get(i);
            double[] s = Arrays.copyOf(common.diagonal(moment, o, channel.input()), modes);
            seed.get(cells.get(i)[o]).add(new Seed(s, d, others));
        }
    }
}
