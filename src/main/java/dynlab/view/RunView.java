package dynlab.view;

import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.LinearMap;
import dynlab.measure.SemanticQuestion;
import dynlab.measure.Stages;
import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import dynlab.task.World;
import dynlab.theory.Prediction;
import dynlab.theory.modes.Modes;
import dynlab.view.pen.Ink;
import dynlab.view.plot.EdgeGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run in the terms of its figures: curves as shares, degenerate modes as blocks, the level of the tree that each block
 * tells apart, and the stages at which it does. Computed once a run; a figure at time t only reads it.
 */
public final class RunView {
    private final Experiment experiment;
    private final World world;
    private final Result run;
    private final double horizon;
    private final double[] steps;
    private final double[] loss;
    private final double[] lossTheory;
    private final Optional<Prediction> theory;
    private final List<Block> blocks;
    private final List<Group> groups;
    private final List<Stage> stages;
    private final Optional<Series> strength;
    private final Optional<Series> outputs;
    private Optional<EdgeGroups> edgeGroups = Optional.empty();
    private Optional<SemanticQuestion> question = Optional.empty();
    private int questionProperty;
    private int questionItem;
    private int askedProperty = -1;
    private int askedItem = -1;
    private double[] answer = new double[0];
    private double[] answerTheory = new double[0];
    private final Map<String, Object> kept = new HashMap<>();

    /**
     * Modes that only mean something together.
     *
     * @param first number of its first mode, from 0
     * @param last number of its last mode
     * @param target where its strength goes: its singular value over the inputs' variance along it
     * @param level level of the tree that it tells apart; 0 = what all items share
     * @param group index of its group
     * @param ink the colour of that group, wherever it appears
     * @param strength mean strength at each record
     * @param theory the same foretold; empty where no theory applies
     */
    public record Block(
            int first, int last, double target, int level, int group, Ink ink, double[] strength, double[] theory) {
        /** "2" or "3–4". */
        public String number() {
            return RunView.number(first, last);
        }
    }

    /**
     * Neighbouring blocks of one level of the tree: one where the data have no noise; with noise their singular values
     * differ a little, and still they are one distinction to a reader.
     *
     * @param first index of its first block
     * @param last index of its last block
     * @param level level of the tree
     * @param number "2" or "3–4": its modes
     */
    public record Group(int first, int last, int level, String number) {}

    /**
     * A distinction is learned: the mean strength of a group passes half its height.
     *
     * @param step when
     * @param group index of the group
     * @param level level of the tree
     */
    public record Stage(double step, int group, int level) {}

