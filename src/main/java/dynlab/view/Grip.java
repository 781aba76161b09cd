package dynlab.view;

import java.util.List;

/** What a hand has taken hold of in a view: a ball, a point of a map, a picture to choose. It says what settings it means. */
@FunctionalInterface
public interface Grip {
    /** The settings that the hand means at a point of the view, in the same px. */
    List<Setting> at(double x, double y);

    /**
     * A knob and its value.
     *
     * @param knob its word in the address
     * @param number its value, where it is a number
     * @param word its value, where it is a word; else empty
     */
    record Setting(String knob, double number, String word) {
        public static Setting of(String knob, double number) {
            return new Setting(knob, number, "");
        }

        public static Setting of(String knob, String word) {
            return new Setting(knob, 0, word);
        }
    }

    /** A choice, the same wherever the hand goes then. */
    static Grip choosing(String knob, String word) {
        return (x, y) -> List.of(Setting.of(knob, word));
    }
}
