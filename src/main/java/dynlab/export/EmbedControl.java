package dynlab.export;

import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Something of a figure in somebody's page that can be hidden or locked there.
 *
 * @param word the word of {@code hide} and {@code lock}
 * @param label what a person reads
 */
public record EmbedControl(String word, String label) {
    /** The parts that every figure may have. */
    public static List<EmbedControl> parts() {
        return List.of(
                new EmbedControl("scene", Words.say("export.embed.title")),
                new EmbedControl("question", Words.say("export.embed.question")),
                new EmbedControl("guess", Words.say("export.embed.guess")),
                new EmbedControl("narrator", Words.say("export.embed.narrator")),
                new EmbedControl("play", Words.say("export.embed.play")),
                new EmbedControl("step", Words.say("export.embed.step")),
                new EmbedControl("speed", Words.say("export.embed.speed")),
                new EmbedControl("time", Words.say("export.embed.time")),
                new EmbedControl("reading", Words.say("export.embed.reading")),
                new EmbedControl("edit", Words.say("export.embed.edit")),
                new EmbedControl("layer", Words.say("export.embed.layer")),
                new EmbedControl("theory", Words.say("export.embed.theory")),
                new EmbedControl("knobs", Words.say("export.embed.knobs")),
                new EmbedControl("compare", Words.say("export.embed.compare")),
                new EmbedControl("share", Words.say("export.embed.share")),
                new EmbedControl("open", Words.say("export.embed.open")));
    }

    /** The settings of a lesson that have a control. */
    public static List<EmbedControl> settings(Scene scene) {
        List<EmbedControl> all = new ArrayList<>();
        for (Knob knob : scene.knobs()) {
            if (!(knob instanceof Knob.Text)) {
                all.add(new EmbedControl(knob.key(), knob.label()));
            }
        }
        return all;
    }
}
