package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.run.Runner;
import dynlab.measure.Subject;
import dynlab.numeric.ExactDecimals;
import dynlab.view.AllViews;
import dynlab.view.Needs;
import dynlab.view.Views;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lesson records what its views draw, and nothing else: nobody pays for what nobody sees. */
final class RecordedTest {
    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    /** What the views of a scene want of each run, its own first. */
    private static final class Wanted {
        private final List<Set<Quantity>> needed = new ArrayList<>();
        private final List<Set<Quantity>> drawn = new ArrayList<>();
        private final List<Set<Quantity>> alongTime = new ArrayList<>();

        Wanted(Panels panels, int runs) {
            for (int k = 0; k < runs; k++) {
                needed.add(EnumSet.noneOf(Quantity.class));
                drawn.add(EnumSet.of(Quantity.LOSS));
                alongTime.add(EnumSet.of(Quantity.LOSS));
            }
            List<String> ids = new ArrayList<>(panels.centre());
            ids.add(panels.left());
            ids.addAll(panels.right());
            ids.addAll(panels.embed());
            ids.add("timeline");
            if (ids.contains("answer")) {
                ids.add("waterfall");
            }
            for (String id : ids) {
                int at = id.indexOf('@');
                int run = at < 0 ? 0 : Integer.parseInt(id.substring(at + 1));
                Needs needs = Views.of(id, AllViews.ALL).orElseThrow().needs();
                needed.get(run).addAll(needs.own());
                drawn.get(run).addAll(needs.own());
                drawn.get(run).addAll(needs.offers());
                for (int other = 0; other < runs; other++) {
                    drawn.get(other).addAll(other == run ? Set.of() : needs.others());
                    Set<Quantity> lines = EnumSet.noneOf(Quantity.class);
                    lines.addAll(other == run ? needs.own() : needs.others());
                    lines.addAll(other == run ? needs.offers() : Set.of());
                    lines.removeAll(needs.pictures());
                    alongTime.get(other).addAll(lines);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyRunOfALessonRecordsJustWhatItsViewsDraw(Scene scene) {
        List<SceneConfig> configs = new ArrayList<>();
        configs.add(SceneConfig.initial(scene.knobs()));
        for (Preset preset : scene.presets()) {
            configs.add(
                    Address.parse(preset.address(), new ExactDecimals(), scene).config());
        }
        for (Knob knob : scene.knobs()) {
            if (knob instanceof Knob.Choice choice) {
                choice.options()
                        .forEach(option ->
                                configs.add(SceneConfig.initial(scene.knobs()).with(knob.key(), option.word())));
            } else if (knob.key().equals("depth")) {
                configs.add(SceneConfig.initial(scene.knobs()).with("depth", 0));
            }
        }
        configs.forEach(config -> check(scene, config));
    }

    private static String said(Scene scene, SceneConfig config) {
        return new Address(scene, config, OptionalDouble.empty(), Map.of(), List.of()).format(new ExactDecimals());
    }

    private static void check(Scene scene, SceneConfig config) {
        List<Experiment> runs = new ArrayList<>();
        runs.add(scene.experiment(config));
        for (Companion companion : scene.companions(config)) {
            runs.add(companion.experiment());
        }
        Wanted wanted = new Wanted(scene.panels(config), runs.size());
        for (int k = 0; k < runs.size(); k++) {
            Set<Quantity> recorded = EnumSet.noneOf(Quantity.class);
            runs.get(k).record().quantities().stream()
                    .filter(q -> !q.afterwards())
                    .forEach(recorded::add);
            Set<Quantity> pictures = EnumSet.copyOf(recorded);
            pictures.removeAll(wanted.alongTime.get(k));
            Set<Quantity> coarse = EnumSet.noneOf(Quantity.class);
            coarse.addAll(runs.get(k).record().pictures());
            coarse.retainAll(recorded);
            // with no hidden layer the outputs stand in for its similarity in a run beside, and as curves in its own
            pictures.remove(Quantity.OUTPUTS);
            assertEquals(pictures, coarse, "run " + k + ": just what no view draws along time is recorded as pictures");
            Set<Quantity> idle = EnumSet.copyOf(recorded);
            idle.removeAll(wanted.drawn.get(k));
            assertTrue(
                    idle.isEmpty(), said(scene, config) + ": run " + k + " records " + idle + ", which no view draws");
            Set<Quantity> missing = EnumSet.copyOf(wanted.needed.get(k));
            missing.removeAll(recorded);
            int run = k;
            missing.removeIf(quantity -> cannot(scene, config, runs.get(run), quantity));
            assertTrue(
                    missing.isEmpty(),
                    said(scene, config) + ": run " + k + " does not record " + missing + ", which a view draws");
        }
    }

    /** What does not exist in this run, or is one of thousands of sampled features. */
    private static boolean cannot(Scene scene, SceneConfig config, Experiment run, Quantity quantity) {
        boolean many = scene.world(config).properties().size() > 64;
        Subject subject = new Subject(Runner.of(run).network(), run.contexts(), Optional::empty);
        return quantity == Quantity.OUTPUTS && many
                || quantity != Quantity.MODE_STRENGTH
                        && quantity.measure().on(subject).absent().isPresent();
    }
}
