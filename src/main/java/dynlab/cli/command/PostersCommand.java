package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.OutputFile;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.Packet;
import dynlab.experiment.file.Poster;
import dynlab.experiment.run.Runner;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.words.WordFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code posters DIR}: a finished run of every scene, for the moment before the engine has started. Part of the build. */
@Command(
        name = "posters",
        description =
                "Runs every scene as it opens and writes the compact records that a page shows first; part of the build.")
public final class PostersCommand implements Callable<Integer> {
    /** Records in a poster, about: more make it heavier than the page. */
    private static final int RECORDS = 56;

    /** The same for the scene of the first page, which has to be there at once, and for runs beside another. */
    private static final int FEW_RECORDS = 36;

    /** Where a record is large there are fewer, to hold about so many numbers. */
    private static final int NUMBERS = 90_000;

    private static final int FEWEST = 44;

    /** Of records that are larger than this there are fewer still. */
    private static final int LARGE = 5_000;

    private static final int FEWEST_LARGE = 12;

    @Parameters(paramLabel = "DIR", description = "The directory to write to.")
    private Path directory = Path.of("");

    @Override
    public Integer call() {
        for (Scene scene : Scenes.ALL) {
            SceneConfig config = SceneConfig.initial(scene.knobs());
            int most = scene.id().equals(Scenes.home().id()) ? FEW_RECORDS : RECORDS;
            write(directory, scene.id(), scene.experiment(config), most);
            List<Companion> companions = scene.companions(config);
            for (int k = 0; k < companions.size(); k++) {
                write(directory, scene.id() + "." + (k + 1), companions.get(k).experiment(), FEW_RECORDS);
            }
        }
        return Exit.DONE;
    }

    private static void write(Path directory, String name, Experiment experiment, int most) {
        // a lesson that says itself how rarely is large; every step of it would take minutes
        RecordPlan.When often = experiment.record().when() instanceof RecordPlan.When.Every every
                ? every
                : new RecordPlan.When.Every(1);
        Trajectory whole = Runner.of(recorded(experiment, often)).complete().trajectory();
        RecordPlan.When telling = new RecordPlan.When.At(telling(whole, most));
        Result result = Runner.of(recorded(experiment, telling)).complete();
        Packet packet = spoken(Packet.of(result));
        OutputFile.directory(directory);
        OutputFile.write(directory.resolve(name + ".run.gz").toString(), compressed(Poster.encode(packet, result)));
    }

    /** With words in the place of keys, as in everything that a page is made of: it has no file to look them up in. */
    static Packet spoken(Packet packet) {
        Map<String, String> all = WordFile.of(System.getProperty(WordFile.PROPERTY, WordFile.ENGLISH));
        return new Packet(
                packet.numbers(),
                packet.words().stream()
                        .map(word -> all.getOrDefault(word, word))
                        .toList());
    }

    private static Experiment recorded(Experiment e, RecordPlan.When when) {
        RecordPlan plan = e.record().at(when);
        return new Experiment(
                e.name(), e.description(), e.architecture(), e.contexts(), e.start(), e.training(), plan, e.theory());
    }

    /** Steps at equal distances along the curves of all modes: few on plateaus, many where something happens. */
    private static List<Integer> telling(Trajectory run, int most) {
        double[] travelled = new double[run.count()];
        Series modes = run.series(SeriesKey.of(Quantity.MODE_STRENGTH)).orElse(new Series(1, 0, new double[0]));
        double largest = 0;
        for (int k = 0; k < modes.size(); k++) {
            largest = Math.max(largest, modes.at(run.count() - 1, 0, k));
        }
        for (int i = 1; i < run.count(); i++) {
            double way = 0.5 / run.count() + Math.abs(run.loss(i) - run.loss(i - 1)) / run.loss(0);
            for (int k = 0; k < modes.size(); k++) {
                way += Math.abs(modes.at(i, 0, k) - modes.at(i - 1, 0, k)) / largest / modes.size();
            }
            travelled[i] = travelled[i - 1] + way;
        }
        List<Integer> steps = new ArrayList<>();
        int size = 1;
        for (Series series : run.series().values()) {
            size += series.size();
        }
        int records = Math.min(most, Math.max(size > LARGE ? FEWEST_LARGE : FEWEST, NUMBERS / size));
        double spacing = travelled[run.count() - 1] / (records - 1);
        for (int i = 0; i < run.count(); i++) {
            boolean due = i == 0 || (int) (travelled[i] / spacing) > (int) (travelled[i - 1] / spacing);
            if (due || i == run.count() - 1) {
                steps.add(run.step(i));
            }
        }
        return steps;
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(9);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }
}
