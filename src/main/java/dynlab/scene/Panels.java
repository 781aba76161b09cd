package dynlab.scene;

import java.util.List;

/**
 * Which views a scene shows, by their ids, and where. A view of a companion's run is {@code id@k}, k from 1.
 *
 * @param left beside the knobs: what is learned
 * @param centre stacked over one time axis, the most telling one last
 * @param right how it is represented, at most two
 * @param embed what a small figure shows of the centre, at most two; the last alone where there is room for one
 * @param first what a page shows that has room for one, and the others behind tabs: where the gesture is, or what answers
 */
public record Panels(String left, List<String> centre, List<String> right, List<String> embed, String first) {
    public Panels {
        centre = List.copyOf(centre);
        right = List.copyOf(right);
        embed = List.copyOf(embed);
    }

    public Panels(String left, List<String> centre, List<String> right, List<String> embed) {
        this(left, centre, right, embed, centre.get(centre.size() - 1));
    }

    /** The same with another view first, if it is among them. */
    public Panels first(String view) {
        boolean there = left.equals(view) || centre.contains(view) || right.contains(view);
        return there ? new Panels(left, centre, right, embed, view) : this;
    }
}
