package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be kept without a network is listed by name and content. */
final class OfflineCommandTest {
    @TempDir
    private Path site;

    private String said = "";

    private int offline() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(new String[] {"offline", site.toString()}, out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String worker() throws IOException {
        return Files.readString(site.resolve("sw.js"));
    }

    @Test
    void everyFileIsListedByTheAddressUnderWhichItIsAskedForWithTheHashOfItsContent() throws IOException {
        Files.copy(Path.of("web/sw.js"), site.resolve("sw.js"));
        Files.createDirectories(site.resolve("lab"));
        Files.writeString(site.resolve("index.html"), "abc");
        Files.writeString(site.resolve("lab/index.html"), "abc");
        Files.writeString(site.resolve("lab/one.js"), "");
        assertEquals(Exit.DONE, offline(), said);
        // SHA-256 of "abc" and of nothing, as FIPS 180-4 has them
        String list = "{\"\":\"ba7816bf8f01cfea\",\"lab/\":\"ba7816bf8f01cfea\",\"lab/one.js\":\"e3b0c44298fc1c14\"}";
        assertTrue(worker().contains("\nconst FILES = " + list + ";\n"), worker());
        assertEquals(
                Files.readString(Path.of("web/sw.js")), worker().replace(list, "{}"), "nothing else of it is changed");
    }

    @Test
    void theListIsTheSameForTheSameFilesAndAnotherForOthers() throws IOException {
        Files.copy(Path.of("web/sw.js"), site.resolve("sw.js"));
        Files.writeString(site.resolve("a.js"), "1");
        offline();
        String once = worker();
        offline();
        assertEquals(once, worker());
        Files.writeString(site.resolve("a.js"), "2");
        offline();
        assertNotEquals(once, worker());
    }

    @Test
    void aWorkerWithoutAPlaceForTheListIsRefusedInOneSentence() throws IOException {
        Files.writeString(site.resolve("sw.js"), "const FILES = 1;\n");
        assertEquals(Exit.FILE, offline());
        assertTrue(said.contains("sw.js has no \"FILES = {}\" for the list."), said);
    }
}
