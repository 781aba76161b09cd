package dynlab.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes whole files so that no failure loses both the old file and the new one: a draft beside the target is written and
 * brought to the disk, and only then takes the target's name, in one step. If anything fails the draft stays, and the
 * complaint names it. Links are followed, the mode of a file that is replaced is kept, and what is no file (a pipe, a device)
 * is written to directly.
 */
public final class OutputFile {
    /** More links than this on the way to a file are a circle. */
    private static final int MOST_LINKS = 40;

    private static final Path OPEN = Path.of("/proc");

    private final Disk disk;

    public OutputFile(Disk disk) {
        this.disk = disk;
    }

    /** Writes a text in UTF-8 to a file, or to {@code out} for the name {@code -}. */
    public static void write(String name, String text, PrintStream out) {
        if (name.equals("-")) {
            out.print(text); // whoever owns the stream asks it at the end whether that went well
        } else {
            write(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes bytes to a file. */
    public static void write(String name, byte[] bytes) {
        new OutputFile(Disk.REAL).replace(name, bytes);
    }

    /** Makes a directory, and those above it, unless it is there. */
    public static void directory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new FileFailed("There can be no directory " + directory + reason(e) + ".");
        }
    }

    /**
     * Replaces a file, or makes it.
     *
     * @throws FileFailed if that failed; its message says what is where
     */
    void replace(String name, byte[] bytes) {
        Path target;
        try {
            target = followed(Path.of(name).toAbsolutePath());
        } catch (IOException | InvalidPathException e) {
            throw new FileFailed(name + " could not be written" + reason(e) + ".");
        }
        if (Files.isDirectory(target) || name.endsWith("/")) {
            throw new FileFailed(name + " is a directory, expected a file.");
        }
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new FileFailed("There is no directory for " + name + ".");
        }
        boolean there = Files.exists(target);
        if (there && !Files.isWritable(target)) {
            throw new FileFailed(name + " is write-protected.");
        }
        if (there && (target.startsWith(OPEN) || !Files.isRegularFile(target))) {
            direct(name, target, bytes);
        } else {
            swap(name, target, bytes);
        }
    }

    /** Where links lead, also if nothing is there; the links of /proc stand for what is open already, and are left. */
    private static Path followed(Path path) throws IOException {
        Path at = path;
        for (int k = 0; Files.isSymbolicLink(at) && !at.startsWith(OPEN); k++) {
            if (k == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "its links lead nowhere");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    private void direct(String name, Path target, byte[] bytes) {
        try (FileChannel channel = disk.open(target, Set.of(StandardOpenOption.WRITE))) {
            writeAll(channel, bytes);
        } catch (IOException e) {
            throw new FileFailed(name + " could not be written" + reason(e) + ".");
        }
    }

    private void swap(String name, Path target, byte[] bytes) {
        Set<PosixFilePermission> mode;
        Draft draft;
        try {
            mode = mode(target);
            draft = create(target, mode);
        } catch (IOException e) {
            throw new FileFailed(name + " could not be written" + reason(e) + ".");
        }
        try {
            try (FileChannel channel = draft.channel()) {
                writeAll(channel, bytes);
                if (!mode.isEmpty()) {
                    Files.setPosixFilePermissions(draft.file(), mode); // the umask had its say at creation
                }
                disk.sync(channel);
            }
            disk.rename(draft.file(), target);
        } catch (IOException e) {
            throw new FileFailed(name + " could not be written" + reason(e) + "; what was meant for it is in "
                    + draft.file() + ", as far as it came.");
        }
        syncDirectory(name, target.resolveSibling(""));
    }

    /** A new file beside the target, open for writing. */
    private record Draft(Path file, FileChannel channel) {}

    /** The mode of a file that is there already; empty if there is none, or if files here have no such modes. */
    private static Set<PosixFilePermission> mode(Path target) throws IOException {
        boolean modes = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        return modes && Files.exists(target) ? Files.getPosixFilePermissions(target) : Set.of();
    }

    /** A draft under a name that no other run has. */
    private Draft create(Path target, Set<PosixFilePermission> mode) throws IOException {
        FileAttribute<?>[] attributes = mode.isEmpty()
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        while (true) {
            String end = Long.toHexString(ThreadLocalRandom.current().nextLong());
            Path file = target.resolveSibling(".dynlab-" + end + ".part");
            try {
                return new Draft(file, disk.open(file, options, attributes));
            } catch (FileAlreadyExistsException e) {
                // another name, then
            }
        }
    }

    private void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            disk.write(channel, rest);
        }
    }

    /** A name is on the disk only when its directory is; where directories cannot be opened there is no such call. */
    private void syncDirectory(String name, Path directory) {
        FileChannel channel;
        try {
            channel = disk.open(directory, Set.of(StandardOpenOption.READ));
        } catch (IOException e) {
            return;
        }
        try (channel) {
            disk.sync(channel);
        } catch (IOException e) {
            throw new FileFailed(name + " was written, but its directory could not be brought to the disk" + reason(e)
                    + "; after a power cut the old file may be back.");
        }
    }

    private static String reason(Exception e) {
        String why = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return why == null ? "" : " (" + why + ")";
    }
}
