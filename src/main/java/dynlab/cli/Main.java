package dynlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command line: {@code java -jar dynlab.jar serve [DIR] [--port N]}. */
public final class Main {
    private static final String USAGE = "usage: serve [DIR] [--port N]";

    private Main() {}

    /** Runs one command; ends the JVM with status 1 if it fails and 2 if it is not understood. */
    public static void main(String[] args) {
        int status = args.length > 0 && args[0].equals("serve")
                ? serve(List.of(args).subList(1, args.length))
                : refuse(USAGE);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int serve(List<String> words) {
        Path directory = Path.of("target", "site");
        int port = 8080;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--port") && i + 1 < words.size()) {
                i++;
                try {
                    port = Integer.parseInt(words.get(i));
                } catch (NumberFormatException e) {
                    return refuse("--port takes a number, not " + words.get(i) + ".");
                }
            } else if (word.startsWith("--")) {
                return refuse(USAGE);
            } else {
                directory = Path.of(word);
            }
        }
        if (port < 0 || port > 65535) {
            return refuse("--port takes a number from 0 to 65535, not " + port + ".");
        }
        try {
            SiteServer server = SiteServer.start(SiteServer.Setup.of(directory).onPort(port));
            System.out.println("Dynlab is at http://localhost:" + server.port() + "/ (Ctrl-C ends it)");
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int refuse(String reason) {
        System.err.println(reason);
        return 2;
    }
}
