package dynlab.app;

import dynlab.architecture.Role;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.DataEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Outcome;
import dynlab.drawing.Presets;
import dynlab.experiment.Divergence;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.export.SceneRun;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Knob;
import dynlab.scene.Narration;
import dynlab.scene.Panels;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.table.TableReader;
import dynlab.table.Unreadable;
import dynlab.task.World;
import dynlab.theory.Assumption;
import dynlab.theory.Assumptions;
import dynlab.theory.Claim;
import dynlab.theory.ClaimWords;
import dynlab.theory.Premise;
import dynlab.theory.Saddle;
import dynlab.view.AllViews;
import dynlab.view.FigureWords;
import dynlab.view.Frame;
import dynlab.view.Views;
import dynlab.view.pen.Layout;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** A walk over the application in the language that is spoken: what it does, and apart from that what it says. */
public final class WalkInWords {
    /** A whole experiment, of which every change is refused. */
    private static final String FILE = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "y", "role": "output", "width": 2}],
              "edges": [{"id": "x>y", "source": "x", "target": "y"}]},
             "contexts": [{"x": {"x": [[1, 0], [0, 1]]}, "y": {"y": [[1, 0], [0, 2]]}}],
             "init": {"kind": "gaussian", "sigma": 0.1, "seed": 1},
             "training": {"dt": 0.1, "tau": 1, "steps": 100},
             "record": {"quantities": ["loss"]}}
            """;

    private WalkInWords() {}

    /** What happens in a walk, a line an event, without a word of any language. */
    public static List<String> deeds(int seed, int events) {
        List<String> deeds = new ArrayList<>();
        LaboratoryWalk walk = new LaboratoryWalk(seed);
        Transition<LabState, Effect> transition = walk.open();
        for (int k = 0; k < events; k++) {
            Event event = walk.next(transition.state());
            transition = walk.noted(walk.laboratory().on(transition.state(), event));
            LabState state = transition.state();
            List<String> effects = transition.effects().stream()
                    .map(effect -> effect.getClass().getSimpleName())
                    .toList();
            deeds.add(event.getClass().getSimpleName() + " "
                    + state.address().scene().id() + " "
                    + state.address().format(new ExactDecimals()) + " "
                    + state.computation().phase() + " "
                    + state.computation().request() + " " + state.view().step() + " " + state.asked() + " "
                    + state.guess()
                    + " " + state.notices().all().size() + " " + state.notices().last() + " "
                    + TheoryBadge.of(state).mood() + " " + effects);
        }
        return deeds;
    }

    /** All that is said in a walk, each thing once. */
    public static Set<String> said(int seed, int events) {
        Set<String> said = new LinkedHashSet<>();
        LaboratoryWalk walk = new LaboratoryWalk(seed);
        Transition<LabState, Effect> transition = walk.open();
        for (int k = 0; k < events; k++) {
            LabState before = transition.state();
            transition = walk.noted(walk.laboratory().on(before, walk.next(before)));
            LabState state = transition.state();
            Narration narration = Narrator.of(state);
            said.addAll(
                    List.of(narration.stage(), narration.happened(), narration.because(), SpokenText.finished(state)));
            TheoryBadge theory = TheoryBadge.of(state);
            said.addAll(List.of(theory.badge(), theory.means(), theory.whose()));
            for (TheoryBadge.Row row : theory.rows()) {
                said.addAll(List.of(row.words(), row.sentence()));
            }
        }
        return said;
    }

    /** What is said of claims: of every premise, and of every kind of reason. */
    public static Set<String> claims() {
        Set<String> said = new LinkedHashSet<>();
        for (Premise premise : Premise.values()) {
            Phrase subject = Assumptions.rank(1, 2, 3, "h").subject().orElseThrow();
            for (Assumption assumption :
                    List.of(Assumption.measured(premise, 1), Assumption.notMeasured(premise, subject))) {
                said.add(Words.say(assumption.name()));
                said.add(Words.say(assumption.sentence()));
                said.add(reason(Claim.Of.STEPS, List.of(assumption), List.of(), Double.NaN, OptionalDouble.empty()));
            }
        }
        for (double distance : new double[] {1e-9, 0.012, 3}) {
            Assumption failed = Assumption.measured(Premise.SMALL_START, 1);
            OptionalDouble off = OptionalDouble.of(distance);
            said.add(reason(Claim.Of.FLOW, List.of(), List.of(), Double.NaN, off));
            said.add(reason(Claim.Of.STEPS, List.of(failed), List.of(), Double.NaN, off));
            said.add(reason(Claim.Of.NOTHING, List.of(failed), List.of(), Double.NaN, off));
        }
        for (double until : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 330}) {
            said.add(reason(Claim.Of.STEPS, List.of(), List.of(), until, OptionalDouble.empty()));
            for (int saddles : new int[] {1, 3, 9}) {
                List<Saddle> all = new ArrayList<>();
                for (int mode = 0; mode < saddles; mode++) {
                    Saddle.Cause cause = saddles == 1 ? Saddle.Cause.SIGN : Saddle.Cause.ZERO;
                    all.add(new Saddle(cause, List.of("w"), mode, 1, 0, until));
                }
                Assumption failed = Assumption.measured(Premise.NO_SADDLE, saddles);
                said.add(reason(Claim.Of.STEPS, List.of(failed), all, until, OptionalDouble.empty()));
            }
        }
        for (int step : new int[] {0, 1}) {
            said.add(Words.say(Divergence.cause(step)));
            said.add(Words.say(Divergence.advice(step)));
        }
        return said;
    }

    /** What is said where a file, a table or an edit of a drawing is refused, and what of an edit that is done. */
    public static Set<String> refusals() {
        Set<String> said = new LinkedHashSet<>();
        for (String[] change : new String[][] {
            {"{", "["},
            {"\"x>y\"", "5"},
            {"0.1", "-1"},
            {"0.1", "1e999"},
            {"100", "1.5"},
            {"\"gaussian\"", "\"none\""},
            {"\"source\": \"x\"", "\"source\": \"q\""},
            {"\"source\": \"x\"", "\"source\": \"y\""},
            {"\"target\": \"y\"", "\"target\": \"x\""},
            {"[[1, 0], [0, 1]]", "[[1, 0], [0]]"},
            {"[[1, 0], [0, 1]]", "[[1, 0]]"},
            {"[[1, 0], [0, 1]]", "7"},
            {"[[1, 0], [0, 1]]", "[7, 8]"},
            {"\"dt\": 0.1,", ""},
            {"\"dt\": 0.1", "\"dt\": 0"},
            {"\"seed\": 1", "\"seed\": -1"},
            {"}", "}}"},
            {"}", ""},
            {"\"id\": \"y\"", "\"id\": \"x\""},
            {"\"width\": 2", "\"width\": 0"},
            {"\"x\": [", "\"z\": ["},
            {": 100", ": tru"},
            {"\"tau\": 1", "\"tau\": 1, \"tau\": 1"}
        }) {
            try {
                ExperimentCodec.read(FILE.replace(change[0], change[1]), new ExactDecimals());
                throw new AssertionError(change[1] + " was taken");
            } catch (Refused refused) {
                said.add(Words.say(refused.what()));
            }
        }
        for (String table : List.of(
                "",
                "a,b",
                "1,2\n3",
                "1\n2,3",
                "1,2\n3,4,5",
                "[[1, 2]",
                "[1, [2]]",
                "[[[1]]]",
                "[[1],2]",
                "[1,,2]",
                "[1;;2]",
                "1;x",
                "1;nan",
                "1;1e999",
                "\"1;2",
                "\"1\"2;3",
                "1,000\n2,000",
                "50%;1",
                "[[]]",
                "1;;2",
                "a;1\n;2")) {
            try {
                TableReader.read(table, new ExactDecimals());
                throw new AssertionError(table + " was taken");
            } catch (Unreadable unreadable) {
                said.add(Words.say(unreadable.phrase()));
            }
        }
        Drawing blank = Drawing.blank();
        Drawing one = GraphEdit.add(blank, Role.INPUT, 0, 0).drawing();
        Drawing two = ContextEdit.rename(GraphEdit.add(one, Role.OUTPUT, 1, 0).drawing(), 0, "all")
                .drawing();
        for (Outcome outcome : List.of(
                GraphEdit.add(blank, Role.HIDDEN, 0, 0),
                GraphEdit.connect(two, "x1", "y1"),
                GraphEdit.connect(two, "x1", "x1"),
                GraphEdit.connect(two, "y1", "x1"),
                GraphEdit.connect(two, "x1", "q"),
                GraphEdit.resize(two, "x1", 0),
                GraphEdit.resize(two, "x1", 3),
                GraphEdit.rename(two, "x1", ""),
                GraphEdit.rename(two, "x1", "y1"),
                GraphEdit.rename(two, "x1", "in"),
                GraphEdit.remove(two, "x1"),
                GraphEdit.disconnect(two, "q"),
                GraphEdit.arrange(two),
                ContextEdit.remove(two, 0),
                ContextEdit.train(two, 0, false),
                ContextEdit.gateNode(two, 0, "x1", 0),
                DataEdit.cell(two, 0, "x1", 9, 9, 1),
                DataEdit.weigh(two, 0, -1),
                DataEdit.weigh(two, 0, 2),
                DataEdit.clear(two, 0, "x1"),
                DataEdit.task(two, -1, DataEdit.Task.XOR),
                DataEdit.task(two, -1, DataEdit.Task.RANDOM))) {
            said.add(Words.say(outcome.why().or(outcome::said).orElseThrow()));
        }
        Presets.ALL.forEach(preset -> said.add(Words.say(preset.title())));
        said.add(Words.say(two.obstacle().orElseThrow()));
        said.add(Words.say(blank.obstacle().orElseThrow()));
        return said;
    }

    private static String reason(
            Claim.Of of, List<Assumption> assumptions, List<Saddle> saddles, double until, OptionalDouble distance) {
        return Words.say(ClaimWords.reason(new Claim("chain", of, assumptions, saddles, until, distance)));
    }

    /** What the figures of some lessons say, each in a sentence. */
    public static Set<String> figures() {
        Set<String> said = new LinkedHashSet<>();
        for (String id : List.of(
                "hierarchy",
                "chain",
                "init-scale",
                "forms",
                "contexts",
                "shark",
                "xor",
                "race",
                "surface",
                "regression",
                "semantics")) {
            Scene scene = Scenes.byId(id).orElseThrow();
            SceneConfig config = SceneConfig.initial(scene.knobs());
            Frame frame = SceneRun.frame(scene, config, Math.rint(scene.opensAt(config)), Layout.Kind.WIDE, false);
            Panels panels = scene.panels(config);
            List<String> figures = new ArrayList<>(List.of(panels.left()));
            figures.addAll(panels.centre());
            figures.addAll(panels.right());
            figures.addAll(panels.embed());
            for (String figure : figures) {
                said.add(FigureWords.sentence(Views.of(figure, AllViews.ALL).orElseThrow(), frame));
            }
        }
        return said;
    }

    /** What the lessons say of themselves. */
    public static Set<String> lessons() {
        Set<String> said = new LinkedHashSet<>();
        for (Scene scene : Scenes.ALL) {
            said.addAll(List.of(
                    scene.title(),
                    scene.heading(),
                    scene.summary(),
                    scene.about().lesson().question(),
                    scene.about().lesson().gesture(),
                    scene.about().lesson().explains(),
                    scene.about().omits()));
            for (Knob knob : scene.knobs()) {
                said.addAll(List.of(knob.label(), knob.tip()));
            }
            scene.questions().forEach(question -> said.add(question.words()));
            scene.presets().forEach(preset -> said.add(preset.name()));
        }
        return said;
    }

    /** The names of all items and properties of the lessons' worlds, which no language changes. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Scene scene : Scenes.ALL) {
            World world = scene.world(SceneConfig.initial(scene.knobs()));
            names.addAll(world.items());
            names.addAll(world.properties());
            names.addAll(world.tree().names());
        }
        return names;
    }
}
