package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Divergence;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An experiment file as a scene: no knobs, a world without names, and the panels for what it records. */
public final class FileScene implements Scene {
    /** More samples or outputs than this are not shown one by one. */
    private static final int MOST_SHOWN = 64;

    /** More names than this do not fit beside one another. */
    private static final int MOST_NAMED = 24;

    private static final int LONGEST_TITLE = 48;

    private final Experiment experiment;
    private final World world;

    public FileScene(Experiment experiment) {
        this.experiment = experiment;
        world = world(experiment);
    }

    @Override
    public About about() {
        String name = experiment.name();
        return About.of("file", name.length() <= LONGEST_TITLE ? name : name.substring(0, LONGEST_TITLE - 1) + "…")
                .summary(experiment.description())
                .explains(size(experiment))
                .omits(
                        named(experiment)
                                ? Words.say("scene.file.file-does-not")
                                : Words.say("scene.file.file-no-words-samples"));
    }

    /** Whether it has a word for some sample or for some unit of an output. */
    private static boolean named(Experiment experiment) {
        return experiment.contexts().stream()
                        .anyMatch(context -> !context.items().isEmpty())
                || outputs(experiment).stream()
                        .anyMatch(node -> !node.properties().isEmpty());
    }

    private static String size(Experiment experiment) {
        Architecture graph = experiment.architecture();
        String size = Words.say(
                "scene.file.experiment-file",
                Integer.toString(graph.nodes().size()),
                Integer.toString(graph.edges().size()),
                Integer.toString(experiment.contexts().size()),
                Integer.toString(samples(experiment)),
                Integer.toString(experiment.training().steps()));
        return experiment.description().isEmpty() ? size : experiment.description() + " " + size;
    }

    @Override
    public List<Knob> knobs() {
        return List.of();
    }

    @Override
    public World world(SceneConfig config) {
        return world;
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return experiment;
    }

    @Override
    public double opensAt(SceneConfig config) {
        int steps = experiment.training().steps();
        return records(Quantity.DISCOVERY) ? steps : Math.rint(steps / 2.0);
    }

    @Override
    public Panels panels(SceneConfig config) {
        List<String> centre = new ArrayList<>(List.of("loss"));
        if (records(Quantity.MODE_STRENGTH)) {
            centre.add("modes");
        } else if (records(Quantity.SINGULAR_VALUES)) {
            centre.add("edges");
        }
        int samples = samples(experiment);
        boolean shown = samples <= MOST_SHOWN;
        boolean single =
                experiment.contexts().size() == 1 && outputs(experiment).size() == 1;
        boolean asks = shown && single && records(Quantity.OUTPUTS);
        if (asks) {
            centre.add("answer");
        }
        boolean searched = records(Quantity.DISCOVERY);
        if (searched) {
            centre.add("trials");
        }
        List<String> right = searched
                ? List.of("gates", "verdict")
                : shown && records(Quantity.SIMILARITY) ? List.of("similarity", "map") : List.of();
        int from = Math.max(0, centre.size() - 2);
        return new Panels(
                asks && samples <= MOST_NAMED ? "world" : "graph", centre, right, centre.subList(from, centre.size()));
    }

    private boolean records(Quantity quantity) {
        return experiment.record().quantities().contains(quantity);
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty() || runs.get(0).trajectory().count() == 0) {
            return Optional.empty();
        }
        if (records(Quantity.DISCOVERY)) {
            return Optional.of(SearchNarration.of(runs.get(0)));
        }
        Trajectory run = runs.get(0).trajectory();
        double first = run.loss(0);
        double share = first > 0 ? run.loss(run.indexAt(step)) / first : 0;
        if (run.divergedAt().isPresent()) {
            int last = run.divergedAt().getAsInt();
            return Optional.of(new Narration(
                    Words.say("scene.file.diverged"),
                    Words.say("scene.file.step", Integer.toString(last)),
                    Words.say(Divergence.cause(last))));
        }
        return Optional.of(new Narration(
                Words.say(
                        "scene.file.step-2",
                        Integer.toString((int) step),
                        Integer.toString(experiment.training().steps())),
                "",
                left(share)));
    }

    /** How much of the first loss is left; a run may also be worse than it began. */
    private static String left(double share) {
        if (share >= 1.005) {
            return Words.say("scene.file.loss-times-first", Numbers.precise(share));
        }
        String left = share >= 0.995
                ? Words.say("scene.file.all")
                : share < 0.005 ? Words.say("scene.file.less", Numbers.percent(0.01)) : Numbers.percent(share);
        return Words.say("scene.file.first-loss-left", left);
    }

    private static int samples(Experiment experiment) {
        int samples = 0;
        for (Context context : experiment.contexts()) {
            samples += context.samples();
        }
        return samples;
    }

    private static List<Node> outputs(Experiment experiment) {
        List<Node> outputs = new ArrayList<>();
        for (Node node : experiment.architecture().nodes()) {
            if (node.role() == Role.OUTPUT) {
                outputs.add(node);
            }
        }
        return outputs;
    }

    /**
     * Samples as items and the first output's units as properties, by the names that the file has for them, else numbered;
     * what is too much is one item or property.
     */
    private static World world(Experiment experiment) {
        Node output = outputs(experiment).isEmpty()
                ? experiment.architecture().nodes().get(0)
                : outputs(experiment).get(0);
        int samples = samples(experiment);
        int columns = samples <= MOST_SHOWN ? samples : 1;
        int rows = output.width() <= MOST_SHOWN ? output.width() : 1;
        double[] y = new double[rows * columns];
        int before = 0;
        for (Context context : experiment.contexts()) {
            Map<String, Matrix> targets = context.y();
            Matrix target = targets.getOrDefault(output.id(), Matrix.of(0, 0, new double[0]));
            for (int row = 0; row < Math.min(rows, target.rows()); row++) {
                for (int k = 0; k < target.columns() && before + k < columns; k++) {
                    y[row * columns + before + k] = target.at(row, k);
                }
            }
            before += context.samples();
        }
        List<String> items = items(experiment, columns);
        List<String> names = new ArrayList<>(List.of("all"));
        List<Integer> parents = new ArrayList<>(List.of(-1));
        for (String item : items) {
            names.add(item);
            parents.add(0);
        }
        return new World(
                items,
                output.properties().size() == rows ? output.properties() : numbered("has y", 1, rows),
                Matrix.of(rows, columns, y),
                new Tree(names, parents, columns),
                List.of(),
                true);
    }

    /** The names of the first samples of all contexts. */
    private static List<String> items(Experiment experiment, int most) {
        List<String> names = new ArrayList<>();
        for (Context context : experiment.contexts()) {
            boolean named = context.items().size() == context.samples();
            names.addAll(named ? context.items() : numbered("s", names.size() + 1, names.size() + context.samples()));
        }
        return names.size() == most ? names : numbered("s", 1, most);
    }

    private static List<String> numbered(String letter, int from, int to) {
        List<String> names = new ArrayList<>();
        for (int k = from; k <= to; k++) {
            names.add(letter + k);
        }
        return names;
    }
}
