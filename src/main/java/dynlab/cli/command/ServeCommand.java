package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.site.SiteServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;

/** {@code serve [DIR] --port N}: the site on this machine. */
public final class ServeCommand implements Command {
    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String usage() {
        return "serve [DIR] [--port N]";
    }

    @Override
    public String summary() {
        return "Serves the site, target/site unless named, on this machine until Ctrl-C.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--port"), List.of());
        List<String> plain = arguments.plain(0, 1, "at most one directory");
        Path directory = plain.isEmpty() ? Path.of("target", "site") : Path.of(plain.get(0));
        int port = arguments.whole("--port", 0, 65535, 8080);
        try {
            SiteServer server = SiteServer.start(SiteServer.Setup.of(directory).onPort(port));
            out.println("Dynlab is at http://localhost:" + server.port() + "/ (Ctrl-C ends it)");
            return Exit.DONE;
        } catch (BindException e) {
            err.println("Port " + port + " is taken: stop what uses it, or choose another with --port (mvn: -Dport=).");
        } catch (IOException e) {
            err.println("Cannot serve " + directory + ": " + e.getMessage());
        }
        return Exit.FILE;
    }
}
