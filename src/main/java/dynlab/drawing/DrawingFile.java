package dynlab.drawing;

import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Refused;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.learning.Init;
import dynlab.learning.LearningRule;
import dynlab.network.Extras;
import dynlab.network.GateGroup;
import dynlab.numeric.Decimals;
import dynlab.numeric.Seeds;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A drawing as an experiment file. The file is one that every part of the laboratory runs; the field {@code "drawing"}
 * beside it holds what an experiment does not know, the places of the nodes and how the start was chosen:
 *
 * <pre>"drawing": {"begin": "auto", "places": [[0, 0.5], [0.5, 0.5], [1, 0.5]]}</pre>
 */
public final class DrawingFile {
    private DrawingFile() {}

    /**
     * What is run.
     *
     * @param aligned whether a start that is to be aligned where possible is so
     */
    public static Experiment experiment(Drawing drawing, boolean aligned) {
        Settings s = drawing.settings();
        Learning learning = s.learning();
        Experiment experiment = new Experiment(
                drawing.name(),
                drawing.description(),
                drawing.architecture(),
                drawing.contexts(),
                start(drawing, aligned),
                new Training(s.dt(), s.tau(), s.steps()).from(learning.from()).by(learning.method()),
                new RecordPlan(
                        new RecordPlan.When.Adaptive(),
                        Set.of(Quantity.LOSS, Quantity.CONTEXT_ERROR, Quantity.SINGULAR_VALUES)),
                true);
        return learning.gates().isEmpty()
                ? experiment
                : experiment.with(Extras.NONE.withGates(
                        DrawnGates.of(drawing, learning.gates().get())));
    }

    private static Start start(Drawing drawing, boolean aligned) {
        Settings s = drawing.settings();
        return switch (s.begin()) {
            case AUTO ->
                new Start.Drawn(
                        aligned ? new Init.Aligned(s.size(), s.seedBits()) : new Init.Gaussian(s.size(), s.seedBits()));
            case ALIGNED -> new Start.Drawn(new Init.Aligned(s.size(), s.seedBits()));
            case RANDOM -> new Start.Drawn(new Init.Gaussian(s.size(), s.seedBits()));
            case ORTHOGONAL -> new Start.Drawn(new Init.Orthogonal(s.size(), s.seedBits()));
            case KEPT -> drawing.kept().orElseGet(() -> new Start.Drawn(new Init.Gaussian(s.size(), s.seedBits())));
        };
    }

    /** The file. */
    public static String write(Drawing drawing, boolean aligned, Decimals decimals) {
        return write(drawing, experiment(drawing, aligned), decimals);
    }

    /** The file of an experiment that was made of the drawing. */
    static String write(Drawing drawing, Experiment experiment, Decimals decimals) {
        String file = ExperimentCodec.write(experiment, decimals);
        StringBuilder text = new StringBuilder(file.substring(0, file.lastIndexOf('}')));
        text.append(",\n \"drawing\": {\"begin\": \"")
                .append(drawing.settings().begin().word())
                .append("\", \"places\": [");
        for (int v = 0; v < drawing.nodes().size(); v++) {
            Placed placed = drawing.nodes().get(v);
            text.append(v == 0 ? "[" : ", [").append(decimals.format(placed.x()));
            text.append(", ").append(decimals.format(placed.y())).append(']');
        }
        return text.append("]}}\n").toString();
    }

    /**
     * Reads any experiment file; one without places is laid out.
     *
     * @throws Refused if it is no such file, or larger than what is drawn here
     */
    public static Drawing read(String text, Decimals decimals) {
        Experiment e = ExperimentCodec.read(text, decimals);
        drawable(e);
        Map<String, Json> block = members(
                Optional.ofNullable(members(Optional.of(JsonReader.read(text))).get("drawing")));
        List<double[]> places = places(block, decimals);
        List<Placed> nodes = new ArrayList<>();
        boolean placed = places.size() == e.architecture().nodes().size();
        for (int v = 0; v < e.architecture().nodes().size(); v++) {
            Node node = e.architecture().nodes().get(v);
            nodes.add(placed ? new Placed(node, places.get(v)[0], places.get(v)[1]) : new Placed(node, 0, 0));
        }
        Training t = e.training();
        Settings settings = settings(e.start(), t, block.get("begin")).by(learning(e));
        Drawing drawing = new Drawing(
                e.name(),
                e.description(),
                nodes,
                e.architecture().edges(),
                e.contexts(),
                settings,
                settings.begin() == Settings.Begin.KEPT ? Optional.of(e.start()) : Optional.empty());
        check(drawing);
        if (!experiment(drawing, true).extras().gates().equals(e.extras().gates())) {
            throw new Refused("learned_gates", Phrase.of("drawing.file.gates"));
        }
        return placed ? drawing : Layers.place(drawing);
    }

