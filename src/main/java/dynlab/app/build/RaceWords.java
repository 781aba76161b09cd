package dynlab.app.build;

import dynlab.app.Phase;
import dynlab.architecture.Architecture;
import dynlab.drawing.Learning;
import dynlab.network.Loss;
import dynlab.numeric.Numbers;
import dynlab.view.DrawnRace.Lane;
import dynlab.view.Learned;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who is ahead in the race of a drawing's pathways at the cursor, and what pulls at them. */
public final class RaceWords {
    /** Less than this share of a task is nothing yet. */
    private static final double BEGUN = 0.01;

    /** With this share a mode is learned. */
    private static final double LEARNED = 0.98;

    /** Pulls that differ by less are alike. */
    private static final double ALIKE = 1.02;

    private RaceWords() {}

    /** What is to be said now; nothing where there is no race. */
    public static String say(BuildState state) {
        Optional<Learned> run = state.run().learned();
        List<Lane> lanes = state.run().race().lanes();
        if (run.isEmpty()) {
            return "";
        }
        if (lanes.isEmpty()) {
            return none(state.run().of().settings().learning());
        }
        if (state.run().race().narrow()) {
            return Words.say("build.race-words.narrow");
        }
        double step = state.step();
        Lane first = lanes.get(0);
        if (lanes.size() == 1) {
            String share = percent(first.share(run.get(), step));
            return first.open() == 1
                    ? Words.say("build.race-words.one-route", first.name(), share)
                    : Words.say("build.race-words.one-path", first.name(), share, Integer.toString(first.open()));
        }
        List<Lane> order = new ArrayList<>(lanes);
        order.sort(Comparator.comparingDouble(lane -> -lane.share(run.get(), step)));
        Lane leader = order.get(0);
        Lane next = order.get(1);
        if (leader.share(run.get(), step) < BEGUN) {
            return Words.say("build.race-words.none-yet") + " " + pull(leader, next);
        }
        Lane last = order.get(order.size() - 1);
        if (last.share(run.get(), step) > LEARNED) {
            return all(lanes);
        }
        boolean level = leader.share(run.get(), step) - next.share(run.get(), step) < BEGUN / 2;
        String most = percent(leader.share(run.get(), step));
        String ahead = level
                ? Words.say("build.race-words.level", leader.name(), most, next.name())
                : Words.say(
                        "build.race-words.ahead",
                        leader.name(),
                        most,
                        next.name(),
                        percent(next.share(run.get(), step)));
        return ahead + " " + pull(leader, next) + taken(state, order);
    }

    private static String none(Learning learning) {
        if (learning.gates().isPresent()) {
            return Words.say("build.race-words.gates-learned");
        }
        return learning.method().loss() == Loss.SQUARED
                ? Words.say("build.race-words.no-race")
                : Words.say("build.race-words.entropy");
    }

    private static String all(List<Lane> lanes) {
        Lane first = lanes.get(0);
        Lane last = first;
        for (Lane lane : lanes) {
            first = lane.half().orElse(0) < first.half().orElse(0) ? lane : first;
            last = lane.half().orElse(0) > last.half().orElse(0) ? lane : last;
        }
        String early = Numbers.fixed(first.half().orElse(0), 0);
        String late = Numbers.fixed(last.half().orElse(0), 0);
        return early.equals(late)
                ? Words.say("build.race-words.all-level", early)
                : Words.say("build.race-words.all", first.name(), early, last.name(), late);
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 0);
    }

    private static String pull(Lane leader, Lane next) {
        String more = Numbers.brief(leader.drive());
        String less = Numbers.brief(next.drive());
        if (leader.drive() > ALIKE * next.drive()) {
            return Words.say("build.race-words.pulled-harder", leader.name(), more, next.name(), less);
        }
        if (next.drive() > ALIKE * leader.drive()) {
            return Words.say("build.race-words.pulled-less", leader.name(), more, next.name(), less);
        }
        return Words.say("build.race-words.pulled-alike", more);
    }

    /** Of a whole run: a pathway that never gets half-way, because another serves its routes. */
    private static String taken(BuildState state, List<Lane> order) {
        if (state.run().phase() != Phase.READY || state.run().diverged()) {
            return "";
        }
        Architecture graph = state.drawing().architecture();
        Lane last = order.get(order.size() - 1);
        for (Lane other : order) {
            if (last.half().isEmpty() && other.half().isPresent() && serves(graph, other, last)) {
                return " " + Words.say("build.race-words.taken", last.name(), other.name());
            }
        }
        return "";
    }

    private static boolean serves(Architecture graph, Lane one, Lane other) {
        for (List<Integer> route : other.pathway().routes()) {
            boolean served = false;
            for (List<Integer> beside : one.pathway().routes()) {
                served |= graph.source(beside.get(0)) == graph.source(route.get(0))
                        && graph.target(beside.get(beside.size() - 1)) == graph.target(route.get(route.size() - 1));
            }
            if (!served) {
                return false;
            }
        }
        return true;
    }
}