    /**
     * @param experiment what is run
     * @param world what is learned
     * @param run its record, possibly unfinished
     */
    public RunView(Experiment experiment, World world, Result run) {
        this.experiment = experiment;
        this.world = world;
        this.run = run;
        horizon = experiment.training().steps();
        Trajectory trajectory = run.trajectory();
        double start = trajectory.count() > 0 && trajectory.loss(0) > 0 ? trajectory.loss(0) : 1;
        int count = usable(trajectory, start);
        steps = new double[count];
        loss = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = trajectory.step(i);
            loss[i] = trajectory.loss(i) / start;
        }
        strength = trajectory.series(SeriesKey.of(Quantity.MODE_STRENGTH));
        outputs = trajectory
                .first(Quantity.OUTPUTS)
                .filter(o -> o.rows() == world.properties().size()
                        && o.columns() == world.items().size());
        theory = applicable(run.prediction());
        lossTheory = theory.map(p -> shares(p, start)).orElseGet(() -> new double[0]);
        groups = new ArrayList<>();
        blocks = findBlocks();
        stages = findStages();
    }

    /** Of a run that diverged, what was good: the records before the loss left the picture. */
    private static int usable(Trajectory trajectory, double start) {
        int count = trajectory.count();
        while (trajectory.divergedAt().isPresent() && count > 1 && trajectory.loss(count - 1) > 2 * start) {
            count--;
        }
        return count;
    }

    /** The first theory that foretells mode strengths, or else any that foretells the loss, or else the first. */
    private static Optional<Prediction> applicable(Optional<Prediction> first) {
        if (first.isEmpty()) {
            return first;
        }
        List<Prediction> all = new ArrayList<>();
        all.add(first.get());
        all.addAll(first.get().also());
        for (Prediction prediction : all) {
            if (prediction.modeStrength().isPresent() && prediction.loss().length > 0) {
                return Optional.of(prediction);
            }
        }
        for (Prediction prediction : all) {
            if (prediction.loss().length > 0) {
                return Optional.of(prediction);
            }
        }
        return first;
    }

    private double[] shares(Prediction prediction, double start) {
        double[] shares = prediction.loss();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= start;
        }
        return shares.length >= steps.length ? Arrays.copyOf(shares, steps.length) : new double[0];
    }

    private List<Block> findBlocks() {
        List<Block> found = new ArrayList<>();
        if (run.modes().isEmpty() || strength.isEmpty()) {
            return found;
        }
        Modes modes = run.modes().get();
        double[] s = modes.s();
        double[] targets = targets(modes);
        Optional<Matrix> foretold = theory.flatMap(Prediction::modeStrength).filter(m -> m.rows() >= steps.length);
        List<List<Integer>> meaningful = new ArrayList<>();
        for (List<Integer> block : modes.blocks()) {
            // a mode of no strength is no distinction
            if (s[block.get(0)] > 1e-9 * s[0]) {
                meaningful.add(block);
            }
        }
        findGroups(modes, meaningful);
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            for (int b = group.first(); b <= group.last(); b++) {
                List<Integer> block = meaningful.get(b);
                int first = block.get(0);
                int last = block.get(block.size() - 1);
                double[] mean = new double[steps.length];
                double[] theory = new double[foretold.isPresent() ? steps.length : 0];
                for (int i = 0; i < steps.length; i++) {
                    for (int mode = first; mode <= last; mode++) {
                        mean[i] += strength.get().values()[i * strength.get().size() + mode] / block.size();
                        if (foretold.isPresent()) {
                            theory[i] += foretold.get().at(i, mode) / block.size();
                        }
                    }
                }
                Ink ink = Ink.mode(g, groups.size());
                found.add(new Block(first, last, targets[first], group.level(), g, ink, mean, theory));
            }
        }
        return found;
    }

    /** Where each mode's strength goes: s / d, d = vᵀ Σ^xx v; s where the inputs are white. */
    private double[] targets(Modes modes) {
        double[] targets = modes.s();
        String input = experiment
                .architecture()
                .nodes()
                .get(LinearMap.first(experiment.architecture(), Role.INPUT))
                .id();
        for (int k = 0; k < targets.length; k++) {
            double[] v = modes.v().column(k);
            double variance = 0;
            for (Context context : experiment.contexts()) {
                Matrix x = context.x().get(input);
                if (context.train() && x != null) {
                    double[] along = Vectors.times(x.transpose(), v);
                    double[] weights = context.weights();
                    for (int i = 0; i < along.length; i++) {
                        variance += weights[i] * along[i] * along[i];
                    }
                }
            }
            if (variance > 1e-12 && Math.abs(variance - 1) > 1e-9) {
                targets[k] /= variance;
            }
        }
        return targets;
    }

    private void findGroups(Modes modes, List<List<Integer>> blocks) {
        int b = 0;
        while (b < blocks.size()) {
            int level = level(modes, blocks.get(b));
            int last = b;
            // where no tree is known every block stands for itself
            while (hasLevels() && last + 1 < blocks.size() && level(modes, blocks.get(last + 1)) == level) {
                last++;
            }
            int from = blocks.get(b).get(0);
            int to = blocks.get(last).get(blocks.get(last).size() - 1);
            groups.add(new Group(b, last, level, number(from, to)));
            b = last + 1;
        }
    }

    private static String number(int first, int last) {
        return first == last ? Integer.toString(first + 1) : (first + 1) + "–" + (last + 1);
    }

    /** The level of the tree that most modes of a block belong to; inside a block single modes are arbitrary. */
    private int level(Modes modes, List<Integer> block) {
        if (!hasLevels()) {
            return 0;
        }
        int[] votes = new int[world.levels().size() + 1];
        int best = 0;
        for (int mode : block) {
            int level = Math.min(world.levelOf(modes.v().column(mode)), votes.length - 1);
            votes[level]++;
            best = votes[level] > votes[best] ? level : best;
        }
        return best;
    }

    /** When each group of blocks passes half its height. */
    private List<Stage> findStages() {
        List<Stage> found = new ArrayList<>();
        if (blocks.isEmpty()) {
            return found;
        }
        List<List<Integer>> modes = new ArrayList<>();
        for (Group group : groups) {
            List<Integer> all = new ArrayList<>();
            for (int mode = blocks.get(group.first()).first();
                    mode <= blocks.get(group.last()).last();
                    mode++) {
                all.add(mode);
            }
            modes.add(all);
        }
        Series all = strength.orElseThrow();
        double[] values = Arrays.copyOf(all.values(), steps.length * all.size());
        Matrix strengths = Matrix.of(steps.length, all.size(), values);
        List<Stages.Stage> halves = Stages.of(
                        steps, strengths, targets(run.modes().orElseThrow()), modes)
                .stages();
        for (int g = 0; g < halves.size(); g++) {
            if (halves.get(g).halfTime().isPresent()) {
                found.add(new Stage(
                        halves.get(g).halfTime().getAsDouble(), g, groups.get(g).level()));
            }
        }
        found.sort((p, q) -> Double.compare(p.step(), q.step()));
        return found;
    }

    public World world() {
        return world;
    }

    /** What a view works out of the whole run: once, under a name of its own, however often it is drawn. */
    @SuppressWarnings("unchecked")
    public <T> T once(String name, Function<RunView, T> work) {
        Object known = kept.get(name);
        if (known == null) {
            known = work.apply(this);
            kept.put(name, known);
        }
        return (T) known;
    }

    /** Edges that play the same part, found when they are first drawn. */
    public List<EdgeGroups.Group> edgeGroups() {
        if (edgeGroups.isEmpty()) {
            edgeGroups = Optional.of(new EdgeGroups(this));
        }
        return edgeGroups.get().groups();
    }

    /** Whether the items hang on a tree that has words for its levels; only then are they the network's inputs. */
    public boolean hasLevels() {
        return !world.levels().isEmpty();
    }

    public Result run() {
        return run;
    }

    /** What is run. */
    public Experiment experiment() {
        return experiment;
    }

    /** Last step of the finished run. */
    public double horizon() {
        return horizon;
    }

    /** Recorded steps, ascending. */
    public double[] steps() {
        return steps;
    }

    /** Loss at each record as a share of the first. */
    public double[] loss() {
        return loss;
    }

    /** The same foretold; empty where no theory applies. */
    public double[] lossTheory() {
        return lossTheory;
    }

    /** The theory that is drawn, with its assumptions; absent if none was asked for. */
    public Optional<Prediction> theory() {
        return theory;
    }

    /** Strongest first; empty where the network has no single linear map. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Blocks of one level each. */
    public List<Group> groups() {
        return groups;
    }

    /** In the order in which they come. */
    public List<Stage> stages() {
        return stages;
    }

    /** How many stages have been passed at a step. */
    public int stagesBy(double step) {
        int passed = 0;
        for (Stage stage : stages) {
            if (stage.step() <= step) {
                passed++;
            }
        }
        return passed;
    }

    /** The colour of the distinctions on a level of the tree. */
    public Ink levelInk(int level) {
        for (Block block : blocks) {
            if (block.level() == level) {
                return block.ink();
            }
        }
        return Ink.INK_3;
    }

    /** A curve's value at any step, between records on the straight line. */
    public double at(double[] curve, double step) {
        if (curve.length == 0) {
            return 0;
        }
        int i = Math.min(run.trajectory().indexAt(step), curve.length - 1);
        if (i + 1 >= curve.length || step <= steps[i]) {
            return curve[i];
        }
        double share = (step - steps[i]) / (steps[i + 1] - steps[i]);
        return curve[i] + share * (curve[i + 1] - curve[i]);
    }

    /** The record at or before a step; −1 if there is none yet. */
    public int record(double step) {
        return Math.min(run.trajectory().indexAt(step), steps.length - 1);
    }

    /**
     * A picture at a step: as recorded at or before it, or, of what was taken at some records alone, between the nearest two
     * on the straight line.
     */
    public Series now(Series series, double step) {
        int i = record(step);
        int size = series.size();
        double[] values = series.matrix(i);
        int next = series.place(i) + 1;
        if (next < series.held().length && series.held()[next] < steps.length) {
            double from = steps[series.held()[next - 1]];
            double share = Math.max(0, Math.min(1, (step - from) / (steps[series.held()[next]] - from)));
            for (int k = 0; k < size; k++) {
                values[k] += share * (series.values()[next * size + k] - values[k]);
            }
        }
        return new Series(series.rows(), series.columns(), values);
    }

    /** Whether the record goes as far as a step. */
    public boolean reaches(double step) {
        return steps.length > 0 && step <= steps[steps.length - 1];
    }

    /** First step whose loss was not finite; −1 if there was none. */
    public int divergedAt() {
        return run.trajectory().divergedAt().orElse(-1);
    }

    /** The ancestor of an item at a depth of the tree, or the item itself where it hangs higher. */
    public int ancestor(int item, int depth) {
        int node = world.tree().leaf(item);
        while (world.tree().depth(node) > depth) {
            node = world.tree().parents().get(node);
        }
        return node;
    }

    /** What counts as a full “yes” to a property. */
    public double unit(int property) {
        double most = 0;
        for (int item = 0; item < world.items().size(); item++) {
            most = Math.max(most, Math.abs(world.y().at(property, item)));
        }
        return most > 0 ? most : 1;
    }

    /** Whether a property has a “no” below zero; otherwise zero is its no. */
    public boolean signed(int property) {
        for (int item = 0; item < world.items().size(); item++) {
            if (world.y().at(property, item) < 0) {
                return true;
            }
        }
        return false;
    }

    public double truth(int property, int item) {
        return world.y().at(property, item) / unit(property);
    }

    /** What the network says of every item and property at each record: properties × items. */
    public Optional<Series> outputs() {
        return outputs;
    }

    /**
     * The network's output at a record: as recorded, or else Σ over modes of u a v, which leaves out the part of its map
     * outside the modes.
     */
    public double says(int record, int property, int item) {
        if (outputs.isPresent()) {
            return outputs.get().at(record, property, item);
        }
        double sum = 0;
        for (Block block : hasLevels() ? blocks : List.<Block>of()) {
            sum += sum(block, property, item, record);
        }
        return sum;
    }

    /** What the network says, 1 = yes, at each record; empty if neither outputs nor modes were recorded. */
    public double[] answer(int property, int item) {
        recall(property, item);
        return answer;
    }

    /** The same foretold, Σ over modes of u a v; empty where no theory applies. */
    public double[] answerTheory(int property, int item) {
        recall(property, item);
        return answerTheory;
    }

    /** The last question is remembered: a picture asks it many times. */
    private void recall(int property, int item) {
        if (property == askedProperty && item == askedItem) {
            return;
        }
        askedProperty = property;
        askedItem = item;
        boolean known = outputs.isPresent() || hasLevels() && !blocks.isEmpty();
        boolean foretold = hasLevels() && !blocks.isEmpty() && blocks.get(0).theory().length > 0;
        answer = new double[known ? steps.length : 0];
        answerTheory = new double[foretold ? steps.length : 0];
        double unit = unit(property);
        for (int i = 0; i < answer.length; i++) {
            answer[i] = says(i, property, item) / unit;
        }
        for (Block block : foretold ? blocks : List.<Block>of()) {
            double share = share(block, property, item);
            for (int i = 0; i < answerTheory.length; i++) {
                answerTheory[i] += share * block.theory()[i];
            }
        }
    }

    /** What one block adds to an answer for each unit of its mean strength. */
    public double share(Block block, int property, int item) {
        return question(property, item).perStrength(block.first(), block.last()) / unit(property);
    }

    /** What one block adds to an answer at a step, each of its modes with its own strength. */
    public double contribution(Block block, int property, int item, double step) {
        return sum(block, property, item, record(step)) / unit(property);
    }

    private double sum(Block block, int property, int item, int record) {
        Series strengths = strength.orElseThrow();
        int at = record * strengths.size();
        return question(property, item).contribution(block.first(), block.last(), strengths.values(), at);
    }

    /** The last question is kept: all blocks are asked the same. */
    private SemanticQuestion question(int property, int item) {
        if (question.isEmpty() || property != questionProperty || item != questionItem) {
            Modes modes = run.modes().orElseThrow();
            double[] truth = world.y().row(property);
            question = Optional.of(SemanticQuestion.of(item, truth, modes.s(), modes.v(), modes.blocks()));
            questionProperty = property;
            questionItem = item;
        }
        return question.get();
    }

    /**
     * The largest departure of the run from its theory: of any block's strength as a share of its target, or of the loss
     * as a share of the first where strengths are not foretold; −1 where no theory applies.
     */
    public double gap() {
        double gap = -1;
        for (Block block : blocks) {
            for (int i = 0; i < block.theory().length; i++) {
                gap = Math.max(gap, Math.abs(block.strength()[i] - block.theory()[i]) / block.target());
            }
        }
        if (gap < 0) {
            for (int i = 0; i < lossTheory.length; i++) {
                gap = Math.max(gap, Math.abs(loss[i] - lossTheory[i]));
            }
        }
        return gap;
    }

    /** Hidden layers whose similarity was recorded, as keys of the trajectory. */
    public List<SeriesKey> layers() {
        List<SeriesKey> layers = new ArrayList<>();
        for (SeriesKey key : run.trajectory().series().keySet()) {
            if (key.quantity() == Quantity.SIMILARITY) {
                layers.add(key);
            }
        }
        return layers;
    }
}
