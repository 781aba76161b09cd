package dynlab.export;

import dynlab.numeric.Decimals;
import java.util.List;
import java.util.Optional;

/** What a run can be written as so that it runs elsewhere: one line a language. {@link #word} is the word of commands. */
public enum Language {
    NUMPY("numpy", "Python with NumPy", "py"),
    PYTORCH("pytorch", "Python with PyTorch", "py"),
    JAVA("java", "Java", "java"),
    NOTEBOOK("notebook", "a Jupyter notebook", "ipynb");

    private final String word;
    private final String title;
    private final String ending;

    Language(String word, String title, String ending) {
        this.word = word;
        this.title = title;
        this.ending = ending;
    }

    public String word() {
        return word;
    }

    /** Such as "Python with NumPy". */
    public String title() {
        return title;
    }

    /** The end of a file's name, without the point. */
    public String ending() {
        return ending;
    }

    public static Optional<Language> of(String word) {
        return List.of(values()).stream()
                .filter(language -> language.word.equals(word))
                .findFirst();
    }

    /**
     * The program.
     *
     * @throws dynlab.experiment.Refused if the language has no such rule
     */
    public String write(Blueprint plan, Decimals decimals) {
        return switch (this) {
            case NUMPY -> python(plan, new NumpyProgram(plan, decimals).sections());
            case PYTORCH -> python(plan, new TorchProgram(plan, decimals).sections());
            case JAVA -> new JavaProgram(plan, decimals).text();
            case NOTEBOOK ->
                Notebook.of(
                        Preface.lines(plan, "Python with NumPy", "Run all cells."),
                        new NumpyProgram(plan, decimals).sections(),
                        decimals);
        };
    }

    private String python(Blueprint plan, List<Section> sections) {
        Lines lines = new Lines();
        for (String line : Preface.lines(plan, title, "Run it with: python3 FILE")) {
            lines.add(line.isEmpty() ? "#" : "# " + line);
        }
        boolean first = true;
        for (Section section : sections) {
            lines.addIf(!first, "\n# ---- " + section.title() + " ----\n");
            lines.add(section.code());
            first = false;
        }
        return lines.toString();
    }
}
