package dynlab.scene;

import java.util.List;

/** A lesson whose description and knobs are the same for everybody. */
abstract class LessonScene implements Scene {
    private final About about;
    private final List<Knob> knobs;

    LessonScene(About about, List<Knob> knobs) {
        this.about = about;
        this.knobs = List.copyOf(knobs);
    }

    @Override
    public final About about() {
        return about;
    }

    @Override
    public final List<Knob> knobs() {
        return knobs;
    }
}
