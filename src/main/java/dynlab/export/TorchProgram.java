package dynlab.export;

import dynlab.experiment.Refused;
import dynlab.experiment.Training;
import dynlab.learning.LearningRule;
import dynlab.learning.UpdateRule;
import dynlab.network.GateGroup;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.List;

/** A run as a program in Python with PyTorch, which finds the gradient itself: every loss, and every rule that it has. */
final class TorchProgram {
    private static final String TYPE = ", dtype=torch.float64";

    private final Blueprint plan;
    private final Decimals decimals;
    private final PythonForward forward;
    private final PythonSamples samples;

    /**
     * @throws Refused if errors travel back otherwise than by the weights
     */
    TorchProgram(Blueprint plan, Decimals decimals) {
        LearningRule.Kind kind = plan.experiment().training().method().rule().kind();
        if (kind != LearningRule.Kind.BACKPROP) {
            throw new Refused(
                    "training.rule",
                    "PyTorch has no " + kind.word().replace('_', ' ') + "; the programs in NumPy and Java have");
        }
        this.plan = plan;
        this.decimals = decimals;
        forward = new PythonForward(plan, true, decimals);
        samples = new PythonSamples(plan, forward, true, decimals);
    }

    private Training training() {
        return plan.experiment().training();
    }

    /** The pieces of the program, in their order. */
    List<Section> sections() {
        PythonData data = new PythonData(plan, new PythonNumbers("torch", TYPE, decimals), decimals);
        List<Section> all = new ArrayList<>();
        all.add(new Section("Libraries", "import math\n\nimport torch\n"));
        all.add(data.data());
        all.add(data.start());
        samples.section().ifPresent(all::add);
        all.add(forward.section());
        all.add(new Section("Training", data.seen() + optimizer() + loop()));
        all.add(new Section("The same run?", NumpyProgram.comparison(plan.rerun())));
        return all;
    }

    private String optimizer() {
        UpdateRule update = training().method().update();
        Lines lines = new Lines();
        String list = "list(W.values())";
        lines.add("for one in " + all() + ":");
        lines.add("    one.requires_grad_()");
        lines.add("groups = [{\"params\": " + list + ", \"weight_decay\": " + decimals.format(update.weightDecay())
                + "}]");
        lines.addIf(plan.architecture().biased(), "groups.append({\"params\": list(b.values())})");
        boolean moving = update.kind().mover().hasVelocity() && update.beta() > 0;
        String momentum = moving ? ", momentum=" + decimals.format(update.beta()) : "";
        String ahead = moving && update.kind() == UpdateRule.Kind.NESTEROV ? ", nesterov=True" : "";
        List<GateGroup> groups = plan.experiment().extras().gates();
        for (int k = 0; k < groups.size(); k++) {
            double rate =
                    training().dt() / groups.get(k).tau().orElse(training().tau());
            lines.add("groups.append({\"params\": [theta[" + k + "]], \"lr\": " + decimals.format(rate)
                    + ", \"momentum\": 0" + (ahead.isEmpty() ? "" : ", \"nesterov\": False") + "})");
        }
        lines.add("optimizer = torch.optim.SGD(groups, lr=rate" + momentum + ahead + ")");
        return lines.toString();
    }

    private String all() {
        return "list(W.values())" + (plan.architecture().biased() ? " + list(b.values())" : "")
                + (forward.learned() ? " + theta" : "");
    }

    private String loop() {
        Lines lines = new Lines();
        lines.add("losses = {}");
        lines.add("for step in range(steps + 1):");
        PythonLook look = PythonLook.add(lines, plan, forward, samples, TorchProgram::keep);
        lines.add("    optimizer.zero_grad()");
        lines.add("    loss(h, " + look.targets() + ", " + look.weight() + ").backward()");
        if (!training().from().isEmpty()) {
            lines.add("    for e in W:");
            lines.add("        if step < first_step.get(e, 0):");
            lines.add("            W[e].grad = None");
        }
        lines.add("    optimizer.step()");
        return lines.toString();
    }

    private static void keep(Lines lines, String indent, String loss, boolean alone) {
        if (alone) {
            lines.add(indent + "with torch.no_grad():");
        }
        lines.add(indent + (alone ? "    " : "") + "losses[step] = float(" + loss + ")");
    }
}
