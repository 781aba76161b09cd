package dynlab.measure;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The stages of learning: when each block of equal modes drops in.
 *
 * @param stages one for each block, in the order of the blocks
 */
public record Stages(List<Stage> stages) {
    /**
     * One block of modes and when it is half learned.
     *
     * @param modes numbers of the modes
     * @param halfTime the time at which their summed strength first passes half of its target; absent if it never does
     */
    public record Stage(List<Integer> modes, OptionalDouble halfTime) {
        public Stage {
            modes = List.copyOf(modes);
        }
    }

    public Stages {
        stages = List.copyOf(stages);
    }

    /**
     * Half-height times from recorded strengths, linearly interpolated between records.
     *
     * @param times recorded times, ascending
     * @param modeStrength recorded times × modes
     * @param targets strength of each mode when it is learned (s/d; for white inputs s)
     * @param blocks modes with equal singular values; only their sums mean something
     * @return a stage for each block with a target above 0; the error is that of the linear interpolation
     */
    public static Stages of(double[] times, Matrix modeStrength, double[] targets, List<List<Integer>> blocks) {
        List<Stage> stages = new ArrayList<>();
        for (List<Integer> block : blocks) {
            double target = 0;
            for (int mode : block) {
                target += targets[mode];
            }
            if (target > 0) {
                stages.add(new Stage(block, passing(times, modeStrength, block, 0.5 * target)));
            }
        }
        return new Stages(stages);
    }

    private static OptionalDouble passing(double[] times, Matrix modeStrength, List<Integer> block, double height) {
        double[] sums = new double[modeStrength.rows()];
        for (int i = 0; i < sums.length; i++) {
            for (int mode : block) {
                sums[i] += modeStrength.at(i, mode);
            }
        }
        return HalfTime.rising(times, sums, height);
    }

    /** The numbers of the stages whose half time is not after {@code time}, ascending. */
    public List<Integer> learnedAt(double time) {
        List<Integer> learned = new ArrayList<>();
        for (int k = 0; k < stages.size(); k++) {
            OptionalDouble halfTime = stages.get(k).halfTime();
            if (halfTime.isPresent() && halfTime.getAsDouble() <= time) {
                learned.add(k);
            }
        }
        return learned;
    }
}
