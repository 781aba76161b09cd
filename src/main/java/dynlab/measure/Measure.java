package dynlab.measure;

/**
 * A quantity that can be read off a run at any of its steps: a word, a shape, a function of run and time, and its JSON.
 * Recorder, packets, trajectory files, command line and views know measures only by this, so a new one is a class and a
 * line in the list of quantities.
 */
public interface Measure {
    /** The word for it in files. */
    String id();

    /** How a trajectory file writes it. */
    Form form();

    /** Gets ready to read it off one run. */
    Reading on(Subject subject);
}
