package dynlab.scene;

import dynlab.words.Words;
import java.util.List;

/** What the field calls the things that the lessons are about. Pages have it as text: no program of theirs carries it. */
public final class Glossary {
    /**
     * A term.
     *
     * @param id the word by which lessons name it
     * @param word the term, such as "illusory correlation"
     * @param meaning one plain sentence
     */
    public record Term(String id, String word, String meaning) {}

    public static final List<Term> ALL = List.of(
            new Term("basic-level", Words.say("term.word.basic-level"), Words.say("term.basic-level")),
            new Term("coherence", Words.say("term.word.coherence"), Words.say("term.coherence")),
            new Term(
                    "conserved-quantity",
                    Words.say("term.word.conserved-quantity"),
                    Words.say("term.conserved-quantity")),
            new Term("contextual-task", Words.say("term.word.contextual-task"), Words.say("term.contextual-task")),
            new Term("control", Words.say("term.word.control"), Words.say("term.control")),
            new Term("covariance", Words.say("term.word.covariance"), Words.say("term.covariance")),
            new Term("cross-entropy", Words.say("term.word.cross-entropy"), Words.say("term.cross-entropy")),
            new Term("divergence", Words.say("term.word.divergence"), Words.say("term.divergence")),
            new Term("drop-one-pathway", Words.say("term.word.drop-one-pathway"), Words.say("term.drop-one-pathway")),
            new Term("dynamic-isometry", Words.say("term.word.dynamic-isometry"), Words.say("term.dynamic-isometry")),
            new Term("exclusive-or", Words.say("term.word.exclusive-or"), Words.say("term.exclusive-or")),
            new Term("gate-discovery", Words.say("term.word.gate-discovery"), Words.say("term.gate-discovery")),
            new Term(
                    "gated-deep-linear-network",
                    Words.say("term.word.gated-deep-linear-network"),
                    Words.say("term.gated-deep-linear-network")),
            new Term("gated-twin", Words.say("term.word.gated-twin"), Words.say("term.gated-twin")),
            new Term(
                    "he-initialisation", Words.say("term.word.he-initialisation"), Words.say("term.he-initialisation")),
            new Term("hierarchy", Words.say("term.word.hierarchy"), Words.say("term.hierarchy")),
            new Term(
                    "illusory-correlation",
                    Words.say("term.word.illusory-correlation"),
                    Words.say("term.illusory-correlation")),
            new Term("implicit-bias", Words.say("term.word.implicit-bias"), Words.say("term.implicit-bias")),
            new Term("induction", Words.say("term.word.induction"), Words.say("term.induction")),
            new Term("initialisation", Words.say("term.word.initialisation"), Words.say("term.initialisation")),
            new Term("kernel-regime", Words.say("term.word.kernel-regime"), Words.say("term.kernel-regime")),
            new Term("lambda-balanced", Words.say("term.word.lambda-balanced"), Words.say("term.lambda-balanced")),
            new Term("lazy", Words.say("term.word.lazy"), Words.say("term.lazy")),
            new Term("learning-rate", Words.say("term.word.learning-rate"), Words.say("term.learning-rate")),
            new Term("least-squares", Words.say("term.word.least-squares"), Words.say("term.least-squares")),
            new Term("linearisation", Words.say("term.word.linearisation"), Words.say("term.linearisation")),
            new Term(
                    "mixed-selectivity", Words.say("term.word.mixed-selectivity"), Words.say("term.mixed-selectivity")),
            new Term("modularity", Words.say("term.word.modularity"), Words.say("term.modularity")),
            new Term("momentum", Words.say("term.word.momentum"), Words.say("term.momentum")),
            new Term(
                    "multidimensional-scaling",
                    Words.say("term.word.multidimensional-scaling"),
                    Words.say("term.multidimensional-scaling")),
            new Term("neural-race", Words.say("term.word.neural-race"), Words.say("term.neural-race")),
            new Term("node-reuse", Words.say("term.word.node-reuse"), Words.say("term.node-reuse")),
            new Term(
                    "overgeneralisation",
                    Words.say("term.word.overgeneralisation"),
                    Words.say("term.overgeneralisation")),
            new Term("pathway", Words.say("term.word.pathway"), Words.say("term.pathway")),
            new Term("plateau", Words.say("term.word.plateau"), Words.say("term.plateau")),
            new Term(
                    "principal-component-analysis",
                    Words.say("term.word.principal-component-analysis"),
                    Words.say("term.principal-component-analysis")),
            new Term(
                    "progressive-differentiation",
                    Words.say("term.word.progressive-differentiation"),
                    Words.say("term.progressive-differentiation")),
            new Term("race-regime", Words.say("term.word.race-regime"), Words.say("term.race-regime")),
            new Term("reduced-rank", Words.say("term.word.reduced-rank"), Words.say("term.reduced-rank")),
            new Term("rich", Words.say("term.word.rich"), Words.say("term.rich")),
            new Term("saddle", Words.say("term.word.saddle"), Words.say("term.saddle")),
            new Term(
                    "shared-representation",
                    Words.say("term.word.shared-representation"),
                    Words.say("term.shared-representation")),
            new Term("singular-mode", Words.say("term.word.singular-mode"), Words.say("term.singular-mode")),
            new Term("stage", Words.say("term.word.stage"), Words.say("term.stage")),
            new Term("structural-form", Words.say("term.word.structural-form"), Words.say("term.structural-form")),
            new Term(
                    "systematic-generalisation",
                    Words.say("term.word.systematic-generalisation"),
                    Words.say("term.systematic-generalisation")),
            new Term("tangent-kernel", Words.say("term.word.tangent-kernel"), Words.say("term.tangent-kernel")),
            new Term("typicality", Words.say("term.word.typicality"), Words.say("term.typicality")),
            new Term(
                    "zero-shot-transfer",
                    Words.say("term.word.zero-shot-transfer"),
                    Words.say("term.zero-shot-transfer")));

    private Glossary() {}

    /** The term with this id. */
    public static Term of(String id) {
        for (Term term : ALL) {
            if (term.id().equals(id)) {
                return term;
            }
        }
        throw new IllegalArgumentException("no term " + id);
    }
}
