package dynlab.scene;

import java.util.ArrayList;
import java.util.List;

/** The papers behind the lessons, to be cited: one line a paper, and which lessons it is behind. */
public enum Paper {
    SEMANTIC(
            "saxe2019semantic",
            "article",
            "Saxe, Andrew M. and McClelland, James L. and Ganguli, Surya",
            "A mathematical theory of semantic development in deep neural networks",
            "journal = {Proceedings of the National Academy of Sciences}, volume = {116}, number = {23}, pages = {11537--11546}",
            2019),
    EXACT(
            "saxe2014exact",
            "inproceedings",
            "Saxe, Andrew M. and McClelland, James L. and Ganguli, Surya",
            "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks",
            "booktitle = {International Conference on Learning Representations}",
            2014),
    PRIOR(
            "braun2022exact",
            "inproceedings",
            "Braun, Lukas and Dominé, Clémentine and Fitzgerald, James and Saxe, Andrew",
            "Exact learning dynamics of deep linear networks with prior knowledge",
            "booktitle = {Advances in Neural Information Processing Systems}",
            2022),
    RICH_LAZY(
            "domine2024lazy",
            "article",
            "Dominé, Clémentine and others",
            "From lazy to rich: exact learning dynamics in deep linear networks",
            "journal = {arXiv preprint}",
            2024),
    RACE(
            "saxe2022race",
            "inproceedings",
            "Saxe, Andrew and Sodhani, Shagun and Lewallen, Sam Jay",
            "The neural race reduction: dynamics of abstraction in gated networks",
            "booktitle = {International Conference on Machine Learning}",
            2022),
    HASTE(
            "jarvis2025haste",
            "inproceedings",
            "Jarvis, Devon and Klein, Richard and Rosman, Benjamin and Saxe, Andrew",
            "Make haste slowly: a theory of emergent structured mixed selectivity in feature learning {ReLU} networks",
            "booktitle = {International Conference on Learning Representations}",
            2025);

    private final String key;
    private final String kind;
    private final String authors;
    private final String title;
    private final String where;
    private final int year;

    Paper(String key, String kind, String authors, String title, String where, int year) {
        this.key = key;
        this.kind = kind;
        this.authors = authors;
        this.title = title;
        this.where = where;
        this.year = year;
    }

    /** The papers behind a lesson, the nearest first; none behind what a reader has drawn. */
    public static List<Paper> behind(String scene) {
        return switch (scene) {
            case "hierarchy", "shark", "forms", "semantics" -> List.of(SEMANTIC);
            case "chain", "surface", "regression", "carry-over" -> List.of(EXACT, SEMANTIC);
            case "init-scale" -> List.of(SEMANTIC, RICH_LAZY);
            case "rich-lazy" -> List.of(RICH_LAZY, PRIOR);
            case "xor", "routing", "race", "regimes", "limits", "digits" -> List.of(RACE);
            case "contexts", "discover", "mixed", "depth" -> List.of(HASTE, RACE);
            default -> List.of();
        };
    }

    /** The entry of a bibliography. */
    public String bibtex() {
        return "@" + kind + "{" + key + ",\n  author = {" + authors + "},\n  title = {" + title + "},\n  " + where
                + ",\n  year = {" + year + "}\n}\n";
    }

    /**
     * What to cite for a run: the papers behind its lesson, and the laboratory with the run's digest.
     *
     * @param link where the run is shown, or nothing
     */
    public static String citation(String scene, String digest, String link) {
        List<String> entries = new ArrayList<>();
        behind(scene).forEach(paper -> entries.add(paper.bibtex()));
        String address = link.isEmpty() ? "" : ",\n  howpublished = {\\url{" + link + "}}";
        entries.add(
                "@misc{dynlab,\n  title = {Dynlab: a laboratory of how networks learn, version 1.0.0},\n  note = {run "
                        + digest + "}" + address + "\n}\n");
        return String.join("\n", entries);
    }
}
