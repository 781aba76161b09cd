package dynlab.cli.site;

import com.sun.net.httpserver.HttpExchange;
import dynlab.numeric.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Serves the site while it is worked on: when a source changes, builds again and reloads every open page. Started by
 * {@code mvn -Pdev} in the project's directory.
 */
final class DevServer {
    private static final Path WEB = Path.of("web");
    private static final Path JAVA = Path.of("src", "main");
    private static final int POLL_MILLISECONDS = 300;

    private static final String TAIL = "<script src=\"/dev/reload.js\"></script>";
    private static final String SCRIPT = "new EventSource('/dev/events').onmessage = () => location.reload();";

    /** In place of the site's own, which keeps what was built before: lets go of what an earlier one kept. */
    private static final String KEEPS_NOTHING = "self.addEventListener('install', () => self.skipWaiting());"
            + " self.addEventListener('activate', () => self.registration.unregister());";

    private final Queue<OutputStream> pages = new ConcurrentLinkedQueue<>();

    private DevServer() {}

    /** Runs until interrupted; the arguments are the directory of the site and the port. */
    public static void main(String[] args) throws InterruptedException {
        try {
            new DevServer().run(Path.of(args[0]), Integer.parseInt(args[1]));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run(Path site, int port) throws IOException, InterruptedException {
        SiteServer.Setup setup = SiteServer.Setup.of(site).onPort(port).withTail(TAIL);
        try (SiteServer server = SiteServer.start(setup)) {
            server.answer("/dev/reload.js", exchange -> sendScript(exchange, SCRIPT));
            server.answer("/sw.js", exchange -> sendScript(exchange, KEEPS_NOTHING));
            server.answer("/dev/events", this::subscribe);
            System.out.println(
                    "Dynlab is at http://localhost:" + server.port() + "/ and follows changes (Ctrl-C ends it)");
            watch();
        }
    }

    private void watch() throws IOException, InterruptedException {
        Map<Path, FileTime> web = times(WEB);
        Map<Path, FileTime> java = times(JAVA);
        while (true) {
            Thread.sleep(POLL_MILLISECONDS);
            Map<Path, FileTime> newWeb = times(WEB);
            Map<Path, FileTime> newJava = times(JAVA);
            boolean webChanged = !newWeb.equals(web);
            boolean javaChanged = !newJava.equals(java);
            web = newWeb;
            java = newJava;
            if ((webChanged || javaChanged)
                    && build(
                            javaChanged
                                    ? List.of("process-classes")
                                    : List.of("resources:copy-resources@web", "exec:java@pages"))) {
                reload();
            }
        }
    }

    private static boolean build(List<String> goals) throws IOException, InterruptedException {
        String script = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        Path maven = Path.of(System.getProperty("maven.home"), "bin", script);
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(maven.toString(), "-q", "-o", "-Pdev"));
        command.addAll(goals);
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        String seconds = Numbers.fixed((System.nanoTime() - start) / 1e9, 1);
        System.out.println((status == 0 ? "built: " : "failed: ") + seconds + " s");
        return status == 0;
    }

    private static Map<Path, FileTime> times(Path root) throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // An editor replaced a file while we looked; the next look sees the new one.
            return Map.of();
        }
        return times;
    }

    private static void sendScript(HttpExchange exchange, String script) throws IOException {
        try (exchange) {
            byte[] body = script.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/javascript");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Leaves the answer open: each line written to it later is an event in the page. */
    private void subscribe(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        OutputStream page = exchange.getResponseBody();
        page.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        page.flush();
        pages.add(page);
    }

    private void reload() {
        for (OutputStream page : List.copyOf(pages)) {
            pages.remove(page); // it subscribes again once reloaded
            try (page) {
                page.write("data: built\n\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                System.out.println("a page was closed meanwhile");
            }
        }
    }
}
