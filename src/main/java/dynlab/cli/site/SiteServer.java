package dynlab.cli.site;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * Serves the files below one directory to this machine only. For development, lectures without a network, and browser
 * tests: the real site is static files on any host.
 */
public final class SiteServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("md", "text/markdown; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final HttpServer server;
    private final ExecutorService threads;

    private SiteServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * What to serve, and how.
     *
     * @param root directory that holds the site
     * @param port port to listen on, 0 for any free one
     * @param prefix path under which the site appears, with a slash at both ends
     * @param types MIME type by file extension, where it differs from the usual one
     * @param headers sent with every answer
     * @param tail appended to every HTML page
     */
    public record Setup(
            Path root, int port, String prefix, Map<String, String> types, Map<String, String> headers, String tail) {
        public Setup {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("port " + port + " is not in 0 .. 65535");
            }
            if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
                throw new IllegalArgumentException("prefix " + prefix + " lacks a slash at one end");
            }
            types = Map.copyOf(types);
            headers = Map.copyOf(headers);
        }

        /** The site in {@code root} at {@code /}, on any free port, with the usual types and no header of its own. */
        public static Setup of(Path root) {
            return new Setup(root, 0, "/", Map.of(), Map.of(), "");
        }

        /** The same on the given port. */
        public Setup onPort(int newPort) {
            return new Setup(root, newPort, prefix, types, headers, tail);
        }

        /** The same below a path such as {@code /a/b/}. */
        public Setup under(String newPrefix) {
            return new Setup(root, port, newPrefix, types, headers, tail);
        }

        /** The same with another MIME type for one file extension (without the dot). */
        public Setup withType(String extension, String type) {
            return new Setup(root, port, prefix, plus(types, extension, type), headers, tail);
        }

        /** The same with one more header on every answer. */
        public Setup withHeader(String name, String value) {
            return new Setup(root, port, prefix, types, plus(headers, name, value), tail);
        }

        /** The same with some markup after every HTML page. */
        public Setup withTail(String newTail) {
            return new Setup(root, port, prefix, types, headers, newTail);
        }

        private static Map<String, String> plus(Map<String, String> map, String key, String value) {
            Map<String, String> result = new HashMap<>(map);
            result.put(key, value);
            return result;
        }
    }

    /**
     * Starts to serve; threads are daemons, except the one that accepts connections, which lives until {@link #close}.
     *
     * @throws BindException if the port is taken; the message can be shown
     * @throws IOException if there is no such directory; the message can be shown
     */
    public static SiteServer start(Setup setup) throws IOException {
        // Without it each answer waits about 40 ms for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Who neither asks nor reads on holds a thread; after so many seconds the connection is closed.
        System.setProperty("sun.net.httpserver.maxReqTime", "15");
        System.setProperty("sun.net.httpserver.maxRspTime", "300");
        if (!Files.isDirectory(setup.root())) {
            throw new IOException("There is no directory " + setup.root() + ".");
        }
        Path root = setup.root().toRealPath();
        HttpServer server = listen(setup.port());
        // As many as there are requests: with a fixed number, as many stalled clients would stop it.
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "site");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, root, setup);
            }
        });
        server.start();
        return new SiteServer(server, threads);
    }

    private static HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            BindException clear =
                    new BindException("Port " + port + " is taken: stop what uses it, or choose another one.");
            clear.initCause(e);
            throw clear;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Lets a handler answer for one path; the handler closes the exchange. */
    void answer(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Stops at once, dropping requests under way. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Path root, Setup setup) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-cache");
        headers.set("X-Content-Type-Options", "nosniff");
        setup.headers().forEach(headers::set);
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            headers.set("Allow", "GET, HEAD");
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Optional<Path> found = path.startsWith(setup.prefix())
                ? locate(root, path.substring(setup.prefix().length()))
                : Optional.empty();
        if (found.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
        } else if (Files.isDirectory(found.get())) {
            URI asked = exchange.getRequestURI();
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            headers.set("Location", asked.getRawPath() + "/" + query);
            exchange.sendResponseHeaders(301, -1);
        } else {
            send(exchange, found.get(), setup, method.equals("HEAD"));
        }
    }

    /** The file for a decoded path relative to the root; a directory if the path lacks its last slash. */
    private static Optional<Path> locate(Path root, String path) throws IOException {
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        try {
            Path candidate = root.resolve(file).normalize();
            // The second check is for symbolic links that lead out.
            boolean inside = candidate.startsWith(root)
                    && Files.exists(candidate)
                    && candidate.toRealPath().startsWith(root);
            return inside ? Optional.of(candidate) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void send(HttpExchange exchange, Path file, Setup setup, boolean headOnly) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String usual = TYPES.getOrDefault(extension, "application/octet-stream");
        String type = setup.types().getOrDefault(extension, usual);
        headers.set("Content-Type", type);
        headers.set("Vary", "Accept-Encoding");
        byte[] body = Files.readAllBytes(file);
        if (extension.equals("html") && !setup.tail().isEmpty()) {
            body = (new String(body, StandardCharsets.UTF_8) + setup.tail()).getBytes(StandardCharsets.UTF_8);
        }
        String tag = tag(body);
        headers.set("ETag", tag);
        if (exchange.getRequestHeaders()
                .getOrDefault("If-None-Match", List.of())
                .contains(tag)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        if (compressible(usual) && acceptsGzip(exchange.getRequestHeaders())) {
            headers.set("Content-Encoding", "gzip");
            body = gzip(body);
        }
        if (headOnly || body.length == 0) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Names the bytes, packed or not; a browser that has them asks again by this name and is told that they are the same. */
    private static String tag(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return "W/\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
    }

    private static boolean compressible(String type) {
        return type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.equals("application/wasm");
    }

    private static boolean acceptsGzip(Headers request) {
        for (String line : request.getOrDefault("Accept-Encoding", List.of())) {
            for (String coding : line.split(",", -1)) {
                String plain = coding.replace(" ", "").toLowerCase(Locale.ROOT);
                if (plain.equals("gzip") || plain.startsWith("gzip;") && !plain.matches("gzip;q=0(\\.0*)?")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
