package dynlab.scene;

import dynlab.task.World;
import java.util.List;
import java.util.Optional;

/** A world of the reader's own in the place of a lesson's: on the pages that can read one, an {@link OwnTable}. */
public interface OwnWorld {
    /** For pages that know none, so that they carry no reader. */
    OwnWorld NONE = new OwnWorld() {
        @Override
        public List<Knob> with(List<Knob> knobs) {
            return knobs;
        }

        @Override
        public Optional<World> world(SceneConfig config) {
            return Optional.empty();
        }

        @Override
        public Lesson lesson(Lesson usual) {
            return usual;
        }
    };

    /** The knobs of a lesson, and the one that holds the table. */
    List<Knob> with(List<Knob> knobs);

    /** The reader's own world, if the settings hold one. */
    Optional<World> world(SceneConfig config);

    /** What stands over the figures of it. */
    Lesson lesson(Lesson usual);
}
