package dynlab.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.samskivert.mustache.Mustache;
import dynlab.cli.Main;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.sweep.Row;
import dynlab.sweep.SweepPlans;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A sweep has the same rows on however many threads, and however often it was stopped on its way. */
final class SweepRunTest {
    private static final List<String> FILES = List.of("rows.csv", "loss.svg", "loss.json", "tiles.svg", "tiles.json");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private SweepRun sweep(String plan, String name) {
        Job job = Job.read(plan, file -> {
            throw new AssertionError(file);
        });
        return new SweepRun(job, folder.resolve(name), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private boolean run(String name, int threads, BooleanSupplier stopped) {
        return sweep(SweepPlans.POISONED, name).complete(new ThreadEngine(), Integer.toString(threads), stopped);
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String file : FILES) {
            files.put(file, Files.readString(folder.resolve(name).resolve(file)));
        }
        return files;
    }

    private int lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("rows.journal")).size();
    }

    @Test
    void threeHundredRowsAreTheSameOnOneThreadAndOnFour() throws IOException {
        assertTrue(run("one", 1, () -> false));
        assertTrue(run("four", 4, () -> false));
        assertEquals(files("one"), files("four"));
        assertEquals(301, Files.readAllLines(folder.resolve("one/rows.csv")).size());
    }

    @Test
    void aSweepThatIsStoppedTwiceGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
        run("whole", 2, () -> false);
        int before = 1;
        for (int stop = 1; stop <= 2; stop++) {
            AtomicInteger asked = new AtomicInteger();
            int most = 90 * stop;
            assertFalse(run("parts", 3, () -> asked.incrementAndGet() > most));
            assertTrue(lines("parts") > before, "nothing was added");
            before = lines("parts");
        }
        assertFalse(Files.exists(folder.resolve("parts/rows.csv")));
        assertTrue(run("parts", 4, () -> false));
        assertEquals(files("whole"), files("parts"));
        assertEquals(301, lines("parts"), "a row was computed twice");
    }

    @Test
    void aProgramThatIsKilledTwiceLosesAtMostTheRowsInFlight() throws IOException, InterruptedException {
        run("whole", 2, () -> false);
        Path plan = Files.writeString(folder.resolve("plan.json"), SweepPlans.POISONED);
        for (int wanted : new int[] {40, 150}) {
            Process program = child(plan);
            while (program.isAlive() && journal("killed").length < 100 * wanted) {
                Thread.sleep(1);
            }
            program.destroyForcibly().waitFor();
        }
        Process last = child(plan);
        assertTrue(last.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, last.exitValue());
        assertEquals(files("whole"), files("killed"));
    }

    private byte[] journal(String name) throws IOException {
        Path file = folder.resolve(name).resolve("rows.journal");
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /** Where the program's classes are, whoever runs the tests. */
    private static String classPath() {
        return Stream.of(
                        Main.class,
                        CommandLine.class,
                        DMatrixRMaj.class,
                        SvdImplicitQrDecompose_DDRM.class,
                        Mustache.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process child(Path plan) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "dynlab.cli.Main",
                        "sweep",
                        plan.toString(),
                        "--threads",
                        "2",
                        "--out",
                        folder.resolve("killed").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.txt").toFile())
                .start();
    }

    @Test
    void rowsThatDivergeOrAreRefusedAreWrittenDownAsSuch() {
        run("poisoned", 2, () -> false);
        List<Row> rows = sweep(SweepPlans.POISONED, "poisoned").rows();
        Map<Row.Status, Integer> count = new HashMap<>();
        for (Row row : rows) {
            count.merge(row.status(), 1, Integer::sum);
        }
        assertEquals(Map.of(Row.Status.DONE, 180, Row.Status.DIVERGED, 60, Row.Status.REFUSED, 60), count);
        List<String> diverged = rows.get(180).cells();
        assertEquals("diverged", diverged.get(4));
        assertEquals("the loss is not finite at step " + diverged.get(7), diverged.get(5));
        assertTrue(diverged.get(6).startsWith("d1-"), diverged.get(6));
        List<String> refused = rows.get(240).cells();
        assertEquals(
                List.of("refused", "training.dt: expected a number above 0, found -1", "", "", "", "", ""),
                refused.subList(4, refused.size()));
    }

    @Test
    void aRowHasTheDigestOfTheSameExperimentRunAlone() {
        run("alone", 2, () -> false);
        Row row = sweep(SweepPlans.POISONED, "alone").rows().get(64);
        assertEquals("0.05", row.cells().get(1));
        String text = SweepPlans.EXPERIMENT
                .replace("\"sigma\": 0.1", "\"sigma\": " + row.cells().get(2))
                .replace("\"seed\": 1", "\"seed\": " + row.cells().get(3));
        String digest = Runner.of(ExperimentCodec.read(text, new ExactDecimals()))
                .complete()
                .trajectory()
                .digest()
                .orElseThrow();
        assertEquals(digest, row.cells().get(6));
    }

    @Test
    void aLineThatWasCutOffOrChangedIsComputedAgain() throws IOException {
        run("torn", 1, () -> false);
        Map<String, String> whole = files("torn");
        Path file = folder.resolve("torn/rows.journal");
        List<String> lines = Files.readAllLines(file);
        String last = lines.remove(lines.size() - 1);
        lines.set(17, lines.get(17).replaceFirst("d1-.", "d1-x"));
        Files.writeString(file, String.join("\n", lines) + "\n" + last.substring(0, last.length() / 2));
        assertTrue(run("torn", 1, () -> false));
        assertEquals(whole, files("torn"));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("298 of 300 rows are there already."));
    }

    @Test
    void aJournalOfAnotherPlanIsRefusedAndOneWithOtherWordsIsNot() {
        run("mine", 1, () -> false);
        String other = SweepPlans.POISONED.replace("\"count\": 10", "\"count\": 9");
        Refused refused =
                assertThrows(Refused.class, () -> sweep(other, "mine").complete(new ThreadEngine(), "1", () -> false));
        assertTrue(refused.line().contains("another plan"), refused.line());
        String renamed = SweepPlans.POISONED.replace("\"tiles\", \"kind\"", "\"tiles\", \"title\": \"x\", \"kind\"");
        assertTrue(sweep(renamed, "mine").complete(new ThreadEngine(), "1", () -> true), "rows were computed again");
    }

    @Test
    void twoSweepsAtOnceInOneDirectoryAreRefused() throws IOException {
        Files.createDirectories(folder.resolve("both"));
        Job job = Job.read(SweepPlans.POISONED, file -> file);
        try (Journal first = Journal.open(folder.resolve("both/rows.journal"), job.plan())) {
            assertTrue(first.rows().isEmpty());
            assertThrows(Refused.class, () -> run("both", 1, () -> false));
        }
    }

    @Test
    void aJournalThatDiedBeforeItsFirstLineIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("young"));
        Files.writeString(folder.resolve("young/rows.journal"), "dynlab-jour", StandardOpenOption.CREATE);
        assertTrue(run("young", 2, () -> false));
        assertEquals(301, lines("young"));
    }
}
