package dynlab.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import dynlab.experiment.Examples;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.run.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schemas and the readers and writers of files agree, by an independent validator. */
final class SchemaTest {
    private static final Schema EXPERIMENT = schema("experiment");
    private static final Schema TRAJECTORY = schema("trajectory");

    /** What a schema cannot say, by the place that the reader names: references, shapes, and what depends on other fields. */
    private static final Set<String> BEYOND = Set.of(
            "graph.nodes[2].id",
            "graph.edges[2].id",
            "graph.edges[1].source",
            "graph.edges[2].target",
            "graph.edges[2]",
            "contexts[0].weight",
            "contexts[0].node_gates.k",
            "contexts[0].edge_gates.b",
            "contexts[0].x.a",
            "contexts[0].x.a[1]",
            "contexts[0].x.b[0]",
            "contexts[1].x.h",
            "contexts[0].y.h",
            "contexts[0].y.y[0]",
            "contexts[1]",
            "initial_weights.b>h",
            "training.from.c>h",
            "training",
            "record.at[2]");

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialectId("https://json-schema.org/draft/2020-12/schema")
                    .getSchema(Files.readString(Path.of("docs/schema/" + name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> complaints(Schema schema, String text) {
        return schema.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    static List<String> files() throws IOException {
        List<String> files = new ArrayList<>(List.of(Examples.GOOD));
        try (Stream<Path> all = Files.list(Path.of("src/test/resources/reference"))) {
            for (Path path : all.sorted().toList()) {
                String text = Files.readString(path);
                if (text.contains("\"" + ExperimentCodec.FORMAT + "\"")) {
                    files.add(text);
                }
            }
        }
        String document = Files.readString(Path.of("docs/experiment-file.md"));
        Matcher blocks = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(document);
        while (blocks.find()) {
            if (blocks.group(1).contains("\"" + ExperimentCodec.FORMAT + "\"")) {
                files.add(blocks.group(1));
            }
        }
        return files;
    }

    @Test
    void everyReferenceFileAndEveryDocumentedOneIsAnExperiment() throws IOException {
        List<String> files = files();
        assertFalse(files.size() < 50, files.size() + " files are few");
        for (String file : files) {
            assertEquals(List.of(), complaints(EXPERIMENT, file));
        }
    }

    @Test
    void everyTrajectoryThatIsWrittenIsOne() throws IOException {
        for (String file : files()) {
            Experiment experiment = ExperimentCodec.read(file, Examples.DECIMALS);
            if (experiment.training().steps() <= 2000) {
                Runner runner = Runner.of(experiment);
                runner.complete();
                assertEquals(List.of(), complaints(TRAJECTORY, TrajectoryCodec.write(runner, Examples.DECIMALS)));
            }
        }
    }

    @Test
    void everyQuantityIsInBoth() throws IOException {
        String experiment = Files.readString(Path.of("docs/schema/experiment.schema.json"));
        String trajectory = Files.readString(Path.of("docs/schema/trajectory.schema.json"));
        for (Quantity quantity : Quantity.values()) {
            assertTrue(experiment.contains('"' + quantity.word() + '"'), quantity.word());
            assertTrue(trajectory.contains('"' + quantity.word() + "\": "), quantity.word());
        }
    }

    static List<Arguments> broken() {
        return ExperimentCodecTest.broken();
    }

    /** Files that are no JSON are not asked about; of all others the schema refuses what it can say. */
    @ParameterizedTest
    @MethodSource("broken")
    void whatTheReaderRefusesTheSchemaRefusesUnlessItDependsOnOtherFields(String what, String by, String place) {
        if (place.equals("line")) {
            return;
        }
        String text = Examples.GOOD.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by));
        boolean passes = complaints(EXPERIMENT, text).isEmpty();
        assertFalse(passes && !BEYOND.contains(place), place + " passes the schema: " + by);
    }

    @Test
    void nothingIsCalledBeyondASchemaThatItSees() {
        Set<String> missed = new TreeSet<>();
        for (Arguments arguments : broken()) {
            Object[] all = arguments.get();
            String text = Examples.GOOD.replaceFirst(
                    Pattern.quote((String) all[0]), Matcher.quoteReplacement((String) all[1]));
            if (!all[2].equals("line") && complaints(EXPERIMENT, text).isEmpty()) {
                missed.add((String) all[2]);
            }
        }
        assertEquals(new TreeSet<>(BEYOND), missed);
    }
}
