package dynlab.export;

import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs to be taken away: lessons as they open, and networks that show every field of the experiment file. */
final class Runs {
    static final Decimals DECIMALS = new ExactDecimals();
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final List<String> SCENES =
            List.of("hierarchy", "shark", "chain", "xor", "routing", "contexts", "race", "init-scale");

    /** A run and what it is called. */
    record Run(String name, Experiment experiment) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Runs() {}

    static List<Run> scenes() {
        List<Run> all = new ArrayList<>();
        for (Scene scene : Scenes.ALL) {
            if (SCENES.contains(scene.id())) {
                all.add(new Run(scene.id(), scene.experiment(SceneConfig.initial(scene.knobs()))));
            }
        }
        return all;
    }

    /** Every file that docs/experiment-file.md shows. */
    static List<Run> drawn() {
        List<Run> all = new ArrayList<>();
        String text = read(Path.of("docs/experiment-file.md"));
        Matcher matcher = EXAMPLE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).contains("\"" + ExperimentCodec.FORMAT + "\"")) {
                String before = text.substring(0, matcher.start());
                String section = before.substring(before.lastIndexOf("\n#") + 1);
                String title = section.substring(0, section.indexOf('\n')) + " " + all.size();
                all.add(new Run(title, ExperimentCodec.read(matcher.group(1), DECIMALS)));
            }
        }
        for (String file : Edges.ALL) {
            all.add(new Run("edge case " + all.size(), ExperimentCodec.read(file, DECIMALS)));
        }
        return all;
    }

    static List<Run> all() {
        List<Run> all = new ArrayList<>(scenes());
        all.addAll(drawn());
        return all;
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
