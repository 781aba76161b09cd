package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.Streams;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code scenes}: what there is, with knobs and ranges. */
@Command(name = "scenes", description = "Lists the scenes with their knobs, ranges and initial values.")
public final class ScenesCommand implements Callable<Integer> {
    private static final Decimals DECIMALS = new ExactDecimals();

    private final Streams streams;

    public ScenesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        for (Scene scene : Scenes.COURSE) {
            streams.out().println(scene.id() + ": " + scene.title() + ". " + scene.summary());
            for (Knob knob : scene.knobs()) {
                streams.out().println("  " + knob.key() + "=" + range(knob) + "  " + knob.label() + ". " + knob.tip());
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
