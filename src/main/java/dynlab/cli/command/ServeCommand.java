package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.Streams;
import dynlab.cli.site.SiteServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve [DIR] --port N}: the site on this machine. */
@Command(name = "serve", description = "Serves the site on this machine until Ctrl-C.")
public final class ServeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The site; target/site unless named.")
    private Path directory = Path.of("target", "site");

    @Option(names = "--port", paramLabel = "N", description = "The port, 8080 unless named; 0 is any free one.")
    private String portWord = "8080";

    public ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int port = Chosen.whole("--port", portWord, 0, 65535);
        try {
            SiteServer server = SiteServer.start(SiteServer.Setup.of(directory).onPort(port));
            streams.out().println("Dynlab is at http://localhost:" + server.port() + "/ (Ctrl-C ends it)");
            return Exit.DONE;
        } catch (BindException e) {
            streams.err()
                    .println("Port " + port
                            + " is taken: stop what uses it, or choose another with --port (mvn: -Dport=).");
        } catch (IOException e) {
            streams.err().println("Cannot serve " + directory + ": " + e.getMessage());
        }
        return Exit.FILE;
    }
}
