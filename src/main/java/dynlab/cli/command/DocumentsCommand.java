package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.FileFailed;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.cli.site.Documents;
import dynlab.cli.site.PageTemplate;
import dynlab.experiment.file.TrajectoryCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code documents ROOT SITE}: what is to be read of the repository, as pages of the site. Part of the build. */
@Command(name = "documents", description = "Makes pages of the documents, with what they link; part of the build.")
public final class DocumentsCommand implements Callable<Integer> {
    private static final List<String> ALL = List.of(
            "README.md",
            "docs/teaching.md",
            "docs/hosting.md",
            "docs/experiment-file.md",
            "docs/sweep.md",
            "docs/theory.md",
            "docs/acceptance.md",
            "docs/design.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md");

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "ROOT", description = "The directory of the repository.")
    private Path root = Path.of("");

    @Parameters(index = "1", paramLabel = "SITE", description = "The directory of the site.")
    private Path site = Path.of("");

    public DocumentsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String path : ALL) {
            texts.put(path, read(path));
        }
        PageTemplate template = new PageTemplate("docs/index.html", read("web/docs/index.html"));
        Documents documents = new Documents(template, TrajectoryCodec.ENGINE, texts);
        Path folder = site.resolve("docs");
        OutputFile.directory(folder);
        documents
                .pages()
                .forEach((name, page) -> OutputFile.write(folder.resolve(name).toString(), page, streams.out()));
        for (String path : documents.pictures()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            OutputFile.write(folder.resolve(name).toString(), bytes(root.resolve(path)));
        }
        return Exit.DONE;
    }

    private String read(String path) {
        return InputFile.read(root.resolve(path).toString());
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new FileFailed(path + ", which a document shows, could not be read.");
        }
    }
}
