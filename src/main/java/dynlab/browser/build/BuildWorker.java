package dynlab.browser.build;

import dynlab.app.Effect;
import dynlab.app.build.BuildEffect;
import dynlab.app.build.BuildEvent;
import dynlab.browser.dom.Dom;
import dynlab.browser.worker.WorkerClient;
import dynlab.drawing.DrawingFile;
import dynlab.experiment.Result;
import org.jspecify.annotations.Nullable;

/** Asks the worker for what is drawn, and hands its answers on as events. */
final class BuildWorker implements WorkerClient.Listener {
    private final Builder builder;
    private final String workerUrl;
    private @Nullable WorkerClient simulator;

    BuildWorker(Builder builder, String workerUrl) {
        this.builder = builder;
        this.workerUrl = workerUrl;
    }

    void run(BuildEffect.Run run) {
        if (simulator == null) {
            simulator = new WorkerClient(workerUrl, "", true, this);
        }
        String file = DrawingFile.write(run.drawing(), run.aligned(), builder.decimals());
        simulator.run(new Effect.Run(run.request(), "build", file, 0, run.longestPiece()));
    }

    void stop() {
        if (simulator != null) {
            simulator.cancel();
        }
    }

    @Override
    public void result(int request, int run, Result result, double share, boolean whole) {
        builder.send(new BuildEvent.Answered(request, result, share, whole));
    }

    @Override
    public void progress(int request, double share) {
        builder.send(new BuildEvent.Progressed(request, share));
    }

    @Override
    public void failed(int request, String sentence, String place) {
        builder.send(new BuildEvent.Refused(request, sentence, place));
    }

    @Override
    public void restarted() {
        builder.send(new BuildEvent.Restarted());
    }

    @Override
    public void lost(int request) {
        builder.send(new BuildEvent.Lost(request));
    }

    @Override
    public void backend(String name) {
        Dom.state("backend", name);
    }
}
