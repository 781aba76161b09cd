package dynlab.browser.share;

import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/** Width and height of a figure in somebody's page, in px. */
record EmbedSize(int width, int height) {
    /** Those of the hosts that courses use. */
    private static final List<EmbedSize> HOSTS = List.of(
            new EmbedSize(750, 450),
            new EmbedSize(600, 400),
            new EmbedSize(525, 450),
            new EmbedSize(854, 480),
            new EmbedSize(1024, 640),
            new EmbedSize(500, 300),
            new EmbedSize(343, 206));

    static EmbedSize usual() {
        return HOSTS.get(0);
    }

    /** A word for one of them in a menu; any other size has none. */
    String word() {
        return HOSTS.contains(this) ? width + "x" + height : "";
    }

    static Optional<EmbedSize> of(String word) {
        for (EmbedSize one : HOSTS) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Words of all, and the one of every other size. */
    static String[] words() {
        String[] words = new String[HOSTS.size() + 1];
        for (int k = 0; k < HOSTS.size(); k++) {
            words[k] = HOSTS.get(k).word();
        }
        words[HOSTS.size()] = "";
        return words;
    }

    /** What a person reads for each of the {@link #words}. */
    static String[] names() {
        return new String[] {
            Words.say("share.size.text"),
            Words.say("share.size.course"),
            Words.say("share.size.book"),
            Words.say("share.size.notebook"),
            Words.say("share.size.screen"),
            Words.say("share.size.column"),
            Words.say("share.size.phone"),
            Words.say("share.size.other")
        };
    }
}
