package dynlab.app;

import dynlab.WholeRuns;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.measure.Likeness;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Rng;
import dynlab.scene.Address;
import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hand, a worker and a host that do anything, in any order, driven by a seed: what happens to a laboratory. */
final class LaboratoryWalk {
    static final Catalogue CATALOGUE = new Catalogue(
            List.of(scene("hierarchy"), scene("shark"), scene("chain"), scene("init-scale")),
            scene("hierarchy"),
            new ExactDecimals());

    /** Settings that are tried, of runs that take a moment; several of them diverge. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "hierarchy",
            List.of(
                    "epochs=50",
                    "epochs=60",
                    "features=0",
                    "features=20",
                    "rate=0.0025",
                    "rate=0.02",
                    "seed=1",
                    "seed=2"),
            "shark",
            List.of(
                    "epochs=50",
                    "epochs=70",
                    "rows=has bones:-+++----",
                    "rows=",
                    "names=Tuna",
                    "seed=1",
                    "depth=0",
                    "depth=1"),
            "chain",
            List.of(
                    "epochs=50",
                    "epochs=80",
                    "weights=1",
                    "weights=6",
                    "rate=0.02",
                    "rate=6.5",
                    "start=0.9",
                    "start=3"),
            "init-scale",
            List.of(
                    "epochs=50",
                    "gamma=0.001",
                    "gamma=1",
                    "middle=1",
                    "middle=0.1",
                    "width=3",
                    "width=4",
                    "rate=0.02"));

    private static final Map<Setup, List<Result>> RUNS = new HashMap<>();
    private static final Map<Setup, List<Result>> PARTS = new HashMap<>();

    private final Rng rng;
    private final Laboratory laboratory = new Laboratory(CATALOGUE);
    /** Requests that the worker may still answer, however late. */
    private final List<QuestionChoice> owed = new ArrayList<>();

    private final List<Integer> fetched = new ArrayList<>();

    /** What the worker was asked. */
    private record QuestionChoice(int request, Setup setup) {}

    LaboratoryWalk(int seed) {
        rng = new Rng(seed);
    }

    private static Scene scene(String id) {
        return Scenes.byId(id).orElseThrow();
    }

    Laboratory laboratory() {
        return laboratory;
    }

    Transition<LabState, Effect> open() {
        return noted(laboratory.open(CATALOGUE.parse("scene=hierarchy&epochs=50"), "", true));
    }

    /** Remembers what was asked of worker and host. */
    Transition<LabState, Effect> noted(Transition<LabState, Effect> transition) {
        for (Effect effect : transition.effects()) {
            if (effect instanceof Effect.Run run) {
                owed.add(new QuestionChoice(run.request(), transition.state().setup()));
                if (owed.size() > 6) {
                    owed.remove(0);
                }
            } else if (effect instanceof Effect.Fetch fetch) {
                fetched.add(fetch.number());
            }
        }
        return transition;
    }

    /** The next thing that happens. */
    Event next(LabState state) {
        int kind = rng.nextInt(30);
        return switch (kind) {
            case 0, 1, 2 -> knob(state);
            case 3 -> new Event.KnobReleased();
            case 4, 5, 6 -> new Event.SettingsRested();
            case 7, 8, 9, 10, 11, 12 -> answer(state);
            case 13 -> new Event.Undo();
            case 14 -> new Event.Redo();
            case 15 -> reset(state);
            case 16, 17 -> opened(state);
            case 18 -> new Event.CursorMoved(rng.nextInt(8) == 0 ? odd() : rng.nextInt(90));
            case 19 -> new Event.QuestionChosen(rng.nextInt(24) - 2, rng.nextInt(10) - 1);
            case 20 -> new Event.GuessMade(List.of("yes", "no", "", "perhaps").get(rng.nextInt(4)));
            case 21 -> rng.nextInt(2) == 0 ? new Event.RunCancelled() : new Event.FutureUncovered();
            case 22 -> new Event.PageSeen(rng.nextInt(3) > 0);
            case 23 -> host(state);
            case 24 -> new Event.ReadingChosen(Reading.values()[rng.nextInt(3)]);
            case 25 ->
                rng.nextInt(2) == 0
                        ? new Event.LayerChosen(rng.nextInt(5) - 2)
                        : new Event.LikenessChosen(Likeness.values()[rng.nextInt(3)]);
            case 26 -> new Event.PointerMoved(new Pointer(rng.nextInt(9) - 1, rng.nextInt(60)));
            case 27 -> said(state);
            case 28 -> edited(state);
            default -> failure(state);
        };
    }

