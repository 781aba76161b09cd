package dynlab.view.graph;

import dynlab.architecture.Architecture;
import dynlab.architecture.PathwayGroups;
import dynlab.drawing.Drawing;
import dynlab.view.DrawnRace;
import dynlab.view.pen.Ink;
import java.util.List;
import java.util.Optional;

/** Which colour the layers and connections of a drawing have: that of their pathway, or ink where several meet. */
public final class PathwayInks {
    private final Architecture graph;
    private final List<PathwayGroups.Group> groups;

    private PathwayInks(Architecture graph, List<PathwayGroups.Group> groups) {
        this.graph = graph;
        this.groups = groups;
    }

    public static PathwayInks of(Drawing drawing) {
        Architecture graph = drawing.architecture();
        return new PathwayInks(
                graph, PathwayGroups.of(graph, drawing.contexts()).orElse(List.of()));
    }

    public Ink edge(int e) {
        return ink(place(group -> group.uses(e)));
    }

    /** That of an input or output is ink, for a pathway is what lies between. */
    public Ink node(String id) {
        return ink(pathway(id));
    }

    /** The place of the pathway that alone has a layer; nothing where several or none have it. */
    public Optional<Integer> pathway(String id) {
        int v = graph.node(id).orElse(-1);
        return place(group -> group.hidden().contains(v));
    }

    private static Ink ink(Optional<Integer> place) {
        return place.map(DrawnRace::ink).orElse(Ink.INK_2);
    }

    private interface Has {
        boolean in(PathwayGroups.Group group);
    }

    private Optional<Integer> place(Has part) {
        Optional<Integer> found = Optional.empty();
        for (int k = 0; k < groups.size(); k++) {
            if (part.in(groups.get(k))) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(k);
            }
        }
        return found;
    }
}
