package dynlab.bench;

import dynlab.browser.worker.SimdKernel;
import dynlab.experiment.Experiment;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;

/** The simulation worker's engine as a contestant, in WebAssembly GC or in JavaScript; called by {@code page/worker.js}. */
public final class WebContestant {
    private static double[] data = new double[0];
    private static boolean reduced;

    private WebContestant() {}

    public static void main(String[] words) {
        SimdKernel.install(words);
        for (String word : words) {
            reduced |= word.equals("reduced");
        }
    }

    /** Takes the tensors of a workload. */
    @JSExport
    public static void load(Float64Array all) {
        data = all.copyToJavaArray();
    }

    /** Runs: [ms, trace, how many singular values, singular values …, losses …]. */
    @JSExport
    public static Float64Array run(int steps, int lossEvery) {
        Experiment experiment = Workload.experiment(data, steps, lossEvery);
        Timed run = Timed.run(experiment, steps, lossEvery, reduced, WebContestant::now);
        double[] values = run.singularValues();
        double[] losses = run.losses();
        double[] all = new double[3 + values.length + losses.length];
        all[0] = run.ms();
        all[1] = run.trace();
        all[2] = values.length;
        System.arraycopy(values, 0, all, 3, values.length);
        System.arraycopy(losses, 0, all, 3 + values.length, losses.length);
        return Float64Array.copyFromJavaArray(all);
    }

    @JSBody(script = "return performance.now();")
    private static native double now();
}