    private double odd() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e300, 4.9e-324, 12.5, 99999};
        return odd[rng.nextInt(odd.length)];
    }

    private Event knob(LabState state) {
        String part = any(VALUES.get(state.address().scene().id()));
        String key = part.substring(0, part.indexOf('='));
        return new Event.KnobChanged(
                changed(state.config(), state.address().scene(), part), rng.nextInt(2) == 0 ? key : "");
    }

    private Event edited(LabState state) {
        String part = any(VALUES.get(state.address().scene().id()));
        return new Event.WorldEdited(changed(state.config(), state.address().scene(), part));
    }

    private static SceneConfig changed(SceneConfig config, Scene scene, String part) {
        String key = part.substring(0, part.indexOf('='));
        String value = part.substring(part.indexOf('=') + 1);
        for (Knob knob : scene.knobs()) {
            if (knob.key().equals(key)) {
                boolean words = knob instanceof Knob.Choice || knob instanceof Knob.Text;
                return words ? config.with(key, value) : config.with(key, Double.parseDouble(value));
            }
        }
        throw new AssertionError(part);
    }

    private Event reset(LabState state) {
        String part = any(VALUES.get(state.address().scene().id()));
        // epochs stay small: a run of 600 is not needed to see whose it is
        String key = part.substring(0, part.indexOf('='));
        return new Event.Reset(key.equals("epochs") ? "rate" : key);
    }

    private Event opened(LabState state) {
        String scene = rng.nextInt(3) == 0
                ? any(List.copyOf(VALUES.keySet()))
                : state.address().scene().id();
        StringBuilder text = new StringBuilder("scene=" + scene);
        for (int parts = rng.nextInt(4); parts > 0; parts--) {
            text.append('&').append(any(VALUES.get(scene)).replace("+", "%2B"));
        }
        if (text.indexOf("epochs") < 0) {
            text.append("&epochs=50");
        }
        text.append(any(
                List.of("", "&t=20", "&t=9999", "&t=-1", "&ask=canary:flies", "&ask=nobody:nothing", "&guess=yes")));
        text.append(any(List.of(
                "",
                "&digest=abcdef012345",
                "&guess=no&ask=oak:grows",
                "&hide-future=1",
                "&nonsense=1",
                "&theme=dark")));
        return new Event.AddressOpened(CATALOGUE.parse(text.toString()), "");
    }

    /** An answer to any request that there has been, or to none. */
    private Event answer(LabState state) {
        if (owed.isEmpty() || rng.nextInt(20) == 0) {
            return new Event.RunProgressed(rng.nextInt(50), rng.nextDouble() * 3 - 1);
        }
        QuestionChoice of = rng.nextInt(3) == 0 ? owed.get(rng.nextInt(owed.size())) : owed.get(owed.size() - 1);
        List<Result> runs = rng.nextInt(4) == 0 ? parts(of.setup()) : runs(of.setup());
        int run = rng.nextInt(runs.size() + (rng.nextInt(20) == 0 ? 1 : 0));
        Result result = runs.get(Math.min(run, runs.size() - 1));
        return new Event.RunArrived(of.request(), run, result, rng.nextDouble(), runs == runs(of.setup()));
    }

    private Event host(LabState state) {
        int number = rng.nextInt(3) == 0 || fetched.isEmpty() ? state.runs().number() : fetched.get(fetched.size() - 1);
        return switch (rng.nextInt(3)) {
            case 0 -> new Event.NoRecordedRun(number);
            case 1 -> new Event.VerifyDue(number);
            default -> recorded(state, number);
        };
    }

    /** A recorded run is of the scene as it opens; any run of this setup stands for it here. */
    private Event recorded(LabState state, int number) {
        if (number != state.runs().number()) {
            return new Event.RecordedRunArrived(number, 0, runs(CATALOGUE_FIRST).get(0));
        }
        List<Result> runs = runs(state.runs().setup());
        int run = rng.nextInt(runs.size());
        return new Event.RecordedRunArrived(number, run, runs.get(run));
    }

    private static final Setup CATALOGUE_FIRST = setup("scene=hierarchy&epochs=50");

    static Setup setup(String text) {
        Address address = CATALOGUE.parse(text);
        return new Setup(address.scene(), address.config());
    }

    private Event failure(LabState state) {
        int request = rng.nextInt(2) == 0 ? state.computation().request() : rng.nextInt(20);
        return switch (rng.nextInt(4)) {
            case 0 -> new Event.RunRefused(request, "the initial weights cannot be drawn");
            case 1 -> new Event.WorkerRestarted();
            case 2 -> new Event.WorkerLost(request, "The worker does not start.");
            default -> new Event.NoticeDismissed(rng.nextInt(40));
        };
    }

    private Event said(LabState state) {
        return switch (rng.nextInt(3)) {
            case 0 -> new Event.NoticeRaised("sentence " + rng.nextInt(60), false, Notice.Of.values()[rng.nextInt(3)]);
            case 1 ->
                new Event.LongRunAllowed(rng.nextInt(Math.max(1, state.notices().last() + 1)));
            default -> new Event.LookChosen("theme", any(List.of("dark", "")));
        };
    }

    private <T> T any(List<T> of) {
        return of.get(rng.nextInt(of.size()));
    }

    /** The whole runs of a setup, computed once. */
    static List<Result> runs(Setup setup) {
        return RUNS.computeIfAbsent(setup, LaboratoryWalk::compute);
    }

    private static List<Result> parts(Setup setup) {
        return PARTS.computeIfAbsent(setup, of -> {
            List<Result> parts = new ArrayList<>();
            for (Experiment experiment : experiments(of)) {
                Runner runner = Runner.of(experiment);
                runner.advance(experiment.training().steps() / 3);
                parts.add(runner.result());
            }
            return parts;
        });
    }

    private static List<Result> compute(Setup setup) {
        List<Result> runs = new ArrayList<>();
        experiments(setup).forEach(experiment -> runs.add(WholeRuns.of(experiment)));
        return runs;
    }

    private static List<Experiment> experiments(Setup setup) {
        List<Experiment> all = new ArrayList<>(List.of(setup.scene().experiment(setup.config())));
        setup.scene().companions(setup.config()).forEach(companion -> all.add(companion.experiment()));
        return all;
    }
}
