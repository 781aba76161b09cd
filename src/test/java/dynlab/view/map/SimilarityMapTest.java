package dynlab.view.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Runner;
import dynlab.measure.Likeness;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Layout;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the panel works out from inner products and means is what a file records of the hidden vectors themselves. */
final class SimilarityMapTest {
    @ParameterizedTest
    @EnumSource(Likeness.class)
    void everyMeasureOfLikenessIsTheRecordedOne(Likeness likeness) {
        Address address = Address.parse("scene=hierarchy&gamma=1&epochs=100", new ExactDecimals());
        Experiment lesson = address.scene().experiment(address.config());
        Quantity oracle = Quantity.of(likeness.word()).orElseThrow();
        Set<Quantity> quantities = EnumSet.copyOf(lesson.record().quantities());
        quantities.add(oracle);
        Experiment run = new Experiment(
                lesson.name(),
                lesson.description(),
                lesson.architecture(),
                lesson.contexts(),
                lesson.start(),
                lesson.training(),
                new RecordPlan(lesson.record().when(), quantities),
                false);
        Result result = Runner.of(run).complete();
        RunView story = new RunView(run, address.scene().world(address.config()), result);
        Frame frame = Frame.of(story, 50, new Frame.Asked(0, 0), Layout.Kind.WIDE, true)
                .alike(likeness);
        Series expected =
                result.trajectory().series(new SeriesKey(oracle, 1, 0)).orElseThrow();
        for (int record : new int[] {0, 50, 100}) {
            double[] shown = SimilarityMap.shown(frame, record);
            double most = 0;
            for (int i = 0; i < shown.length; i++) {
                most = Math.max(most, Math.abs(expected.values()[record * 64 + i]));
            }
            for (int i = 0; i < shown.length; i++) {
                assertEquals(expected.values()[record * 64 + i], shown[i], 1e-7 * most);
            }
        }
    }
}
