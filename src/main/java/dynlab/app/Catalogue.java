package dynlab.app;

import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import java.util.List;

/**
 * What a program knows: its scenes, and how it reads numbers.
 *
 * @param scenes all of them
 * @param home the scene where an address names none
 * @param decimals decimal text
 */
public record Catalogue(List<Scene> scenes, Scene home, Decimals decimals) {
    public Catalogue {
        scenes = List.copyOf(scenes);
    }

    /** What an address means here. */
    public Address parse(String text) {
        return Address.parse(text, decimals, home, scenes);
    }

    /** Scene and settings as they stand in an address. */
    public String bare(Address address) {
        return address.bare(decimals);
    }
}
