package dynlab.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker posts is what the page shows. */
final class PacketTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=hierarchy",
                "scene=hierarchy&depth=0",
                "scene=hierarchy&depth=3&gamma=1",
                "scene=hierarchy&start=aligned&gamma=0.1",
                "scene=hierarchy&rate=0.02",
                "scene=hierarchy&features=40"
            })
    void aResultThatWasPackedAndUnpackedPacksToTheSameBits(String address) {
        Address read = Address.parse(address, new ExactDecimals());
        Result result = Runner.of(read.scene().experiment(read.config())).complete();
        Packet packet = Packet.of(result);
        Result back = packet.result();
        Packet again = Packet.of(back);
        assertArrayEquals(packet.numbers(), again.numbers());
        assertEquals(packet.words(), again.words());
        assertEquals(result.trajectory().digest(), back.trajectory().digest());
        assertEquals(result.trajectory().divergedAt(), back.trajectory().divergedAt());
        assertEquals(
                result.trajectory().series().keySet(),
                back.trajectory().series().keySet());
        assertEquals(result.modes().map(m -> m.blocks()), back.modes().map(m -> m.blocks()));
        assertEquals(
                result.prediction().map(p -> p.assumptions()), back.prediction().map(p -> p.assumptions()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void anUnfinishedRunPassesToo(int steps) {
        Address read = Address.parse("scene=hierarchy", new ExactDecimals());
        Runner runner = Runner.of(read.scene().experiment(read.config()));
        runner.advance(steps);
        Packet packet = Packet.of(runner.result());
        assertArrayEquals(packet.numbers(), Packet.of(packet.result()).numbers());
    }
}
