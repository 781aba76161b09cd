package dynlab.browser.dom;

import dynlab.scene.Address;
import dynlab.view.pen.Palette;
import java.util.function.Consumer;

/** Light, dark, or for a projector; or the colours of printed figures. */
public final class Theme {
    private Theme() {}

    /** What an address asks for, or else what was chosen last; an embed looks as its host says, not as its reader chose elsewhere. */
    public static String wanted(Address address, boolean embed) {
        return address.look().containsKey("palette")
                ? "paper"
                : address.look().getOrDefault("theme", embed ? "auto" : ViewMenu.current());
    }

    /** Dresses the page and, through {@code canvases}, what is drawn. */
    public static void dress(String name, Consumer<Palette> canvases) {
        boolean printed = name.equals("paper");
        Dom.state("palette", printed ? "paper" : "");
        boolean known = name.equals("light") || name.equals("dark") || name.equals("projector");
        Dom.state("theme", printed ? "light" : known ? name : "auto");
        boolean dark = name.equals("dark") || !known && !printed && Dom.matches("(prefers-color-scheme: dark)");
        Palette palette = name.equals("projector") ? Palette.PROJECTOR : dark ? Palette.DARK : Palette.LIGHT;
        canvases.accept(printed ? Palette.PAPER : palette);
    }
}
