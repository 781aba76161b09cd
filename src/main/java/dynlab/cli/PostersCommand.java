package dynlab.cli;

import dynlab.experiment.Experiment;
import dynlab.experiment.Packet;
import dynlab.experiment.Poster;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Runner;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code posters DIR}: a finished run of every scene, for the moment before the engine has started. Part of the build. */
final class PostersCommand implements Command {
    /** Records in a poster, about: more make it heavier than the page. */
    private static final int RECORDS = 64;

    @Override
    public String name() {
        return "posters";
    }

    @Override
    public String usage() {
        return "posters DIR";
    }

    @Override
    public String summary() {
        return "Runs every scene as it opens and writes the compact records that a page shows first; part of the build.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Path directory = Path.of(new Arguments(words, List.of(), List.of())
                .plain(1, 1, "one directory")
                .get(0));
        for (Scene scene : Scenes.ALL) {
            byte[] bytes =
                    Poster.encode(Packet.of(Runner.of(thinned(scene.experiment(SceneConfig.initial(scene.knobs()))))
                            .complete()));
            try {
                java.nio.file.Files.createDirectories(directory);
                java.nio.file.Files.write(directory.resolve(scene.id() + ".run"), bytes);
            } catch (IOException e) {
                throw new Files.Failed(directory + " could not be written.");
            }
        }
        return Exit.DONE;
    }

    private static Experiment thinned(Experiment e) {
        int every = 1 + (e.training().steps() - 1) / RECORDS;
        RecordPlan plan =
                new RecordPlan(new RecordPlan.When.Every(every), e.record().quantities());
        return new Experiment(
                e.name(), e.description(), e.architecture(), e.contexts(), e.start(), e.training(), plan, e.theory());
    }
}
