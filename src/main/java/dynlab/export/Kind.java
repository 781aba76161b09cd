package dynlab.export;

import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.scene.Paper;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a run is written as: one line a kind. {@link #word} is the word of commands. */
public enum Kind {
    NUMPY("numpy", "py", program(Language.NUMPY)),
    PYTORCH("pytorch", "py", program(Language.PYTORCH)),
    JAVA("java", "java", program(Language.JAVA)),
    NOTEBOOK("notebook", "ipynb", program(Language.NOTEBOOK)),
    CSV("csv", "csv", (taken, decimals) -> Numbers.csv(taken.experiment(), decimals)),
    JSON("json", "json", (taken, decimals) -> Numbers.json(taken.experiment(), decimals)),
    EXPERIMENT("experiment", "json", (taken, decimals) -> ExperimentCodec.write(taken.experiment(), decimals)),
    BIBTEX("bibtex", "bib", (taken, decimals) -> Paper.citation(taken.scene().id(), digest(taken), taken.query()));

    private final String word;
    private final String ending;
    private final BiFunction<Taken, Decimals, String> writer;

    Kind(String word, String ending, BiFunction<Taken, Decimals, String> writer) {
        this.word = word;
        this.ending = ending;
        this.writer = writer;
    }

    public String word() {
        return word;
    }

    /** The end of a file's name, without the point. */
    public String ending() {
        return ending;
    }

    /**
     * The text of a file; the run is made for it.
     *
     * @throws dynlab.experiment.Refused if it cannot be said
     */
    public String write(Taken taken, Decimals decimals) {
        return writer.apply(taken, decimals);
    }

    public static Optional<Kind> of(String word) {
        return List.of(values()).stream().filter(kind -> kind.word.equals(word)).findFirst();
    }

    private static BiFunction<Taken, Decimals, String> program(Language language) {
        return (taken, decimals) -> language.write(Blueprint.of(taken.experiment(), taken.query()), decimals);
    }

    private static String digest(Taken taken) {
        return Runner.of(taken.experiment()).complete().trajectory().digest().orElseThrow();
    }
}
