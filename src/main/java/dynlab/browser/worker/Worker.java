package dynlab.browser.worker;

import dynlab.browser.dom.DataFetch;
import dynlab.browser.dom.JsDecimals;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Packet;
import dynlab.experiment.run.Runner;
import dynlab.scene.Address;
import dynlab.scene.FurtherSeeds;
import dynlab.scene.SceneConfig;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * The simulation worker: it gets addresses or experiment files and posts results. It computes in slices, so that a word
 * from the page is heard within {@value #SLICE} ms.
 */
public final class Worker {
    private static final double SLICE = 25;
    private static final double PROGRESS_EVERY = 100;
    private static final int PARTS = 1000;
    private static final double PART_EVERY = 200;

    private static final List<Job> JOBS = new ArrayList<>();
    private static boolean awake;
    private static boolean paused;
    /** How often all runs were given up: what was asked for before is not begun any more. */
    private static int givenUp;
    /** The companions of the scene that was asked for last, and its address. */
    private static List<Companion> companions = List.of();

    private static String companionsOf = "";

    private static final Assistant ASSISTANT = new Assistant(new Assistant.Giver() {
        @Override
        public void free() {
            share();
        }

        @Override
        public void back(Request request) {
            add(request);
        }
    });

    /** Whether runs beside the first are shared with another worker. */
    private static boolean helped;

    private Worker() {}

    /** What the page asks: a run, or nothing more. */
    interface Request extends JSObject {
        /** Of a run; −1: wait, −2: go on. */
        @JSProperty
        int getId();

        /** Empty where a text is meant; where that is empty too, all runs are given up. */
        @JSProperty
        String getAddress();

        /** An experiment file. */
        @JSProperty
        String getText();

        /** Which run of the scene is meant: 0 its own, k that of its k-th companion. */
        @JSProperty
        int getRun();
    }

    @JSFunctor
    private interface Listener extends JSObject {
        void hear(Request request);
    }

    @JSFunctor
    private interface Task extends JSObject {
        void run();
    }

    /** One run in progress. */
    private static final class Job {
        private final Request request;
        private final int id;
        private final int run;
        private final Supplier<Experiment> asked;
        /** What is under way: an exact short cut first, where there is one, and then the run itself. */
        private Optional<Runner> runner = Optional.empty();

        private boolean ahead;
        /** Whether a whole run stands on the page already, in whose place no part of another is to be shown. */
        private boolean shown;

        private double progressAt;
        private double partAt;
        private double partEvery = PART_EVERY;
        private boolean modesSent;
        private boolean runSent;

        Job(Request request, Supplier<Experiment> asked) {
            this.request = request;
            this.id = request.getId();
            this.run = request.getRun();
            this.asked = asked;
        }

        /** Computes for one slice; returns whether there is more to do. */
        boolean slice() {
            double start = now();
            if (runner.isEmpty()) {
                Experiment experiment = asked.get();
                runner = Runner.ahead(experiment);
                ahead = runner.isPresent();
                if (!ahead) {
                    runner = Optional.of(Runner.of(experiment));
                }
                progressAt = start;
                partAt = start;
            }
            Runner run = runner.get();
            int batch = 1;
            boolean more = true;
            double spent = now() - start;
            while (more && spent < SLICE) {
                more = run.advance(batch);
                double after = now() - start;
                // twice as many steps as long as they take less than a quarter of a slice
                batch = after - spent < SLICE / 8 ? batch * 2 : Math.max(1, batch / 2);
                spent = after;
            }
            report(run, more || ahead, !more);
            if (!more && ahead) {
                ahead = false;
                runner = Optional.of(Runner.of(run.experiment()));
                return true;
            }
            return more;
        }

        /**
         * Tells the page what there is, if it is time to.
         *
         * @param more whether more than this follows
         * @param over whether this run is over
         */
        private void report(Runner run, boolean more, boolean over) {
            // the run itself is what is waited for
            int made = ahead ? 0 : (int) (PARTS * run.share());
            double time = now();
            if (over && ahead && run.diverged()) {
                return;
            }
            if (!more || over || !shown && time - partAt > partEvery) {
                // the theory beside the whole record may take long
                post(id, this.run, "beat", made, PARTS, new String[0], new Float64Array(0));
                Result result = run.result();
                // a search goes on after the run, and all of the run but its findings is sent once
                Packet packet = runSent ? Packet.ofFindings(result) : Packet.of(result, modesSent);
                modesSent |= result.modes().isPresent();
                runSent |= run.done() && !ahead;
                shown |= over;
                post(
                        id,
                        this.run,
                        more ? "part" : "done",
                        made,
                        PARTS,
                        packet.words().toArray(new String[0]),
                        Float64Array.copyFromJavaArray(packet.numbers()));
                // a long record may take more than a slice to pack: then it comes more rarely
                partEvery = Math.max(PART_EVERY, 20 * (now() - time));
                partAt = now();
                progressAt = partAt;
            } else if (time - progressAt > PROGRESS_EVERY) {
                post(id, this.run, "progress", made, PARTS, new String[0], new Float64Array(0));
                progressAt = time;
            }
        }
    }

    /**
     * Entry point, called once by {@code web/worker.js}.
     *
     * @param words what the browser has, for {@link SimdKernel}; "shared" where an {@link Assistant} may help
     */
    public static void main(String[] words) {
        SimdKernel.install(words);
        helped = List.of(words).contains("shared");
        listen(Worker::hear);
        post(0, 0, "ready", 0, 0, new String[0], new Float64Array(0));
    }

    private static void hear(Request request) {
        String address = request.getAddress();
        String text = request.getText();
        int run = request.getRun();
        if (request.getId() < 0) {
            paused = request.getId() == -1;
            ASSISTANT.tell(request, false);
            wake();
            return;
        }
        if (address.isEmpty() && text.isEmpty()) {
            JOBS.clear();
            givenUp++;
            ASSISTANT.tell(request, true);
            return;
        }
        // the page takes another worker where it hears nothing
        post(request.getId(), run, "beat", 0, PARTS, new String[0], new Float64Array(0));
        if (run > 0 && helped) {
            ASSISTANT.start();
        }
        add(request);
    }

    /** What is asked for takes its place behind the rest, once its data are there. */
    private static void add(Request request) {
        String address = request.getAddress();
        String text = request.getText();
        int run = request.getRun();
        Job job = new Job(
                request,
                text.isEmpty() ? () -> scene(address, run) : () -> ExperimentCodec.read(text, new JsDecimals()));
        List<String> data = text.isEmpty()
                ? Address.parse(address, new JsDecimals()).scene().data()
                : List.of();
        int before = givenUp;
        DataFetch.all(
                "data/",
                data,
                () -> {
                    if (givenUp == before) {
                        JOBS.add(job);
                        share();
                        wake();
                    }
                },
                () -> fail(job, "failed", Words.say("worker.data-not-fetched"), ""));
    }

    /** Gives the last of what waits to the assistant, if that is free. */
    private static void share() {
        if (JOBS.size() > 1 && ASSISTANT.isFree()) {
            ASSISTANT.give(JOBS.remove(JOBS.size() - 1).request);
        }
    }

    private static void wake() {
        if (!awake && !paused && !JOBS.isEmpty()) {
            awake = true;
            later(Worker::work);
        }
    }

    /** One run of a scene, or where the address asks for these of its further seeds; companions are made once for all. */
    private static Experiment scene(String text, int run) {
        Address address = Address.parse(text, new JsDecimals());
        SceneConfig config = address.config();
        if (address.look().containsKey(FurtherSeeds.KEY)) {
            return FurtherSeeds.experiment(address.scene(), config, run + 1);
        }
        if (run == 0) {
            return address.scene().experiment(config);
        }
        if (!companionsOf.equals(text)) {
            companions = address.scene().companions(config);
            companionsOf = text;
        }
        return companions.get(run - 1).experiment();
    }

    private static void work() {
        awake = false;
        if (JOBS.isEmpty() || paused) {
            return;
        }
        Job job = JOBS.get(0);
        boolean more;
        try {
            more = job.slice();
        } catch (Refused refused) {
            fail(job, "failed", refused.line(), refused.place());
            more = false;
        } catch (RuntimeException | Error error) {
            fail(job, "broke", error.toString(), "");
            more = false;
        }
        if (!more) {
            JOBS.remove(job);
        }
        wake();
    }

    /** A run that was refused, with the reason and the field that it lies in, or one in which the program itself broke. */
    private static void fail(Job job, String kind, String sentence, String place) {
        post(job.id, job.run, kind, 0, 0, new String[] {sentence, place}, new Float64Array(0));
    }

    @JSBody(script = "return performance.now();")
    private static native double now();

    @JSBody(params = "listener", script = "self.onmessage = function(event) { listener(event.data); };")
    private static native void listen(Listener listener);

    /** Soon, but after messages that wait; timers would be slowed to 4 ms. */
    @JSBody(
            params = "task",
            script = "var c = self.dynlabLater || (self.dynlabLater = new MessageChannel());"
                    + "c.port1.onmessage = function() { task(); }; c.port2.postMessage(0);")
    private static native void later(Task task);

    @JSBody(
            params = {"id", "run", "kind", "done", "total", "words", "numbers"},
            script =
                    "self.postMessage({id: id, run: run, kind: kind, done: done, total: total, words: words, numbers: numbers, target: ''},"
                            + " [numbers.buffer]);")
    private static native void post(
            int id, int run, String kind, int done, int total, String[] words, Float64Array numbers);
}
