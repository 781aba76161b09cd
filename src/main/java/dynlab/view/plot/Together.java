package dynlab.view.plot;

import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;

/**
 * Curves that no eye can tell apart: the first of them is broad and weak, the other fine and on it, so that neither hides
 * the other, and their names stand together.
 */
final class Together {
    /** Curves that are nowhere farther apart than this, px, lie together. */
    static final double NEAR = 2;
    /** Strength of a broad curve that another lies on. */
    private static final double UNDER = 0.6;

    private Together() {}

    /** Whether two curves with the same records lie together as far as they are shown. */
    static boolean lie(double[] one, double[] other, Scale y) {
        boolean near = one.length > 1 && one.length == other.length;
        for (int i = 0; near && i < one.length; i++) {
            near = Math.abs(y.at(one[i]) - y.at(other[i])) < NEAR;
        }
        return near;
    }

    /** The same of the losses of two runs, at the records of the first that the second has come to. */
    static boolean lie(RunView one, RunView other, Scale y) {
        double[] steps = one.steps();
        double[] loss = one.loss();
        boolean near = steps.length > 1 && other.steps().length > 1;
        for (int i = 0; near && i < steps.length; i++) {
            near = !other.reaches(steps[i]) || Math.abs(y.at(loss[i]) - y.at(other.at(other.loss(), steps[i]))) < NEAR;
        }
        return near;
    }

    /** Of each run of a frame, the first one that its loss lies together with: itself where that is none before it. */
    static int[] leaders(Frame frame, Scale y) {
        int[] leader = new int[frame.runs().size()];
        for (int k = 0; k < leader.length; k++) {
            leader[k] = k;
            for (int j = k - 1; j >= 0; j--) {
                if (leader[j] == j && lie(frame.runs().get(j), frame.runs().get(k), y)) {
                    leader[k] = j;
                }
            }
        }
        return leader;
    }

    /** Whether others lie together with a run. */
    static boolean leads(int[] leaders, int k) {
        for (int j = k + 1; j < leaders.length; j++) {
            if (leaders[j] == k) {
                return true;
            }
        }
        return false;
    }

    /** The stroke of a curve that another lies on. */
    static Stroke under(Ink ink) {
        return Stroke.of(Paint.tint(ink, UNDER), Weight.BROAD);
    }

    /** The stroke of a curve that lies on another. */
    static Stroke over(Ink ink) {
        return Stroke.of(ink, Weight.FINE);
    }
}
