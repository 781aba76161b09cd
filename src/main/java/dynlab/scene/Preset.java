package dynlab.scene;

/**
 * Settings with a name.
 *
 * @param name a few words for the menu
 * @param address knobs and look as in an address, without the scene
 */
public record Preset(String name, String address) {}
