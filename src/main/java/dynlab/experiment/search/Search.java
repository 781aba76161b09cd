package dynlab.experiment.search;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Refused;
import dynlab.theory.ClaimWords;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search for gates that follows a run which asks for {@link Quantity#DISCOVERY}. */
public final class Search {
    /** Up to six clusters: more have never been better on the tasks at hand, and each costs a run. */
    private static final Discovery.Plan PLAN = new Discovery.Plan(6, 1);

    private static final Discovery.Plan BRIEF = new Discovery.Plan(0, 1, true);

    private final Optional<Discovery> discovery;

    private Optional<Phrase> refusal = Optional.empty();

    private boolean more;

    /** Whether an experiment asks for a search after its run. */
    public static boolean asked(Experiment experiment) {
        return experiment.record().quantities().contains(Quantity.DISCOVERY)
                || experiment.record().quantities().contains(Quantity.GATE_FITS);
    }

    public Search(Experiment experiment) {
        Optional<Discovery> made = Optional.empty();
        try {
            made = Optional.of(Discovery.of(
                    experiment, experiment.record().quantities().contains(Quantity.DISCOVERY) ? PLAN : BRIEF));
        } catch (Refused refused) {
            refusal = Optional.of(Phrase.of("search.none", Argument.of(refused.what())));
        }
        discovery = made;
        more = made.isPresent();
    }

    /** Makes at most {@code most} steps; returns whether there is more to do. */
    public boolean advance(int most) {
        more = more && discovery.orElseThrow().advance(most);
        return more;
    }

    public boolean more() {
        return more;
    }

    public double share() {
        return more ? discovery.orElseThrow().progress() : 1;
    }

    public Findings findings() {
        if (discovery.isEmpty()) {
            return new Findings(
                    true, 1, Phrase.of("search.stage.done"), refusal.orElseThrow(), false, List.of(), List.of());
        }
        Discovery search = discovery.get();
        DiscoveryReport report = search.report();
        List<Findings.Trial> trials = new ArrayList<>();
        for (DiscoveryReport.Trial trial : report.trials()) {
            var distance = trial.distance();
            trials.add(new Findings.Trial(
                    trial.candidate().name(),
                    trial.candidate().kind(),
                    distance.nrmse(),
                    distance.alignedNrmse(),
                    distance.shift(),
                    distance.area(),
                    distance.endRatio(),
                    trial.disagreement()));
        }
        List<Findings.Pathway> pathways = new ArrayList<>();
        report.best().ifPresent(best -> {
            for (DiscoveryReport.Pathway pathway : report.pathways(best, 1)) {
                if (pathways.size() < Findings.MOST_PATHWAYS) {
                    pathways.add(new Findings.Pathway(pathway.gates(), pathway.units(), pathway.share()));
                }
            }
        });
        return new Findings(
                report.complete(),
                search.progress(),
                search.stage(),
                trials.isEmpty()
                        ? report.sentence()
                        : search.note()
                                .map(note -> ClaimWords.both(report.sentence(), note))
                                .orElseGet(report::sentence),
                report.accepted(),
                trials,
                pathways);
    }
}
