package dynlab.view;

import dynlab.experiment.Companion.Manner;
import dynlab.measure.Likeness;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a figure may show, read-only.
 *
 * @param story the run
 * @param name what it is called among its rivals; may be empty
 * @param rivals runs drawn beside it
 * @param ghost the last run while a new one is computed
 * @param step the time cursor
 * @param asked which question the answer plot shows
 * @param reading what the item × property matrix shows
 * @param layer which similarity: index of a hidden layer, or −1 for the output
 * @param likeness how alike is measured there
 * @param pointer what the pointer is on
 * @param guess what the reader believes the answer will be: 1 yes, −1 no
 * @param kind the layout
 * @param heads whether views draw the heads that a page has as elements
 */
public record Frame(
        RunView story,
        String name,
        List<Rival> rivals,
        Optional<RunView> ghost,
        double step,
        Asked asked,
        Reading reading,
        int layer,
        Likeness likeness,
        Pointer pointer,
        OptionalDouble guess,
        Layout.Kind kind,
        boolean heads) {

    public Frame {
        rivals = List.copyOf(rivals);
    }

    /** A second run, its name, such as "shallow", and how it is drawn. */
    public record Rival(RunView story, String name, Manner manner) {
        /** The stroke of its curves, as the {@code k}-th rival. */
        public Stroke stroke(int k) {
            return switch (manner) {
                case RIVAL -> Stroke.of(Ink.category(2), Weight.FINE).dashed(Stroke.Dash.RIVAL);
                case PEER -> Stroke.of(Ink.category(k), Weight.SIM);
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

    /** A finished run at a step, nothing pointed at. */
    public static Frame of(RunView story, double step, Asked asked, Layout.Kind kind, boolean heads) {
        return new Frame(
                story,
                "",
                List.of(),
                Optional.empty(),
                step,
                asked,
                Reading.SAYS,
                0,
                Likeness.INNER_PRODUCT,
                Pointer.AWAY,
                OptionalDouble.empty(),
                kind,
                heads);
    }

    /** 1, or how weakly a block is drawn while one of another group is hovered. */
    public double emphasis(int block) {
        int hovered = pointer.block();
        boolean meant = hovered < 0
                || story.blocks().get(hovered).group()
                        == story.blocks().get(block).group();
        return meant ? 1 : Paint.DIMMED;
    }

    /** Whether equals of the run are drawn with it, each in its own colour. */
    public boolean hasPeers() {
        for (Rival rival : rivals) {
            if (rival.manner() == Manner.PEER) {
                return true;
            }
        }
        return false;
    }

    /** The same run under a name, beside others. */
    public Frame against(String called, List<Rival> others) {
        return new Frame(
                story, called, others, ghost, step, asked, reading, layer, likeness, pointer, guess, kind, heads);
    }

    /** The frame of the k-th rival alone, k from 1, if it is there. */
    public Optional<Frame> beside(int k) {
        if (k > rivals.size()) {
            return Optional.empty();
        }
        Rival rival = rivals.get(k - 1);
        boolean known = pointer.block() < rival.story().blocks().size();
        Pointer there = known ? pointer : new Pointer(-1, pointer.step());
        return Optional.of(new Frame(
                rival.story(),
                rival.name(),
                List.of(),
                Optional.empty(),
                step,
                asked,
                reading,
                layer,
                likeness,
                there,
                guess,
                kind,
                heads));
    }

    /** All runs, the scene's own first. */
    public List<RunView> runs() {
        List<RunView> runs = new ArrayList<>();
        runs.add(story);
        rivals.forEach(rival -> runs.add(rival.story()));
        return runs;
    }

    /** The same at another time. */
    public Frame at(double when) {
        return new Frame(
                story, name, rivals, ghost, when, asked, reading, layer, likeness, pointer, guess, kind, heads);
    }

    /** The same with another measure of how alike items are. */
    public Frame alike(Likeness by) {
        return new Frame(story, name, rivals, ghost, step, asked, reading, layer, by, pointer, guess, kind, heads);
    }

    /** The same in another layout. */
    public Frame in(Layout.Kind other, boolean withHeads) {
        return new Frame(
                story, name, rivals, ghost, step, asked, reading, layer, likeness, pointer, guess, other, withHeads);
    }
}
