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

    /** What an address or the reader's choice calls them, as colours. */
    private static Palette of(String name) {
        if (name.equals("paper")) {
            return Palette.PAPER;
        }
        boolean known = name.equals("light") || name.equals("projector");
        boolean dark = name.equals("dark") || !known && Dom.matches("(prefers-color-scheme: dark)");
        return name.equals("projector") ? Palette.PROJECTOR : dark ? Palette.DARK : Palette.LIGHT;
    }

    /** What the page is dressed in. */
    public static Palette current() {
        return of(Dom.dataOf("palette").equals("paper") ? "paper" : Dom.dataOf("theme"));
    }

    /** Dresses the page and, through {@code canvases}, what is drawn. */
    public static void dress(String name, Consumer<Palette> canvases) {
        boolean printed = name.equals("paper");
        Dom.state("palette", printed ? "paper" : "");
        boolean known = name.equals("light") || name.equals("dark") || name.equals("projector");
        Dom.state("theme", printed ? "light" : known ? name : "auto");
        canvases.accept(of(name));
    }
}
