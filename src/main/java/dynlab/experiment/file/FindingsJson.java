package dynlab.experiment.file;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.search.Findings;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What a search for gates found, as a trajectory file has it. */
final class FindingsJson {
    private FindingsJson() {}

    /**
     * Writes {@code discovery} or {@code gate_fits}, whichever of the two was made: the wider search where both are asked for.
     * Where none could be made, {@link #notes} says why.
     */
    static void write(JsonWriter json, Experiment experiment, Findings findings) {
        if (findings.trials().isEmpty()) {
            return;
        }
        json.line().name(made(experiment).word()).open('{');
        json.line().name("complete").literal(Boolean.toString(findings.complete()));
        json.name("accepted").literal(Boolean.toString(findings.accepted()));
        json.line().name("sentence").text(Words.say(findings.sentence()));
        json.line().name("trials").open('[');
        for (Findings.Trial trial : findings.trials()) {
            json.line().open('{').name("name").text(Words.say(trial.name()));
            json.name("kind").text(trial.kind().word());
            number(json, "nrmse", trial.nrmse());
            number(json, "aligned_nrmse", trial.aligned());
            number(json, "shift", trial.shift());
            number(json, "area", trial.area());
            number(json, "end_ratio", trial.endRatio());
            number(json, "gate_disagreement", trial.disagreement());
            json.close('}');
        }
        json.close(']').line().name("pathways").open('[');
        for (Findings.Pathway pathway : findings.pathways()) {
            json.line().open('{').name("gates").numbers(pathway.gates());
            json.name("units").number(pathway.units());
            json.name("share").number(pathway.share()).close('}');
        }
        json.close(']').close('}');
    }

    /** A trial that diverged has distances that are no numbers; they are left out. */
    private static void number(JsonWriter json, String name, double value) {
        if (Double.isFinite(value)) {
            json.name(name).number(value);
        }
    }

    private static Quantity made(Experiment experiment) {
        boolean wide = experiment.record().quantities().contains(Quantity.DISCOVERY);
        return wide ? Quantity.DISCOVERY : Quantity.GATE_FITS;
    }

    /** Sentences on what is absent and why. */
    static List<String> notes(Experiment experiment, Findings findings) {
        List<String> notes = new ArrayList<>();
        if (findings.trials().isEmpty()) {
            notes.add(made(experiment).word() + ": " + Words.say(findings.sentence()));
        }
        if (experiment.record().quantities().containsAll(EnumSet.of(Quantity.DISCOVERY, Quantity.GATE_FITS))) {
            notes.add(Words.say("search.part-of-discovery"));
        }
        return notes;
    }
}
