package dynlab.theory;

import java.util.List;

/**
 * A mode of a path that would have to change its sign and cannot: its product starts with one sign, the best products have
 * the other, and the two smallest weights of the path are of one size, so that they would have to vanish together. The
 * reduction stays on a saddle for ever, while a network with the smallest misalignment leaves it. Derived in
 * docs/theory.md §5.6.
 *
 * @param path the ids of its edges, from the input up
 * @param mode number of the mode, from 0
 * @param required the product that would be best, Σ_j D(j, p) B_j = S(p)
 * @param initial the product at the start
 */
public record SignTrap(List<String> path, int mode, double required, double initial) {
    public SignTrap {
        path = List.copyOf(path);
    }

    /** Those among the modes that cannot move that have the wrong sign. */
    public static List<SignTrap> among(List<Saddle> saddles) {
        return saddles.stream()
                .filter(s -> s.cause() == Saddle.Cause.SIGN)
                .map(s -> new SignTrap(s.path(), s.mode(), s.required(), s.initial()))
                .toList();
    }
}
