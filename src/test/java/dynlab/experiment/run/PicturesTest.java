package dynlab.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.Packet;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked at as pictures is recorded more rarely, and is otherwise what it would have been. */
final class PicturesTest {
    private static Experiment lesson(String scene, String knob, double value) {
        return Scenes.ALL.stream()
                .filter(s -> s.id().equals(scene))
                .findFirst()
                .map(s -> s.experiment(SceneConfig.initial(s.knobs()).with(knob, value)))
                .orElseThrow();
    }

    private static Experiment recorded(Experiment e, RecordPlan plan) {
        return new Experiment(
                e.name(), e.description(), e.architecture(), e.contexts(), e.start(), e.training(), plan, false);
    }

    /** Short runs, long ones, and steps of another size. */
    @ParameterizedTest
    @CsvSource({
        "xor,epochs,100,WEIGHTS",
        "xor,epochs,1000,WEIGHTS",
        "xor,rate,0.9,WEIGHTS",
        "hierarchy,epochs,250,SIMILARITY",
        "hierarchy,epochs,5000,SIMILARITY",
        "shark,rate,0.008,SIMILARITY"
    })
    void picturesAreThoseOfTheFullRecordAndNoLossIsLeftOut(String scene, String knob, double value, Quantity quantity) {
        Experiment coarse = lesson(scene, knob, value);
        Experiment full = recorded(coarse, coarse.record().picturing(Set.of()));
        Trajectory some = Runner.of(coarse).complete().trajectory();
        Trajectory all = Runner.of(full).complete().trajectory();
        assertArrayEquals(all.steps(), some.steps());
        assertArrayEquals(all.losses(), some.losses());
        assertEquals(all.digest(), some.digest());
        int found = 0;
        for (SeriesKey key : all.series().keySet()) {
            Series every = all.series().get(key);
            Series few = some.series().get(key);
            if (key.quantity() != quantity) {
                continue;
            }
            found++;
            assertTrue(few.count() <= RecordPlan.When.Adaptive.PICTURES, "pictures: " + few.count());
            assertTrue(few.count() >= 20, "pictures: " + few.count());
            assertEquals(few.count(), few.held().length);
            assertEquals(0, few.held()[0]);
            assertEquals(all.count() - 1, few.held()[few.count() - 1], "the end has its picture");
            int size = few.size();
            for (int k = 0; k < few.count(); k++) {
                int record = few.held()[k];
                assertArrayEquals(
                        Arrays.copyOfRange(every.values(), record * size, (record + 1) * size),
                        Arrays.copyOfRange(few.values(), few.start(record), few.start(record) + size));
            }
        }
        assertTrue(found > 0);
    }

    @ParameterizedTest
    @CsvSource({"2", "7", "80"})
    void aThinnedRecordAndAPacketKeepThePictures(int most) {
        Experiment coarse = lesson("xor", "epochs", 300);
        Trajectory whole = Runner.of(coarse).complete().trajectory();
        int[] kept = Trajectory.evenly(whole.count(), most);
        SeriesKey key = new SeriesKey(Quantity.WEIGHTS, 0, 0);
        Series before = whole.series().get(key);
        Series after = before.at(kept);
        for (int i = 0; i < kept.length; i++) {
            for (int u = 0; u < before.rows(); u++) {
                assertEquals(before.at(kept[i], u, 1), after.at(i, u, 1));
            }
        }
        Series arrived = Packet.of(Runner.of(coarse).complete())
                .result()
                .trajectory()
                .series()
                .get(key);
        assertArrayEquals(before.held(), arrived.held());
        assertArrayEquals(before.values(), arrived.values());
    }

    @Test
    void aPartOfARunIsSomeOfItsRecordsAndNoTheory() {
        Experiment run = lesson("hierarchy", "epochs", 250);
        Trajectory whole = Runner.of(run).complete().trajectory();
        Runner half = Runner.of(run);
        while (half.step() < 200) {
            half.advance(1);
        }
        Result part = half.result();
        assertEquals(80, part.trajectory().count());
        assertTrue(part.prediction().isEmpty());
        for (int i = 0; i < 80; i++) {
            int record = Arrays.binarySearch(whole.steps(), part.trajectory().step(i));
            assertEquals(whole.loss(record), part.trajectory().loss(i));
            for (SeriesKey key : whole.series().keySet()) {
                Series there = whole.series().get(key);
                Series here = part.trajectory().series().get(key);
                assertEquals(there.at(record, 0, there.columns() - 1), here.at(i, 0, here.columns() - 1));
            }
        }
    }
}
