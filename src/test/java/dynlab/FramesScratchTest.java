package dynlab;

import dynlab.numeric.Matrix;
import dynlab.network.Network;
import dynlab.theory.*; import dynlab.theory.race.*;
import java.util.*;
import org.junit.jupiter.api.Test;

final class FramesScratchTest {
    @Test
    void stats() {
        int n = Integer.getInteger("n", 300);
        int from = Integer.getInteger("from", 0);
        int found = 0, res = 0, open = 0;
        double worstRes = 0, worstGap = 0;
        int[] hist = new int[20];
        long time = 0, slow = 0;
        for (int seed = from; seed < from + n; seed++) {
            DiagonalGraphs.Known known = DiagonalGraphs.draw(seed);
            GatedGraphs.Drawn d = known.drawn();
            long t0 = System.nanoTime();
            NeuralRaceReduction r = NeuralRaceReduction.of(d.architecture(), d.contexts(), d.weights()).orElseThrow();
            boolean aligned = r.aligned().isPresent();
            long t1 = System.nanoTime();
            time += t1 - t0; slow = Math.max(slow, t1 - t0);
            if (r.interactionClasses() > 0) open++;
            double residual = r.residual();
            if (residual < 1e-6) res++;
            int bin = residual <= 0 ? 19 : (int) Math.min(19, -Math.log10(residual));
            hist[bin]++;
            Network net = d.network();
            double[] sim = GatedGraphs.train(net, 0.02, 300);
            double off = 0;
            for (int e = 0; e < d.weights().size(); e++) {
                Matrix w = known.frames().get(d.architecture().target(e)).transpose().times(net.weight(e)).times(known.frames().get(d.architecture().source(e)));
                for (int i = 0; i < w.rows(); i++) for (int j = 0; j < w.columns(); j++) if (i != j) off = Math.max(off, Math.abs(w.at(i, j)));
            }
            double gap = Double.NaN;
            if (aligned) {
                double[] pred = ReducedRun.descent(r.aligned().orElseThrow(), 0.02, GatedGraphs.every(300)).loss();
                gap = sim[0] == 0 ? 0 : GatedGraphs.gap(sim, pred);
                if (gap < 1e-9) found++;
                worstGap = Math.max(worstGap, gap);
            }
            if (!aligned || !(gap < 1e-9) || off > 1e-10 || residual > 1e-10) {
                System.out.println("seed " + seed + " residual " + residual + " aligned " + aligned + " gap " + gap + " off " + off + " L " + sim[0] + " -> " + sim[300] + " classes " + r.interactionClasses() + " nodes " + d.architecture().nodes().stream().map(v -> v.role() + "" + v.width()).toList() + " as " + r.predict(0.02, 1, new int[] {0, 1}).assumptions());
            }
        }
        System.out.println("open " + open + " residual<1e-6 " + res + " found " + found + " of " + n + " worst gap " + worstGap + " hist " + Arrays.toString(hist) + " ms " + time / 1000000 + " slowest " + slow / 1000000);
    }

    @Test
    void broken() {
        int n = Integer.getInteger("n", 300);
        int from = Integer.getInteger("from", 0);
        int exact = 0, wrong = 0; long time = 0, slow = 0;
        for (int seed = from; seed < from + n; seed++) {
            double size = new double[] {1e-4, 1e-3, 1e-2, 1e-1}[seed % 4];
            boolean start = seed / 4 % 2 == 0;
            GatedGraphs.Drawn d = DiagonalGraphs.broken(seed, size, start);
            long t0 = System.nanoTime();
            NeuralRaceReduction r = NeuralRaceReduction.of(d.architecture(), d.contexts(), d.weights()).orElseThrow();
            boolean aligned = r.aligned().isPresent();
            long t1 = System.nanoTime();
            time += t1 - t0; slow = Math.max(slow, t1 - t0);
            if (aligned) {
                exact++;
                double[] sim = GatedGraphs.train(d.network(), 0.02, 300);
                double[] pred = ReducedRun.descent(r.aligned().orElseThrow(), 0.02, GatedGraphs.every(300)).loss();
                double gap = GatedGraphs.gap(sim, pred);
                if (!(gap < 1e-9)) wrong++;
                if (r.interactionClasses() > 0)
                System.out.println("broken seed " + seed + " start " + start + " size " + size + " gap " + gap + " residual " + r.residual() + " classes " + r.interactionClasses() + " nodes " + d.architecture().nodes().stream().map(v -> v.role() + "" + v.width()).toList() + " edges " + d.architecture().edges().stream().map(e -> e.source() + e.target()).toList() + r.predict(0.02, 1, new int[] {0, 1}).assumptions().get(2).measure());
            }
        }
        System.out.println("broken called aligned+exact " + exact + " wrong " + wrong + " of " + n + " ms " + time / 1000000 + " slowest " + slow / 1000000);
    }
}
