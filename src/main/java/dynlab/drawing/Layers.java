package dynlab.drawing;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Automatic places: columns by the longest way from an input, rows so that few edges cross. */
final class Layers {
    private static final int SWEEPS = 8;

    private Layers() {}

    /** The same drawing, every node in its column. */
    static Drawing place(Drawing drawing) {
        if (drawing.nodes().isEmpty()) {
            return drawing;
        }
        Architecture graph = drawing.architecture();
        int[] layer = layers(drawing, graph);
        int last = 0;
        for (int l : layer) {
            last = Math.max(last, l);
        }
        List<List<Integer>> columns = new ArrayList<>();
        for (int l = 0; l <= last; l++) {
            columns.add(new ArrayList<>());
        }
        for (int v = 0; v < layer.length; v++) {
            columns.get(layer[v]).add(v);
        }
        double[] row = new double[layer.length];
        columns.forEach(column -> spread(column, row));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int l = 0; l <= last; l++) {
                List<Integer> column = columns.get(down ? l : last - l);
                double[] wish = row.clone();
                for (int v : column) {
                    wish[v] = mean(graph, v, down, row);
                }
                column.sort(Comparator.comparingDouble((Integer v) -> wish[v]).thenComparing(v -> v));
                spread(column, row);
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (int v = 0; v < layer.length; v++) {
            double x = last == 0 ? 0.5 : (double) layer[v] / last;
            placed.add(drawing.nodes().get(v).at(x, row[v]));
        }
        return drawing.graph(placed, drawing.edges());
    }

    /** Inputs in the first column, outputs that feed nothing in the last. */
    private static int[] layers(Drawing drawing, Architecture graph) {
        int[] layer = new int[drawing.nodes().size()];
        int last = 0;
        for (int v : graph.order()) {
            layer[v] = drawing.nodes().get(v).role() == Role.INPUT ? 0 : 1;
            for (int e : graph.incoming(v)) {
                layer[v] = Math.max(layer[v], layer[graph.source(e)] + 1);
            }
            last = Math.max(last, layer[v]);
        }
        for (int v = 0; v < layer.length; v++) {
            if (drawing.nodes().get(v).role() == Role.OUTPUT && graph.outgoing(v).length == 0) {
                boolean hidden = drawing.nodes().stream().anyMatch(p -> p.role() == Role.HIDDEN);
                layer[v] = Math.max(layer[v], hidden ? Math.max(2, last) : last);
            }
        }
        return layer;
    }

    private static void spread(List<Integer> column, double[] row) {
        for (int i = 0; i < column.size(); i++) {
            row[column.get(i)] = (i + 0.5) / column.size();
        }
    }

    private static double mean(Architecture graph, int v, boolean before, double[] row) {
        int[] edges = before ? graph.incoming(v) : graph.outgoing(v);
        double sum = 0;
        for (int e : edges) {
            sum += row[before ? graph.source(e) : graph.target(e)];
        }
        return edges.length == 0 ? row[v] : sum / edges.length;
    }
}
