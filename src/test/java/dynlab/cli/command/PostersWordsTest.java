package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.file.Packet;
import dynlab.experiment.run.Runner;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.words.WordFile;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A page has no file of words: the record that it opens with says what theory says in words, not by keys. */
final class PostersWordsTest {
    @Test
    void noWordOfARecordIsAKey() {
        Set<String> keys = WordFile.of(WordFile.ENGLISH).keySet();
        Scene routing = Scenes.byId("routing").orElseThrow();
        Experiment aligned =
                routing.companions(SceneConfig.initial(routing.knobs())).get(0).experiment();
        Result run = Runner.of(aligned).complete();
        Packet packet = Packet.of(run);
        assertTrue(packet.words().stream().anyMatch(keys::contains), "nothing to be put into words");
        Packet spoken = PostersCommand.spoken(packet);
        assertFalse(spoken.words().stream().anyMatch(keys::contains));
        assertEquals(run.trajectory().digest(), spoken.result().trajectory().digest());
    }
}
