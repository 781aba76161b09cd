package dynlab.export;

import dynlab.scene.Address;
import dynlab.scene.FurtherSeeds;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a figure looks in somebody's page.
 *
 * @param hidden words of controls that are not there
 * @param locked words of controls that are there and hold what they show
 * @param theme light, dark or projector; empty to go with the reader's system
 * @param time the step at which it opens; where the lesson opens if there is none
 * @param plays whether it plays by itself
 */
public record EmbedLook(List<String> hidden, List<String> locked, String theme, OptionalDouble time, boolean plays) {
    public EmbedLook {
        hidden = List.copyOf(hidden);
        locked = List.copyOf(locked);
    }

    /** The address of what is shown with this look and no other, without what belongs to a reader: guess and digest. */
    public Address of(Address shown) {
        Address plain = new Address(shown.scene(), shown.config(), time, shown.look(), List.of());
        return plain.looking("hide", String.join(",", hidden))
                .looking("lock", String.join(",", locked))
                .looking("theme", theme)
                .looking("autoplay", plays ? "1" : "")
                .looking("guess", "")
                .looking("digest", "")
                .looking("pins", "")
                .looking(FurtherSeeds.KEY, "")
                .looking("resize", "")
                .looking("backend", "");
    }
}
