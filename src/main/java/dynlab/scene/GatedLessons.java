package dynlab.scene;

import dynlab.architecture.Pathways;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.task.GatedTask;
import dynlab.task.Level;
import dynlab.task.Routing;
import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.words.Phrase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the lessons about routes share: four items with seven properties, and a gated linear network on them. */
final class GatedLessons {
    private GatedLessons() {}

    /** What every route has to say. */
    static World world() {
        List<String> items = List.of("item 1", "item 2", "item 3", "item 4");
        List<String> properties = List.of("all", "first two", "last two", "only 1", "only 2", "only 3", "only 4");
        Tree tree = new Tree(
                List.of("all", "first two", "last two", "item 1", "item 2", "item 3", "item 4"),
                List.of(-1, 0, 0, 1, 1, 2, 2),
                4);
        List<Level> levels = List.of(
                new Level(
                        Phrase.of("scene.gated-lessons.all-share"),
                        Phrase.of("scene.gated-lessons.all-share-learned"),
                        Phrase.of("scene.gated-lessons.says-all-items")),
                new Level(
                        Phrase.of("scene.gated-lessons.pairs"),
                        Phrase.of("scene.gated-lessons.two-pairs-part"),
                        Phrase.of("scene.gated-lessons.tells-two-pairs")),
                new Level(
                        Phrase.of("scene.gated-lessons.each-item"),
                        Phrase.of("scene.gated-lessons.each-item-stands"),
                        Phrase.of("scene.gated-lessons.tells-each-item")));
        return new World(items, properties, Routing.targets(), tree, levels, true);
    }

    /** The same run with singular values along its first path only, where all paths do the same. */
    static Experiment alongOnePath(Experiment run) {
        Set<Integer> edges =
                Set.copyOf(Pathways.list(run.architecture()).orElseThrow().get(0));
        return new Experiment(
                run.name(),
                run.description(),
                run.architecture(),
                run.contexts(),
                run.start(),
                run.training(),
                run.record().of(edges),
                run.theory());
    }

    /** A run of a task with so many steps of the authors' learning rate. */
    static Experiment experiment(
            Scene scene, GatedTask task, Init init, double rate, int epochs, Set<Quantity> recorded) {
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS);
        quantities.addAll(recorded);
        return new Experiment(
                scene.id(),
                scene.summary(),
                task.architecture(),
                task.contexts(),
                new Start.Drawn(init),
                new Training(rate, 1, epochs),
                new RecordPlan(new RecordPlan.When.Adaptive(), quantities).picturing(Set.of(Quantity.INPUT_SIMILARITY)),
                init instanceof Init.Aligned);
    }
}