    /** Refuses what a sheet cannot show. */
    private static void drawable(Experiment e) {
        refuse(e.training().gatesEvery().isPresent(), Phrase.of("drawing.file.held-gates"));
        refuse(e.architecture().biased(), Phrase.of("drawing.file.biases"));
        refuse(e.architecture().tied(), Phrase.of("drawing.file.tied"));
        refuse(
                e.training().method().rule().kind() != LearningRule.Kind.BACKPROP,
                Phrase.of("drawing.file.learning-rule"));
        refuse(
                e.contexts().stream().anyMatch(context -> context.during().isPresent()),
                Phrase.of("drawing.file.during"));
    }

    private static Learning learning(Experiment e) {
        List<GateGroup> gates = e.extras().gates();
        return new Learning(
                e.training().method(),
                gates.isEmpty() ? Optional.empty() : Optional.of(gates.get(0).kind()),
                e.training().from());
    }

    private static void check(Drawing d) {
        Argument nodes = Argument.count(d.nodes().size());
        Argument edges = Argument.count(d.edges().size());
        Argument contexts = Argument.count(d.contexts().size());
        Argument samples = Argument.count(d.samples());
        refuse(
                d.nodes().size() > Drawing.MOST_NODES,
                Phrase.of("drawing.file.layers", nodes, Argument.count(Drawing.MOST_NODES)));
        refuse(
                d.edges().size() > Drawing.MOST_EDGES,
                Phrase.of("drawing.file.connections", edges, Argument.count(Drawing.MOST_EDGES)));
        refuse(
                d.contexts().size() > Drawing.MOST_CONTEXTS,
                Phrase.of("drawing.file.contexts", contexts, Argument.count(Drawing.MOST_CONTEXTS)));
        refuse(
                d.samples() > Drawing.MOST_SAMPLES,
                Phrase.of("drawing.file.samples", samples, Argument.count(Drawing.MOST_SAMPLES)));
        refuse(
                d.weights() > Drawing.MOST_WEIGHTS,
                Phrase.of("drawing.file.weights", Argument.count(Drawing.MOST_WEIGHTS)));
        for (Context context : d.contexts()) {
            if (context.samples() == 0) {
                throw new Refused("contexts", Phrase.of("drawing.file.no-samples"));
            }
        }
    }

    private static void refuse(boolean tooMany, Phrase what) {
        if (tooMany) {
            throw new Refused("", what);
        }
    }

    private static Settings settings(Start start, Training t, @org.jspecify.annotations.Nullable Json begin) {
        Settings.Begin how = Settings.Begin.KEPT;
        double size = Settings.FIRST.size();
        double seed = Settings.FIRST.seed();
        if (start instanceof Start.Drawn drawn) {
            seed = Seeds.unsigned(drawn.init().seed());
            if (drawn.init() instanceof Init.Aligned aligned && aligned.b0() >= 0) {
                how = Settings.Begin.ALIGNED;
                size = aligned.b0();
            } else if (drawn.init() instanceof Init.Gaussian gaussian) {
                how = Settings.Begin.RANDOM;
                size = gaussian.sigma();
            } else if (drawn.init() instanceof Init.Orthogonal orthogonal) {
                how = Settings.Begin.ORTHOGONAL;
                size = orthogonal.gain();
            }
        }
        boolean fits = how == Settings.Begin.ALIGNED || how == Settings.Begin.RANDOM;
        if (fits && begin instanceof Json.Text word && word.value().equals(Settings.Begin.AUTO.word())) {
            how = Settings.Begin.AUTO;
        }
        return new Settings(t.steps(), t.dt(), t.tau(), how, size, seed);
    }

    private static Map<String, Json> members(Optional<Json> json) {
        return json.isPresent() && json.get() instanceof Json.Members members ? members.members() : Map.of();
    }

    /** The places, or none if anything is odd about them: they are only looks. */
    private static List<double[]> places(Map<String, Json> block, Decimals decimals) {
        List<double[]> places = new ArrayList<>();
        if (block.get("places") instanceof Json.Array array) {
            for (Json each : array.elements()) {
                if (!(each instanceof Json.Array pair
                        && pair.elements().size() == 2
                        && pair.elements().get(0) instanceof Json.Numeral x
                        && pair.elements().get(1) instanceof Json.Numeral y)) {
                    return List.of();
                }
                places.add(new double[] {decimals.parse(x.text()), decimals.parse(y.text())});
            }
        }
        return places;
    }
}
