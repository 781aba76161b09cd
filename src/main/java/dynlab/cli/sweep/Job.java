package dynlab.cli.sweep;

import dynlab.experiment.Refused;
import dynlab.numeric.ExactDecimals;
import dynlab.sweep.Plan;
import dynlab.sweep.PlanCodec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A plan together with the texts that it was read from, so that another machine can read it anew.
 *
 * @param text of the plan
 * @param files the texts of the files that it names
 * @param plan what they say
 */
public record Job(String text, Map<String, String> files, Plan plan) {
    public Job {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * Reads a plan and the files that it names.
     *
     * @param source the text of a file by its name
     */
    public static Job read(String text, Function<String, String> source) {
        Map<String, String> files = new LinkedHashMap<>();
        Plan plan = PlanCodec.read(
                text, name -> files.computeIfAbsent(name, any -> source.apply(name)), new ExactDecimals());
        return new Job(text, files, plan);
    }

    /** Reads the same plan from its texts. */
    public static Plan plan(String text, Map<String, String> files) {
        return PlanCodec.read(
                text,
                name -> {
                    String file = files.get(name);
                    if (file == null) {
                        throw new Refused(name, "is missing");
                    }
                    return file;
                },
                new ExactDecimals());
    }
}
