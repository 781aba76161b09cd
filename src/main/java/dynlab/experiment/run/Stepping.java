package dynlab.experiment.run;

import dynlab.network.Network;

/** What moves the weights of a run: descent itself, or an exact short cut of it. A step is {@link #loss}, then {@link #step}. */
interface Stepping {
    /** First letters of a digest of direct stepping. */
    String DIRECT = "d1-";

    /** The loss before the step to come; with batches that of the samples that it looks at. */
    double loss();

    /** The loss after the last step. */
    double lastLoss();

    /** The loss to be recorded, after {@link #loss}; from then until the next step {@link #network} has the weights of now. */
    double recordedLoss(double loss);

    void step();

    /** The network of the experiment. */
    Network network();

    /** Brings the weights of now into {@link #network}. */
    void show();

    /** What a digest of the run begins with. */
    String prefix();
}
