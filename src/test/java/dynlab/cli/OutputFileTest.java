package dynlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new, and longer".getBytes(StandardCharsets.UTF_8);
    /** A write, one more for what the first left, a sync of the file, the rename and a sync of the directory, besides opens. */
    private static final int CALLS = 7;

    @TempDir
    private Path folder;

    /** A disk on which one call fails; it writes half of what it could, and of the call that fails nothing. */
    private static final class Faulty implements Disk {
        private final int failing;
        private int calls;
        private final List<String> made = new ArrayList<>();

        Faulty(int failing) {
            this.failing = failing;
        }

        private void call(String what) throws IOException {
            made.add(what);
            if (calls++ == failing) {
                throw new IOException("injected");
            }
        }

        @Override
        public FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            call("open");
            return REAL.open(file, options, attributes);
        }

        @Override
        public int write(FileChannel file, ByteBuffer bytes) throws IOException {
            call("write");
            int limit = bytes.limit();
            if (bytes.remaining() == NEW.length) {
                bytes.limit(bytes.position() + bytes.remaining() / 2);
            }
            try {
                return REAL.write(file, bytes);
            } finally {
                bytes.limit(limit);
            }
        }

        @Override
        public void sync(FileChannel file) throws IOException {
            call("sync");
            REAL.sync(file);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            call("rename");
            REAL.rename(from, to);
        }
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".part"))
                    .toList();
        }
    }

    @Test
    void aFileIsWrittenSyncedRenamedAndItsDirectorySynced() throws IOException {
        Faulty sound = new Faulty(Integer.MAX_VALUE);
        Path target = folder.resolve("t");
        new OutputFile(sound).replace(target.toString(), NEW);
        assertArrayEquals(NEW, Files.readAllBytes(target));
        assertEquals(List.of("open", "write", "write", "sync", "rename", "open", "sync"), sound.made);
        assertEquals(CALLS, sound.made.size());
        assertEquals(List.of(), drafts());
    }

    @Test
    void noCallThatFailsLosesBothTheOldFileAndTheNewOne() throws IOException {
        for (boolean before : new boolean[] {true, false}) {
            for (int call = 0; call < CALLS; call++) {
                Path target = folder.resolve("t" + before + call);
                if (before) {
                    Files.write(target, OLD);
                }
                Faulty disk = new Faulty(call);
                if (call == 5) {
                    // a directory that cannot be opened is one that cannot be synced, as on some systems
                    new OutputFile(disk).replace(target.toString(), NEW);
                    assertArrayEquals(NEW, Files.readAllBytes(target));
                    continue;
                }
                FileFailed failed =
                        assertThrows(FileFailed.class, () -> new OutputFile(disk).replace(target.toString(), NEW));
                assertTrue(failed.getMessage().contains("(injected)"), failed.getMessage());
                if (call == 6) {
                    assertArrayEquals(NEW, Files.readAllBytes(target));
                } else {
                    assertEquals(before, Files.exists(target));
                    assertTrue(!before || Files.readString(target).equals("old"));
                }
                keptAndNamed(call, failed.getMessage());
            }
        }
    }

    /** The draft is there with what came so far, the message says where, and there is no other. */
    private void keptAndNamed(int call, String message) throws IOException {
        List<Path> drafts = drafts();
        assertEquals(call >= 1 && call <= 4 ? 1 : 0, drafts.size(), message);
        for (Path draft : drafts) {
            assertTrue(message.contains(draft.toString()), message);
            int came = call == 1 ? 0 : call == 2 ? NEW.length / 2 : NEW.length;
            assertEquals(new String(NEW, 0, came, StandardCharsets.UTF_8), Files.readString(draft));
            Files.delete(draft);
        }
    }

    @Test
    void writersOfOneFileDoNotMixTheirDrafts() throws Exception {
        Path target = folder.resolve("t");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> writers = new ArrayList<>();
        for (int k = 0; k < 64; k++) {
            String text = ("" + (char) ('0' + k)).repeat(10_000);
            writers.add(threads.submit(() -> OutputFile.write(target.toString(), text, System.out)));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        String text = Files.readString(target);
        assertEquals(text.substring(0, 1).repeat(10_000), text);
        assertEquals(List.of(), drafts());
    }

    @Test
    void directoriesAndWhatHasNoneAreRefused() throws IOException {
        assertEquals(folder + " is a directory, expected a file.", complaint(folder.toString()));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        assertEquals(link + " is a directory, expected a file.", complaint(link.toString()));
        assertEquals(folder + "/t/ is a directory, expected a file.", complaint(folder + "/t/"));
        assertEquals("There is no directory for " + folder + "/no/t.", complaint(folder + "/no/t"));
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertEquals(circle + " could not be written (its links lead nowhere).", complaint(circle.toString()));
    }

    private static String complaint(String name) {
        return String.valueOf(assertThrows(FileFailed.class, () -> OutputFile.write(name, NEW))
                .getMessage());
    }

    @Test
    void linksAreFollowedAlsoToWhatIsNotThereYet() throws IOException {
        Path there = Files.write(Files.createDirectory(folder.resolve("a")).resolve("there"), OLD);
        for (Path target : List.of(there, folder.resolve("a/later"))) {
            Path near =
                    Files.createSymbolicLink(folder.resolve("near-" + target.getFileName()), folder.relativize(target));
            Path far = Files.createSymbolicLink(folder.resolve("far-" + target.getFileName()), near);
            OutputFile.write(far.toString(), NEW);
            assertArrayEquals(NEW, Files.readAllBytes(target));
            assertTrue(Files.isSymbolicLink(far) && Files.isSymbolicLink(near));
        }
        assertEquals(List.of(), drafts());
    }

    @Test
    void theModeOfAFileThatIsReplacedIsKept() throws IOException {
        for (String mode : List.of("rw-------", "rwxrwxrwx", "rw-rw-r--")) {
            Path target = Files.write(folder.resolve(mode), OLD);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            OutputFile.write(target.toString(), NEW);
            assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        }
        Path plain = Files.write(folder.resolve("plain"), OLD);
        OutputFile.write(folder.resolve("fresh").toString(), NEW);
        assertEquals(
                Files.getPosixFilePermissions(plain),
                Files.getPosixFilePermissions(folder.resolve("fresh")),
                "a new file has the mode that any new file has");
    }

    @Test
    void pipesAndDevicesAreWrittenDirectly() throws Exception {
        OutputFile.write("/dev/null", NEW);
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        OutputFile.write(pipe.toString(), NEW);
        assertArrayEquals(NEW, reader.getInputStream().readAllBytes());
        assertTrue(reader.waitFor(10, TimeUnit.SECONDS));
        assertFalse(Files.isRegularFile(pipe));
        assertEquals(List.of(), drafts());
    }

    @Test
    void aDeviceThatIsFullIsSaid() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertEquals("/dev/full could not be written (No space left on device).", complaint("/dev/full"));
    }
}
