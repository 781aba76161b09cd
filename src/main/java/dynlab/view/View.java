package dynlab.view;

import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import java.util.Optional;

/** One panel: it draws a frame into a box, and knows what lies under a point of it. */
public interface View {
    /** The word by which scenes name it. */
    String id();

    /** The head over it. */
    default String title() {
        return "";
    }

    /** What it shows, in a few words behind the head; may be empty. */
    default String hint() {
        return "";
    }

    /** Whether it is of one run, whose name its head bears where there are several. */
    default boolean ofOneRun() {
        return true;
    }

    /**
     * What it reads at the step of the frame, where a run has been there: each reading after a break, as under the pointer.
     * Empty where it has no numbers of its own.
     */
    default String reading(Frame frame) {
        return "";
    }

    /** What it shows, in a sentence or two; {@link FigureWords#sentence} adds what it reads. */
    default String describe(Frame frame) {
        String whose = frame.name().isEmpty() || !ofOneRun() ? hint() : frame.name();
        return title() + (whose.isEmpty() ? "." : ": " + whose + ".");
    }

    /** Its part of the height that a stack of plots has to give. */
    default double share() {
        return 0.4;
    }

    /** What its head, its gaps and the room under its axis take of that height, px. */
    default double fixed() {
        return 62;
    }

    /** What it draws of runs besides their losses and theories: a lesson records just what its views need. */
    default Needs needs() {
        return Needs.NOTHING;
    }

    void draw(Pen pen, Frame frame, Box box);

    /** What lies at a point of the box, if anything; the pen only measures. */
    default Optional<Hit> at(Pen pen, Frame frame, Box box, double x, double y) {
        return Optional.empty();
    }

    /** What a hand can take hold of there, to set knobs by a tap or by dragging; the pen only measures. */
    default Optional<Grip> grip(Pen pen, Frame frame, Box box, double x, double y) {
        return Optional.empty();
    }

    /**
     * What lies under the pointer.
     *
     * @param block index of a block of modes, or −1
     * @param step a step on the time axis, or −1
     * @param property a property, or −1
     * @param item an item, or −1
     * @param tip words for the tip; may be empty
     */
    record Hit(int block, double step, int property, int item, String tip) {
        public static Hit block(int block, double step, String tip) {
            return new Hit(block, step, -1, -1, tip);
        }

        public static Hit cell(int property, int item, String tip) {
            return new Hit(-1, -1, property, item, tip);
        }
    }
}
