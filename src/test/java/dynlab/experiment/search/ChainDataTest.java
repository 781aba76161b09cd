package dynlab.experiment.search;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.Reference;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import org.junit.jupiter.api.Test;

final class ChainDataTest {
    @Test
    void graphsThatAreNoReluChainAreRefused() {
        Experiment twin = Reference.of("ctx3_diff_gdln_dropone").experiment();
        assertThrows(Refused.class, () -> ChainData.of(twin));
        Experiment linear = Reference.of("dln_toy_small_random").experiment();
        assertThrows(Refused.class, () -> ChainData.of(linear));
    }
}
