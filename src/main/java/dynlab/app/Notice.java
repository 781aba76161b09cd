package dynlab.app;

/**
 * A sentence over the page.
 *
 * @param id by which it is told from others
 * @param sentence what it says
 * @param bad whether something went wrong
 * @param of what it belongs to, and goes with
 * @param number of the run or the address that it belongs to; 0 for the page
 * @param press what its button says; empty where it has none
 */
public record Notice(int id, String sentence, boolean bad, Of of, int number, String press) {
    /** What a notice belongs to. */
    public enum Of {
        /** The runs of one setup: it goes when others are asked for. */
        RUNS,
        /** One address that was opened: it goes when another is. */
        ADDRESS,
        /** The page: it stays until it is dismissed. */
        PAGE
    }
}
