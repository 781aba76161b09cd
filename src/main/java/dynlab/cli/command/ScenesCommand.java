package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code scenes}: what there is, with knobs and ranges. */
public final class ScenesCommand implements Command {
    private static final Decimals DECIMALS = new ExactDecimals();

    @Override
    public String name() {
        return "scenes";
    }

    @Override
    public String usage() {
        return "scenes";
    }

    @Override
    public String summary() {
        return "Lists the scenes with their knobs, ranges and initial values.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        new Arguments(words, List.of(), List.of()).plain(0, 0, "nothing more");
        for (Scene scene : Scenes.ALL) {
            out.println(scene.id() + ": " + scene.title() + ". " + scene.summary());
            for (Knob knob : scene.knobs()) {
                out.println("  " + knob.key() + "=" + range(knob) + "  " + knob.label() + ". " + knob.tip());
            }
        }
        return Exit.DONE;
    }

    private static String range(Knob knob) {
        if (knob instanceof Knob.Real real) {
            return range(real.least(), real.most(), real.initial());
        } else if (knob instanceof Knob.Whole whole) {
            return range(whole.least(), whole.most(), whole.initial());
        } else if (knob instanceof Knob.Choice choice) {
            List<String> all = new ArrayList<>();
            for (Knob.Option option : choice.options()) {
                all.add(option.word());
            }
            return String.join("|", all) + " (" + choice.initial() + ")";
        } else if (knob instanceof Knob.Text text) {
            return "text (" + text.initial() + ")";
        }
        throw new AssertionError(knob);
    }

    private static String range(double least, double most, double initial) {
        return DECIMALS.format(least) + "…" + DECIMALS.format(most) + " (" + DECIMALS.format(initial) + ")";
    }
}
