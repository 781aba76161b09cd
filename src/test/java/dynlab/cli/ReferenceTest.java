package dynlab.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.command.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an independent float64 implementation got, for every reference file. */
final class ReferenceTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");

    static List<String> files() throws IOException {
        try (Stream<Path> entries = Files.list(REFERENCE)) {
            return entries.map(Path::toString)
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRunAgreesWithTheReferenceWithinTheFilesOwnTolerance(String file) {
        List<Conformance.Row> rows = Conformance.check(file);
        assertFalse(rows.isEmpty(), "nothing was compared");
        for (Conformance.Row row : rows) {
            assertTrue(row.error() <= row.tolerance(), row + " in " + file);
        }
    }
}
