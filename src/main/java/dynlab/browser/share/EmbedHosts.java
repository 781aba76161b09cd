package dynlab.browser.share;

import dynlab.export.Snippet;
import dynlab.words.Words;

/** What a person calls the pages into which a figure can be pasted. */
final class EmbedHosts {
    private EmbedHosts() {}

    /** One each, in the order of the kinds. */
    static String[] names() {
        Snippet[] all = Snippet.values();
        String[] names = new String[all.length];
        for (int k = 0; k < all.length; k++) {
            names[k] = name(all[k]);
        }
        return names;
    }

    private static String name(Snippet kind) {
        return switch (kind) {
            case IFRAME -> Words.say("share.host.iframe");
            case DYN_LAB -> Words.say("share.host.element");
            case MYST -> Words.say("share.host.myst");
            case JUPYTER -> Words.say("share.host.jupyter");
            case QUARTO -> Words.say("share.host.quarto");
            case MOODLE -> Words.say("share.host.moodle");
            case CANVAS -> Words.say("share.host.canvas");
            case LINK -> Words.say("share.host.link");
        };
    }
}
