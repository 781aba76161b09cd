package dynlab.view;

import dynlab.experiment.Quantity;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a view draws of runs besides their losses and theories. What nothing draws need not be recorded.
 *
 * @param own quantities of the run that it is a view of
 * @param offers quantities of that run that it draws where they are recorded, and does without elsewhere
 * @param others quantities of the runs beside it that it draws where they are recorded
 */
public record Needs(Set<Quantity> own, Set<Quantity> offers, Set<Quantity> others) {
    /** The loss alone. */
    public static final Needs NOTHING = new Needs(Set.of(), Set.of(), Set.of());

    public Needs {
        own = Set.copyOf(own);
        offers = Set.copyOf(offers);
        others = Set.copyOf(others);
    }

    /** Quantities of its own run. */
    public static Needs of(Quantity first, Quantity... more) {
        return new Needs(EnumSet.of(first, more), Set.of(), Set.of());
    }

    /** The same, and as much of the runs beside it as is recorded. */
    public Needs alsoBeside() {
        return new Needs(own, offers, own);
    }

    /** The same where it is recorded. */
    public Needs offered() {
        return new Needs(/* own= */ Set.of(), /* offers= */ own, others);
    }
}
