package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.theory.modes.CouplingCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deep linear lessons can show how well their layers are aligned, and look as ever where nobody asks for it. */
final class AlignmentPanelTest {
    private static Address address(String text) {
        return Address.parse(text, new ExactDecimals());
    }

    private static Experiment experiment(Address address) {
        return address.scene().experiment(address.config());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "shark", "init-scale"})
    void itIsThereWhereItIsAskedForAndOnlyThere(String scene) {
        Address usual = address("scene=" + scene);
        Address asked = address("scene=" + scene + "&beside=alignment");
        assertFalse(usual.scene().panels(usual.config()).right().contains("alignment"));
        assertTrue(asked.scene().panels(asked.config()).right().contains("alignment"));
        assertFalse(experiment(usual).record().quantities().contains(Quantity.ALIGNMENT));
        assertTrue(experiment(asked).record().quantities().contains(Quantity.ALIGNMENT));
    }

    /** From a tiny start modes of one level couple while they rise, as much and when theory says. */
    @Test
    void theCouplingHasItsPeakWhereTheoryForetellsIt() {
        Result result = Runner.of(experiment(address("scene=hierarchy&beside=alignment")))
                .complete();
        double[] foretold = result.layers().coupling();
        int expected = CouplingCurve.peak(foretold);
        assertTrue(expected > 0);
        Series alignment =
                result.trajectory().series(SeriesKey.of(Quantity.ALIGNMENT)).orElseThrow();
        double[] seen = new double[foretold.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = alignment.at(i, 0, 0);
            // before the first modes have grown the map is what the start happens to be
            assertEquals(foretold[i], seen[i], result.trajectory().step(i) < 130 ? 1 : 2e-3);
        }
        int peak = CouplingCurve.peak(seen);
        assertEquals(result.trajectory().step(expected), result.trajectory().step(peak), 1);
    }
}
