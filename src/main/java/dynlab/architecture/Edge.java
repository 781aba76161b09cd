package dynlab.architecture;

/**
 * A full weight matrix from one node to another, of shape width(target) × width(source).
 *
 * @param id name, unique among the edges
 * @param source id of the node that it reads
 * @param target id of the node that it feeds
 */
public record Edge(String id, String source, String target) {}
