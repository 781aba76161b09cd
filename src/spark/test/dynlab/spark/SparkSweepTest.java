package dynlab.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.sweep.Job;
import dynlab.cli.sweep.Parts;
import dynlab.cli.sweep.SweepRun;
import dynlab.cli.sweep.ThreadEngine;
import dynlab.sweep.Column;
import dynlab.sweep.Row;
import dynlab.sweep.SweepPlans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep has the same rows on Spark as on threads, and the same in Parquet as in CSV. */
final class SparkSweepTest {
    private static final String MASTER = "local[2]";

    @TempDir
    private Path folder;

    private final Job job = Job.read(SweepPlans.POISONED, name -> name);

    private SweepRun sweep(String name) {
        PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new SweepRun(job, folder.resolve(name), quiet);
    }

    private String csv(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("rows.csv"));
    }

    @Test
    void threeHundredRowsAreTheSameOnThreadsAndOnSpark() throws IOException {
        assertTrue(sweep("threads").complete(new ThreadEngine(), "2", () -> false));
        assertTrue(sweep("spark").complete(Parts.engine("spark"), MASTER, () -> false));
        assertEquals(csv("threads"), csv("spark"));
        assertEquals(301, csv("spark").lines().count());
    }

    @Test
    void aSweepThatIsStoppedTwiceOnSparkGoesOnOnThreads() throws IOException {
        assertTrue(sweep("whole").complete(new ThreadEngine(), "2", () -> false));
        for (int stop = 0; stop < 2; stop++) {
            AtomicInteger asked = new AtomicInteger();
            assertFalse(sweep("parts").complete(new SparkEngine(), MASTER, () -> asked.incrementAndGet() > 50));
        }
        assertTrue(sweep("parts").complete(new ThreadEngine(), "2", () -> false));
        assertEquals(csv("whole"), csv("parts"));
    }

    @Test
    void parquetHasTheSameRowsAsTheTable() throws IOException {
        sweep("rows").complete(new ThreadEngine(), "2", () -> false);
        List<Row> rows = sweep("rows").rows();
        List<Column> columns = job.plan().columns();
        Path file = folder.resolve("rows.parquet");
        Parts.file("parquet").write(file, columns, rows);
        try (ParquetReader<Group> reader =
                new ParquetReader.Builder<Group>(new LocalInputFile(file), new PlainParquetConfiguration()) {
                    @Override
                    protected GroupReadSupport getReadSupport() {
                        return new GroupReadSupport();
                    }
                }.build()) {
            for (Row row : rows) {
                Group group = reader.read();
                for (int k = 0; k < columns.size(); k++) {
                    assertEquals(
                            row.cells().get(k),
                            text(group, k, columns.get(k)),
                            columns.get(k).name());
                }
            }
            assertEquals(null, reader.read());
        }
    }

    /** A cell as a table has it; doubles are compared by their bits, through the shortest text of both. */
    private static String text(Group group, int column, Column named) {
        if (group.getFieldRepetitionCount(column) == 0) {
            return "";
        }
        return switch (named.type()) {
            case WHOLE -> Long.toString(group.getLong(column, 0));
            case REAL -> new dynlab.numeric.ExactDecimals().format(group.getDouble(column, 0));
            case TEXT -> group.getString(column, 0);
        };
    }
}
