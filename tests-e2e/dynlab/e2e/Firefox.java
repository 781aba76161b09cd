package dynlab.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.bidi.Event;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/** Headless Firefox, which speaks WebDriver BiDi itself: no other program stands between. */
final class Firefox implements Engine {
    private static final String LISTENS = "WebDriver BiDi listening on ";

    private final Process process;
    private final Path profile;
    private final HttpClient client;
    private final BiDi protocol;
    private final String page;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Firefox(Process process, Path profile, String address) throws IOException {
        this.process = process;
        this.profile = profile;
        URI session = URI.create(address + "/session");
        URL base = URI.create("http" + address.substring("ws".length())).toURL();
        client = HttpClient.Factory.createDefault()
                .createClient(ClientConfig.defaultConfig().baseUrl(base));
        protocol = new BiDi(new Connection(client, session.toString()));
        ask("session.new", Map.of("capabilities", Map.of()));
        page = String.valueOf(
                ask("browsingContext.create", Map.of("type", "tab")).get("context"));
        ask("browsingContext.setViewport", Map.of("context", page, "viewport", Map.of("width", 1280, "height", 800)));
        protocol.addListener(new Event<>("log.entryAdded", entry -> entry), this::logged);
    }

    static Firefox open() throws IOException {
        Path profile = Files.createTempDirectory("dynlab-firefox");
        Process process = new ProcessBuilder(
                        System.getProperty("firefox", "/usr/bin/firefox-esr"),
                        "--headless",
                        "--no-remote",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port",
                        "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENS)) {
                Thread reader = new Thread(() -> drain(output));
                reader.setDaemon(true);
                reader.start();
                return new Firefox(
                        process, profile, line.substring(LISTENS.length()).strip());
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    /** A process whose output nobody reads stands still once the pipe is full. */
    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // what it says is of no interest
            }
        } catch (IOException closed) {
            // it has ended
        }
    }

    private void logged(Map<String, Object> entry) {
        if ("error".equals(entry.get("level"))) {
            errors.add(String.valueOf(entry.get("text")));
        }
    }

    private Map<String, Object> ask(String method, Map<String, Object> parameters) {
        return protocol.send(new Command<>(method, parameters, Map.class));
    }

    @Override
    public void visit(String address) {
        ask("browsingContext.navigate", Map.of("context", page, "url", "about:blank", "wait", "complete"));
        errors.clear();
        ask("browsingContext.navigate", Map.of("context", page, "url", address, "wait", "complete"));
    }

    @Override
    public String run(String script) {
        Map<String, Object> answer = ask(
                "script.evaluate",
                Map.of(
                        "expression",
                        "String((() => { " + script + " })())",
                        "target",
                        Map.of("context", page),
                        "awaitPromise",
                        false));
        if (!(answer.get("result") instanceof Map<?, ?> result)) {
            throw new AssertionError(script + ": " + answer);
        }
        return String.valueOf(result.get("value"));
    }

    @Override
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() throws IOException {
        protocol.close();
        client.close();
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(Firefox::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
