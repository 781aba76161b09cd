package dynlab.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** The calls of the file system that may fail while a file is replaced; tests have one that does. */
interface Disk {
    /** Opens a file; with {@code CREATE_NEW} it must not exist. */
    FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException;

    /** Writes some of what remains, at least one byte. */
    int write(FileChannel file, ByteBuffer bytes) throws IOException;

    /** Returns when content and attributes are on the disk. */
    void sync(FileChannel file) throws IOException;

    /** Gives a file the name of another, which it replaces in one step or not at all. */
    void rename(Path from, Path to) throws IOException;

    /** The file system of this machine. */
    Disk REAL = new Disk() {
        @Override
        public FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return FileChannel.open(file, options, attributes);
        }

        @Override
        public int write(FileChannel file, ByteBuffer bytes) throws IOException {
            return file.write(bytes);
        }

        @Override
        public void sync(FileChannel file) throws IOException {
            file.force(true);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    };
}
