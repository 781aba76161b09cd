package dynlab.view;

import dynlab.experiment.Quantity;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a view draws of runs besides their losses and theories, and how densely. What nothing draws need not be recorded, and what
 * all draw as a picture of one moment need not be recorded as often as a curve.
 *
 * @param own quantities of the run that it is a view of
 * @param offers quantities of that run that it draws where they are recorded, and does without elsewhere
 * @param others quantities of the runs beside it that it draws where they are recorded
 * @param pictures which of all these it draws as pictures of one moment, and not along time
 */
public record Needs(Set<Quantity> own, Set<Quantity> offers, Set<Quantity> others, Set<Quantity> pictures) {
    /** The loss alone. */
    public static final Needs NOTHING = new Needs(Set.of(), Set.of(), Set.of(), Set.of());

    public Needs {
        own = Set.copyOf(own);
        offers = Set.copyOf(offers);
        others = Set.copyOf(others);
        pictures = Set.copyOf(pictures);
    }

    /** Quantities of its own run, drawn along time. */
    public static Needs of(Quantity first, Quantity... more) {
        return new Needs(EnumSet.of(first, more), Set.of(), Set.of(), Set.of());
    }

    /** Quantities of its own run, drawn as pictures of one moment. */
    public static Needs pictures(Quantity first, Quantity... more) {
        Set<Quantity> all = EnumSet.of(first, more);
        return new Needs(all, Set.of(), Set.of(), all);
    }

    /** The same, and as much of the runs beside it as is recorded. */
    public Needs alsoBeside() {
        return new Needs(own, offers, own, pictures);
    }

    /** The same where it is recorded. */
    public Needs offered() {
        return new Needs(/* own= */ Set.of(), /* offers= */ own, others, pictures);
    }
}
