package dynlab.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import org.junit.jupiter.api.Test;

final class PosterTest {
    @Test
    void aPosterHoldsTheRunToElevenBitsAndItsWholeNumbersAndWordsExactly() {
        Scene scene = Scenes.ALL.get(0);
        Result result =
                Runner.of(scene.experiment(SceneConfig.initial(scene.knobs()))).complete();
        Packet packet = Packet.of(result);
        Packet again = Poster.decode(Poster.encode(packet, result));
        assertEquals(packet.words(), again.words());
        double[] before = packet.numbers();
        double[] after = again.numbers();
        assertEquals(before.length, after.length);
        for (int i = 0; i < before.length; i++) {
            if (Double.isNaN(before[i])) { // what was not measured
                assertEquals(before[i], after[i]);
                continue;
            }
            double spacing = Math.max(Math.abs(before[i]), 1e-37) * 0x1p-11; // singles end at 1e-38
            assertEquals(before[i], after[i], spacing);
            if (before[i] == Math.rint(before[i]) && Math.abs(before[i]) < 65536) {
                assertEquals(before[i], after[i], 0);
            }
        }
        assertEquals(
                packet.result().trajectory().digest(),
                again.result().trajectory().digest());
    }

    /** Of a block that ends behind the last number. */
    private static byte[] badBlock() {
        byte[] bytes = new byte[4 + 4 + 12 + 3];
        bytes[7] = 1; // one block
        bytes[15] = 2; // two records
        bytes[19] = 1; // of one number
        return bytes;
    }

    @Test
    void otherBytesAreRefused() {
        for (byte[] bytes :
                new byte[][] {{}, {1, 2, 3}, {127, 0, 0, 0, 1}, {0, 0, 0, 0, 1}, {0, 0, 0, 0, 127, 0, 0, 0}, badBlock()
                }) {
            assertThrows(IllegalArgumentException.class, () -> Poster.decode(bytes));
        }
    }
}
