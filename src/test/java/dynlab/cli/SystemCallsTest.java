package dynlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The whole command line in a process of its own whose system calls are made to fail by strace, where that is installed. */
final class SystemCallsTest {
    private static final Path TOY =
            Path.of("src/test/resources/reference/dln_toy_shallow.json").toAbsolutePath();

    @TempDir
    private Path folder;

    /** Exit code and both streams. */
    private record Answer(int code, String text) {}

    @BeforeAll
    static void straceIsInstalledAndAllowed() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "true").start();
            assumeTrue(process.waitFor() == 0, "strace may not trace here");
        } catch (IOException e) {
            assumeTrue(false, "strace is not installed");
        }
    }

    /** Where the classes of the command line come from, whoever loaded them. */
    private static String classPath() {
        return Stream.of(Main.class, CommandLine.class, DMatrixRMaj.class, CommonOps_DDRM.class)
                .map(loaded -> loaded.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Answer run(String... injections) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("strace", "-f", "-qq", "-o", folder.resolve("trace.log").toString()));
        words.addAll(List.of(injections));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                "dynlab.cli.Main",
                "run",
                TOY.toString(),
                "--out",
                folder.resolve("t.json").toString()));
        Path said = folder.resolve("said.log");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "does not end");
        return new Answer(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".part"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rename,renameat,renameat2:error=EIO", "fsync:error=EIO:when=1", "fsync:error=ENOSPC"})
    void aCallThatFailsLeavesTheOldFileAndTheNewOne(String injection) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("t.json"), "old");
        String calls = injection.substring(0, injection.indexOf(':'));
        Answer answer = run("-e", "trace=" + calls, "-e", "inject=" + injection);
        assertEquals(Exit.FILE, answer.code(), answer.text());
        assertEquals("old", Files.readString(folder.resolve("t.json")));
        assertEquals(1, drafts().size());
        assertTrue(answer.text().contains(drafts().get(0).toString()), answer.text());
        assertTrue(Files.readString(drafts().get(0)).endsWith("}\n"), "the draft is not whole");
    }

    @Test
    void aDiskThatFillsUpLeavesTheOldFile() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("t.json"), "old");
        Answer answer = run("-e", "trace=write,pwrite64", "-e", "inject=write,pwrite64:error=ENOSPC");
        assertEquals(Exit.FILE, answer.code(), answer.text());
        assertEquals("old", Files.readString(folder.resolve("t.json")));
        assertEquals(1, drafts().size());
        assertEquals(0, Files.size(drafts().get(0)));
    }

    @Test
    void withoutAFailureTheFileIsReplacedAfterItIsOnTheDisk() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("t.json"), "old");
        Answer answer = run("-e", "trace=fsync,rename,renameat,renameat2,unlink");
        assertEquals(Exit.DONE, answer.code(), answer.text());
        assertTrue(Files.readString(folder.resolve("t.json")).contains("dynlab-trajectory/1"));
        assertEquals(List.of(), drafts());
        List<String> calls = Files.readString(folder.resolve("trace.log"))
                .lines()
                .filter(line -> line.contains("fsync") || line.contains(folder.toString()))
                .map(line -> line.replaceFirst("^\\d+ +", "").replaceFirst("\\(.*", ""))
                .toList();
        assertEquals(List.of("fsync", "rename", "fsync"), calls);
    }
}
