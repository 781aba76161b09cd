package dynlab.measure;

import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/** A measure of one run, ready to be read again and again. It looks at the run and never changes it. */
public interface Reading {
    /** Its parts, the same at all times; none where there is no such thing in this run. */
    List<Part> parts();

    /** Why there are no parts; nothing where there are some. */
    default Optional<Phrase> absent() {
        return Optional.empty();
    }

    /**
     * Works on a part that takes long, before it is read.
     *
     * @param part index of the part
     * @param flops about how many additions and multiplications at most
     * @return whether there is more to do
     */
    default boolean prepare(int part, double flops) {
        return false;
    }

    /**
     * Writes the numbers of one part as they are now, row-major; {@link #prepare} has nothing left to do.
     *
     * @param part index of the part
     * @param to where they are written
     * @param at place of the first
     */
    void read(int part, double[] to, int at);

    /** Nothing to be read, and why. */
    static Reading none(Phrase why) {
        return new Reading() {
            @Override
            public List<Part> parts() {
                return List.of();
            }

            @Override
            public Optional<Phrase> absent() {
                return Optional.of(why);
            }

            @Override
            public void read(int part, double[] to, int at) {
                throw new IllegalStateException("there is nothing to read");
            }
        };
    }

    /** One part, or several of one kind, read by one function. */
    static Reading of(List<Part> parts, Reader reader) {
        return new Reading() {
            @Override
            public List<Part> parts() {
                return parts;
            }

            @Override
            public void read(int part, double[] to, int at) {
                reader.read(parts.get(part), to, at);
            }
        };
    }

    /** Writes the numbers of a part. */
    @FunctionalInterface
    interface Reader {
        void read(Part part, double[] to, int at);
    }
}
