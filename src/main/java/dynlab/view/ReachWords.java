package dynlab.view;

import dynlab.architecture.Architecture;
import dynlab.architecture.Edge;
import dynlab.numeric.Numbers;
import dynlab.theory.Badge;
import dynlab.theory.ClaimWords;
import dynlab.theory.Reach;
import dynlab.theory.SignTrap;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a reduction reaches, in sentences. */
public final class ReachWords {
    /** More sign traps than this are counted and not named. */
    private static final int MOST_NAMED = 6;

    private ReachWords() {}

    /** The grade and its reason: "Reduction approximate. The correlations …". */
    public static String badge(Reach reach) {
        return reach.classes() == 0 && reach.badge().grade() != Badge.Grade.NONE
                ? Words.say(reach.badge().reason())
                : Words.say(
                        "view.reach-words.reduction",
                        Words.say(ClaimWords.name(reach.badge().grade())),
                        Words.say(reach.badge().reason()));
    }

    /** What the residual is of, and the joint one: "in 4 interaction classes, each with frames of its own; joint
     * residual 0.577, with one frame for all"; empty if unknown. */
    public static String joint(Reach reach) {
        if (reach.classes() == 0) {
            return "";
        }
        String joint = Words.say("view.reach-words.joint-residual", number(reach.jointResidual()));
        return reach.classes() == 1
                ? Words.say("view.reach-words.one-interaction-class", joint)
                : Words.say("view.reach-words.interaction-classes-each", Integer.toString(reach.classes()), joint);
    }

    /** A residual: what rounding leaves of it is not shown digit by digit. */
    public static String number(double residual) {
        return residual < 1e-16 ? "0" : Numbers.brief(residual);
    }

    /** What is known of sign traps, a line each; at least one line, since silence would look like none. */
    public static List<String> traps(Reach reach, Architecture architecture) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < reach.traps().size() && i < MOST_NAMED; i++) {
            lines.add(trap(reach.traps().get(i), architecture));
        }
        int more = reach.traps().size() - lines.size();
        if (more > 0) {
            lines.add(Words.say("view.reach-words.more-mode", Integer.toString(more)));
        }
        if (reach.unsearched().isPresent()) {
            lines.add(Words.say(reach.unsearched().get()));
        } else if (lines.isEmpty()) {
            lines.add(Words.say("view.reach-words.no-sign-trap"));
        }
        return lines;
    }

    /** "Sign trap on x → k → y, mode 2: starts at 0.01, best at −2." */
    static String trap(SignTrap trap, Architecture architecture) {
        StringBuilder way = new StringBuilder(Words.say("view.reach-words.sign-trap"));
        for (int i = 0; i < trap.path().size(); i++) {
            Optional<Edge> edge = edge(trap.path().get(i), architecture);
            if (i == 0) {
                way.append(edge.map(Edge::source).orElse(""));
            }
            way.append(" → ").append(edge.map(Edge::target).orElse(trap.path().get(i)));
        }
        return Words.say(
                "view.reach-words.mode-starts-best",
                String.valueOf(way),
                Integer.toString(trap.mode() + 1),
                Numbers.brief(trap.initial()),
                Numbers.brief(trap.required()));
    }

    private static Optional<Edge> edge(String id, Architecture architecture) {
        for (Edge edge : architecture.edges()) {
            if (edge.id().equals(id)) {
                return Optional.of(edge);
            }
        }
        return Optional.empty();
    }
}
