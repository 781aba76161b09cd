package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.FileFailed;
import dynlab.cli.InputFile;
import dynlab.cli.Misused;
import dynlab.cli.Streams;
import dynlab.cli.sweep.Engine;
import dynlab.cli.sweep.Job;
import dynlab.cli.sweep.Parts;
import dynlab.cli.sweep.RowsFile;
import dynlab.cli.sweep.SweepRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep PLAN.json --out DIR}: one experiment at many settings, a row of numbers for each. */
@Command(
        name = "sweep",
        description = "Runs an experiment at many settings, keeps a row of numbers of each, and draws them; goes on"
                + " where it stopped. docs/sweep.md describes the plan.")
public final class SweepCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 4096;

    private final Streams streams;

    @Parameters(paramLabel = "PLAN.json", description = "What is varied, and what is kept.")
    private String file = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The directory to write to.")
    private Path directory = Path.of("");

    @Option(names = "--threads", paramLabel = "N", description = "As many as there are cores unless named.")
    private Optional<String> threads = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", description = "threads (which is usual) or spark.")
    private String engineWord = "threads";

    @Option(names = "--master", paramLabel = "URL", description = "Of Spark; local[*] unless named.")
    private Optional<String> master = Optional.empty();

    @Option(names = "--parquet", description = "Writes the rows as Parquet too.")
    private boolean parquet;

    public SweepCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Engine engine = Parts.engine(engineWord);
        Optional<RowsFile> beside = parquet ? Optional.of(Parts.file("parquet")) : Optional.empty();
        boolean spark = engineWord.equals("spark");
        if (master.isPresent() && !spark) {
            throw new Misused("--master belongs to --engine spark.");
        }
        if (threads.isPresent() && spark) {
            throw new Misused("--threads belongs to --engine threads; Spark's threads are named by --master local[N].");
        }
        String count = threads.map(word -> Integer.toString(Chosen.whole("--threads", word, 1, MOST_THREADS)))
                .orElse("");
        Path plan = Path.of(file).toAbsolutePath();
        Job job = Job.read(
                InputFile.read(file),
                name -> InputFile.read(plan.resolveSibling(name).toString()));
        SweepRun run = new SweepRun(job, directory, streams.err());
        run.complete(engine, spark ? master.orElse("local[*]") : count, () -> false);
        if (beside.isPresent()) {
            write(beside.get(), job, run);
        }
        streams.out().println(directory.resolve("rows.csv"));
        return Exit.DONE;
    }

    private void write(RowsFile form, Job job, SweepRun run) {
        Path target = directory.resolve("rows." + form.word());
        Path draft = directory.resolve(".rows." + form.word() + ".part");
        try {
            Files.deleteIfExists(draft);
            form.write(draft, job.plan().columns(), run.rows());
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FileFailed(target + " could not be written.");
        }
    }
}
