package dynlab.experiment;

/**
 * A second run beside a scene's own: the shallow network, another start, a gated twin, one seed of ten.
 *
 * @param name a word or two, to stand at its curve
 * @param experiment what is run
 * @param manner how it is drawn
 */
public record Companion(String name, Experiment experiment, Manner manner) {
    /** How a companion is drawn. */
    public enum Manner {
        /** Over the scene's own curves: another colour, long dashes, its name. */
        RIVAL,
        /** One of several equals: its own colour, solid, its name. */
        PEER,
        /** One of many repetitions: thin, without a name. */
        SEED
    }
}
