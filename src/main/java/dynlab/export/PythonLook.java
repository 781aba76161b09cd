package dynlab.export;

import dynlab.experiment.Training;
import dynlab.learning.LabelNoise;

/**
 * The begin of a step in Python, the same in both libraries: the loss is kept where it is asked for, then the samples of the
 * step pass through the network. Its lines leave {@code z, a, h} behind.
 *
 * @param targets an expression for what is aimed at
 * @param weight an expression for the weights of the samples
 */
record PythonLook(String targets, String weight) {
    /** How a library keeps a loss. */
    interface Keeps {
        /**
         * Adds the lines that keep a loss.
         *
         * @param indent what they begin with
         * @param loss an expression for it
         * @param alone whether the network is run for that alone, so that no gradient is wanted
         */
        void keep(Lines lines, String indent, String loss, boolean alone);
    }

    /** Adds the lines of a step up to its gradient. */
    static PythonLook add(Lines lines, Blueprint plan, PythonForward forward, PythonSamples samples, Keeps keeps) {
        Training training = plan.experiment().training();
        String targets = "y";
        String weight = "weight";
        if (forward.batches()) {
            lines.add("    if step in seen:");
            keeps.keep(lines, "        ", "loss(forward(everything)[2], y, weight)", true);
            lines.add("    if step == steps:");
            lines.add("        break");
            lines.add("    c = batch(step)");
            lines.add("    z, a, h = forward(c)");
            lines.add("    # every sample weighs the same in an epoch, and so does a smaller last batch");
            lines.add("    w = {v: weight[v][c] * (len(everything) / size) for v in y}");
            weight = "w";
            targets = "{v: y[v][:, c] for v in y}";
        } else {
            if (plan.periods()) {
                lines.add("    now = in_force(step)");
                lines.add("    w = {v: weight[v] * now for v in y}");
                weight = "w";
            }
            String look = "step % " + training.gatesEvery().orElse(1) + " == 0";
            lines.add("    z, a, h = forward(" + (forward.held() ? look : "") + ")");
            keeps.keep(lines, "    ", "loss(h, y, " + weight + ")", false);
            lines.add("    if step == steps:");
            lines.add("        break");
        }
        if (samples.spoils()) {
            boolean flips = training.method().noise().orElseThrow().kind() == LabelNoise.Kind.FLIP;
            String argument = forward.batches() ? "c" : plan.periods() ? "now" : "";
            String flipped = forward.batches() ? "{v: aim[v][:, c] for v in y}" : "aim";
            targets = flips ? flipped : "spoiled(" + argument + ")";
        }
        return new PythonLook(targets, weight);
    }
}
