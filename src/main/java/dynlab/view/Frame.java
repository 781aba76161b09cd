package dynlab.view;

import dynlab.experiment.Companion.Manner;
import dynlab.measure.Likeness;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import dynlab.view.plot.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a figure may show, read-only. It is made with {@link #of} and changed by the methods that give the same with one
 * thing different.
 *
 * @param shown the run and what stands beside it
 * @param step the time cursor
 * @param look what the reader has chosen and points at
 * @param kind the layout
 * @param heads whether views draw the heads that a page has as elements
 * @param covered whether the run goes on after what is shown of it
 */
public record Frame(Shown shown, double step, Look look, Layout.Kind kind, boolean heads, boolean covered) {
    /**
     * The runs in a figure.
     *
     * @param story the run
     * @param name what it is called among its rivals; may be empty
     * @param rivals runs drawn beside it
     * @param ghost the last run while a new one is computed
     * @param spread further runs of other seeds, behind the curves of this one
     */
    public record Shown(
            RunView story, String name, List<Rival> rivals, Optional<RunView> ghost, Optional<Spread> spread) {
        public Shown {
            rivals = List.copyOf(rivals);
        }
    }

    /**
     * What the reader has chosen.
     *
     * @param asked which question the answer plot shows
     * @param reading what the item × property matrix shows
     * @param layer which similarity: index of a hidden layer, or −1 for the output
     * @param likeness how alike is measured there
     * @param pointer what the pointer is on
     * @param guess what the reader believes the answer will be: 1 yes, −1 no
     */
    public record Look(
            Asked asked, Reading reading, int layer, Likeness likeness, Pointer pointer, OptionalDouble guess) {
        /** A question, and nothing else chosen. */
        public static Look at(Asked asked) {
            return new Look(asked, Reading.SAYS, 0, Likeness.INNER_PRODUCT, Pointer.AWAY, OptionalDouble.empty());
        }
    }

    /** A second run, its name, such as "shallow", and how it is drawn. */
    public record Rival(RunView story, String name, Manner manner) {
        /** The stroke of its curves, as the {@code k}-th rival. */
        public Stroke stroke(int k) {
            return switch (manner) {
                case RIVAL -> Stroke.of(Ink.category(2), Weight.FINE).dashed(Stroke.Dash.RIVAL);
                case PEER -> Stroke.category(k, Weight.SIM);
                case SEED -> Stroke.of(Paint.tint(Ink.INK_3, 0.6), Weight.SEED);
            };
        }
    }

    /** The question: does this item have that property? */
    public record Asked(int property, int item) {}

    /** What the item × property matrix shows. */
    public enum Reading {
        TRUE,
        SAYS,
        ERROR
    }

    /**
     * What the pointer is on.
     *
     * @param block index of the block of modes whose mark it is on, or −1
     * @param step step under the pointer in a plot over time; negative if none
     */
    public record Pointer(int block, double step) {
        public static final Pointer AWAY = new Pointer(-1, -1);
    }

    /** A run at a step, alone, nothing pointed at. */
    public static Frame of(RunView story, double step, Asked asked, Layout.Kind kind, boolean heads) {
        Shown alone = new Shown(story, "", List.of(), Optional.empty(), Optional.empty());
        return new Frame(alone, step, Look.at(asked), kind, heads, false);
    }

    public RunView story() {
        return shown.story();
    }

    public String name() {
        return shown.name();
    }

    public List<Rival> rivals() {
        return shown.rivals();
    }

    public Optional<RunView> ghost() {
        return shown.ghost();
    }

    public Optional<Spread> spread() {
        return shown.spread();
    }

    public Asked asked() {
        return look.asked();
    }

    public Reading reading() {
        return look.reading();
    }

    public int layer() {
        return look.layer();
    }

    public Likeness likeness() {
        return look.likeness();
    }

    public Pointer pointer() {
        return look.pointer();
    }

    public OptionalDouble guess() {
        return look.guess();
    }

    /** 1, or how weakly a block is drawn while one of another group is hovered. */
    public double emphasis(int block) {
        int hovered = pointer().block();
        List<RunView.Block> blocks = story().blocks();
        boolean meant =
                hovered < 0 || blocks.get(hovered).group() == blocks.get(block).group();
        return meant ? 1 : Paint.DIMMED;
    }

    /** Whether equals of the run are drawn with it, each in its own colour. */
    public boolean hasPeers() {
        for (Rival rival : rivals()) {
            if (rival.manner() == Manner.PEER) {
                return true;
            }
        }
        return false;
    }

    /** The same run under a name, beside others. */
    public Frame against(String called, List<Rival> others) {
        return showing(new Shown(story(), called, others, ghost(), spread()));
    }

    /** The same over the last run, which is drawn weakly. */
    public Frame over(Optional<RunView> last) {
        return showing(new Shown(story(), name(), rivals(), last, spread()));
    }

    /** The same before further runs. */
    public Frame before(Spread further) {
        return showing(new Shown(story(), name(), rivals(), ghost(), Optional.of(further)));
    }

    /** The frame of the k-th rival alone, k from 1, if it is there. */
    public Optional<Frame> beside(int k) {
        if (k > rivals().size()) {
            return Optional.empty();
        }
        Rival rival = rivals().get(k - 1);
        boolean known = pointer().block() < rival.story().blocks().size();
        Pointer there = known ? pointer() : new Pointer(-1, pointer().step());
        Shown alone = new Shown(rival.story(), rival.name(), List.of(), Optional.empty(), Optional.empty());
        return Optional.of(showing(alone).looking(new Look(asked(), reading(), layer(), likeness(), there, guess())));
    }

    /** All runs, the scene's own first. */
    public List<RunView> runs() {
        List<RunView> runs = new ArrayList<>();
        runs.add(story());
        rivals().forEach(rival -> runs.add(rival.story()));
        return runs;
    }

    /** What a run is called: the k-th of {@link #runs}. */
    public String nameOf(int k) {
        return k == 0 ? name() : rivals().get(k - 1).name();
    }

    private Frame showing(Shown other) {
        return new Frame(other, step, look, kind, heads, covered);
    }

    /** The same with other choices of the reader's. */
    public Frame looking(Look other) {
        return new Frame(shown, step, other, kind, heads, covered);
    }

    /** The same with another measure of how alike items are. */
    public Frame alike(Likeness by) {
        return looking(new Look(asked(), reading(), layer(), by, pointer(), guess()));
    }

    /** The same at another time. */
    public Frame at(double when) {
        return new Frame(shown, when, look, kind, heads, covered);
    }

    /** The same where more is to come than is shown. */
    public Frame covering(boolean more) {
        return new Frame(shown, step, look, kind, heads, more);
    }

    /** The same in another layout. */
    public Frame in(Layout.Kind other, boolean withHeads) {
        return new Frame(shown, step, look, other, withHeads, covered);
    }
}
