package dynlab.app;

import dynlab.numeric.ExactDecimals;
import dynlab.scene.Knob;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A walk over the application in the language that is spoken: what it does, and apart from that what it says. */
public final class WalkInWords {
    private WalkInWords() {}

    /** What happens in a walk, a line an event, without a word of any language. */
    public static List<String> deeds(int seed, int events) {
        List<String> deeds = new ArrayList<>();
        LaboratoryWalk walk = new LaboratoryWalk(seed);
        Turn turn = walk.open();
        for (int k = 0; k < events; k++) {
            Event event = walk.next(turn.state());
            turn = walk.noted(walk.laboratory().on(turn.state(), event));
            LabState state = turn.state();
            List<String> effects = turn.effects().stream()
                    .map(effect -> effect.getClass().getSimpleName())
                    .toList();
            deeds.add(event.getClass().getSimpleName() + " "
                    + state.address().scene().id() + " "
                    + state.address().format(new ExactDecimals()) + " "
                    + state.computing().phase() + " "
                    + state.computing().request() + " " + state.gaze().step() + " " + state.asked() + " "
                    + state.guess()
                    + " " + state.notices().all().size() + " " + state.notices().last() + " "
                    + TheoryWords.of(state).mood() + " " + effects);
        }
        return deeds;
    }

    /** All that is said in a walk, each thing once. */
    public static Set<String> said(int seed, int events) {
        Set<String> said = new LinkedHashSet<>();
        LaboratoryWalk walk = new LaboratoryWalk(seed);
        Turn turn = walk.open();
        for (int k = 0; k < events; k++) {
            LabState before = turn.state();
            turn = walk.noted(walk.laboratory().on(before, walk.next(before)));
            LabState state = turn.state();
            Narration narration = Narrator.of(state);
            said.addAll(List.of(narration.stage(), narration.happened(), narration.because(), Spoken.finished(state)));
            TheoryWords theory = TheoryWords.of(state);
            said.addAll(List.of(theory.badge(), theory.means(), theory.whose()));
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
