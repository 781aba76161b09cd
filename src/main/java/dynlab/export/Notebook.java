package dynlab.export;

import dynlab.experiment.file.JsonWriter;
import dynlab.numeric.Decimals;
import java.util.List;

/** A program in pieces as a Jupyter notebook, nbformat 4.5, with a picture of the loss at its end. */
final class Notebook {
    private static final String PICTURE = """
            try:
                import matplotlib.pyplot as plt
            except ImportError:
                print("install matplotlib to see the curve")
            else:
                plt.plot(seen, [losses[step] for step in seen], label="this program")
                plt.plot(seen, expected, "--", label="recorded run")
                plt.xlabel("step")
                plt.ylabel("loss")
                plt.legend()
                plt.show()
            """;

    private final JsonWriter json;
    private int cells;

    private Notebook(Decimals decimals) {
        json = new JsonWriter(decimals);
    }

    static String of(List<String> preface, List<Section> sections, Decimals decimals) {
        Notebook book = new Notebook(decimals);
        book.json.open('{').name("cells").open('[');
        book.markdown("# " + String.join("\n", preface) + "\n");
        for (Section section : sections) {
            book.markdown("## " + section.title() + "\n");
            book.code(section.code());
        }
        book.code(PICTURE);
        book.json.close(']');
        book.json.line().name("metadata").open('{').name("kernelspec").open('{');
        book.json.name("display_name").text("Python 3");
        book.json.name("language").text("python");
        book.json.name("name").text("python3").close('}');
        book.json
                .name("language_info")
                .open('{')
                .name("name")
                .text("python")
                .close('}')
                .close('}');
        book.json.line().name("nbformat").number(4).name("nbformat_minor").number(5);
        return book.json.close('}') + "\n";
    }

    private void begin(String kind) {
        cells++;
        json.line().open('{').name("cell_type").text(kind);
        json.name("id").text("cell-" + cells);
        json.name("metadata").open('{').close('}');
    }

    private void markdown(String text) {
        begin("markdown");
        source(text);
        json.close('}');
    }

    private void code(String text) {
        begin("code");
        json.name("execution_count").literal("null");
        json.name("outputs").open('[').close(']');
        source(text);
        json.close('}');
    }

    private void source(String text) {
        json.name("source").open('[');
        String[] lines = text.strip().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            json.text(lines[i] + (i + 1 < lines.length ? "\n" : ""));
        }
        json.close(']');
    }
}
