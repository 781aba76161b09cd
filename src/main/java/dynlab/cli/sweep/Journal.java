package dynlab.cli.sweep;

import dynlab.cli.FileFailed;
import dynlab.experiment.Refused;
import dynlab.sweep.Plan;
import dynlab.sweep.Row;
import dynlab.sweep.RowRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The rows of a sweep on the disk, in the order in which they were done. Each is one line that is appended by one write and
 * ends with its checksum, so that whatever ends the program leaves whole lines and at most one that is cut off.
 */
final class Journal implements AutoCloseable {
    private static final String HEAD = "dynlab-journal/1 ";
    private static final char MARK = '\t';
    private static final long SYNC_NANOS = 1_000_000_000L;

    private final Path file;
    private final FileChannel channel;
    private final Map<Integer, Row> rows = new TreeMap<>();
    private long synced = System.nanoTime();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the journal of a plan, or begins it.
     *
     * @throws Refused if there is one of another plan, or another sweep writes it
     * @throws FileFailed if it cannot be read or written
     */
    static Journal open(Path file, Plan plan) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel);
            try {
                journal.lock();
                journal.read(plan);
                return journal;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new FileFailed(file + " could not be opened.");
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw busy();
        }
        if (lock == null) {
            throw busy();
        }
    }

    private Refused busy() {
        return new Refused(file.toString(), "is being written by another sweep");
    }

    /** Takes every whole line, and cuts off what follows the last. */
    private void read(Plan plan) throws IOException {
        String head = HEAD + fingerprint(plan.meaning());
        byte[] bytes = bytes();
        int end = 0;
        boolean begun = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Optional<String> line = checked(new String(bytes, end, i - end, StandardCharsets.UTF_8));
                end = i + 1;
                if (line.isPresent() && line.get().startsWith(HEAD)) {
                    if (!line.get().equals(head)) {
                        throw new Refused(
                                file.toString(), "is the journal of another plan; expected an empty directory");
                    }
                    begun = true;
                } else if (line.isPresent()) {
                    RowRunner.read(plan, line.get()).ifPresent(row -> rows.put(row.index(), row));
                }
            }
        }
        rows.values().removeIf(row -> row.status() == Row.Status.FAILED);
        channel.truncate(end);
        channel.position(end);
        if (!begun) {
            if (!rows.isEmpty()) {
                throw new Refused(file.toString(), "does not say of which plan it is");
            }
            channel.truncate(0);
            append(head);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(1 << 16);
        channel.position(0);
        while (channel.read(part) >= 0) {
            all.write(part.array(), 0, part.position());
            part.clear();
        }
        return all.toByteArray();
    }

    /** A line without its checksum; nothing if that is wrong. */
    private static Optional<String> checked(String line) {
        int mark = line.lastIndexOf(MARK);
        boolean good = mark >= 0 && line.substring(mark + 1).equals(checksum(line.substring(0, mark)));
        return good ? Optional.of(line.substring(0, mark)) : Optional.empty();
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue() | 1L << 32).substring(1);
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (byte one : hash) {
                hex.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every JVM has it
        }
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + MARK + checksum(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        long now = System.nanoTime();
        if (now - synced > SYNC_NANOS) {
            channel.force(false);
            synced = now;
        }
    }

    /** Writes a row down. */
    synchronized void add(Row row) {
        try {
            append(row.line());
        } catch (IOException e) {
            throw new FileFailed(file + " could not be written.");
        }
        rows.put(row.index(), row);
    }

    /** The rows that are written down, by their numbers, in ascending order. */
    synchronized Map<Integer, Row> rows() {
        return new TreeMap<>(rows);
    }

    @Override
    public void close() {
        try {
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw new FileFailed(file + " could not be brought to the disk.");
        }
    }
}
