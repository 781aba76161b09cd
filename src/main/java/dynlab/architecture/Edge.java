package dynlab.architecture;

import java.util.Optional;

/**
 * A full weight matrix from one node to another, of shape width(target) × width(source).
 *
 * @param id name, unique among the edges
 * @param source id of the node that it reads
 * @param target id of the node that it feeds
 * @param tied whose matrix it uses, if it has none of its own
 */
public record Edge(String id, String source, String target, Optional<Tie> tied) {
    /**
     * The use of another edge's matrix.
     *
     * @param to id of the edge that owns the matrix
     * @param transpose whether it is used transposed
     */
    public record Tie(String to, boolean transpose) {}

    /** An edge with a matrix of its own. */
    public Edge(String id, String source, String target) {
        this(id, source, target, Optional.empty());
    }
}
