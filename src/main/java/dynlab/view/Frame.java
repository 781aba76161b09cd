package dynlab.view;

import java.util.Optional;

/**
 * All that a figure may show, read-only.
 *
 * @param story the run
 * @param rival a second run drawn beside it, and its name
 * @param ghost the last run while a new one is computed
 * @param step the time cursor
 * @param asked which question the answer plot shows
 * @param reading what the item × property matrix shows
 * @param layer which similarity: index of a hidden layer, or −1 for the output
 * @param pointer what the pointer is on
 * @param kind the layout
 * @param heads whether views draw the heads that a page has as elements
 */
public record Frame(
        Story story,
        Optional<Rival> rival,
        Optional<Story> ghost,
        double step,
        Asked asked,
        Reading reading,
        int layer,
        Pointer pointer,
        Layout.Kind kind,
        boolean heads) {

    /** A second run and its name, such as "shallow". */
    public record Rival(Story story, String name) {}

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
    public static Frame of(Story story, double step, Asked asked, Layout.Kind kind, boolean heads) {
        return new Frame(
                story, Optional.empty(), Optional.empty(), step, asked, Reading.SAYS, 0, Pointer.AWAY, kind, heads);
    }

    /** 1, or how weakly a block is drawn while one of another group is hovered. */
    public double emphasis(int block) {
        int hovered = pointer.block();
        boolean meant = hovered < 0
                || story.blocks().get(hovered).group()
                        == story.blocks().get(block).group();
        return meant ? 1 : Paint.DIMMED;
    }

    /** The same beside a second run. */
    public Frame against(Optional<Rival> other) {
        return new Frame(story, other, ghost, step, asked, reading, layer, pointer, kind, heads);
    }

    /** The same at another time. */
    public Frame at(double when) {
        return new Frame(story, rival, ghost, when, asked, reading, layer, pointer, kind, heads);
    }

    /** The same with the pointer elsewhere. */
    public Frame pointing(Pointer where) {
        return new Frame(story, rival, ghost, step, asked, reading, layer, where, kind, heads);
    }

    /** The same in another layout. */
    public Frame in(Layout.Kind other, boolean withHeads) {
        return new Frame(story, rival, ghost, step, asked, reading, layer, pointer, other, withHeads);
    }
}
