package dynlab.cli.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteServerTest {
    private static final byte[] WASM = {0, 'a', 's', 'm', 1, 0, 0, 0};

    @TempDir
    Path directory;

    Path root;

    @BeforeEach
    void writeSite() throws IOException {
        root = Files.createDirectories(directory.resolve("site"));
        Files.writeString(directory.resolve("secret.txt"), "not part of the site");
        Files.writeString(root.resolve("index.html"), "<title>home</title>");
        Files.createDirectories(root.resolve("lab"));
        Files.writeString(root.resolve("lab/index.html"), "<title>lab</title>");
        Files.write(root.resolve("worker.wasm"), WASM);
        Files.createSymbolicLink(root.resolve("link.txt"), directory.resolve("secret.txt"));
    }

    @Test
    void anyFileIsServedWithItsTypeAndAskedForAgainNextTime() throws Exception {
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root))) {
            HttpResponse<byte[]> answer = ask(server, "/worker.wasm");
            assertEquals(200, answer.statusCode());
            assertArrayEquals(WASM, answer.body());
            assertEquals("application/wasm", header(answer, "content-type"));
            assertEquals("no-cache", header(answer, "cache-control"));
            assertEquals("nosniff", header(answer, "x-content-type-options"));
            assertEquals("nosniff", header(ask(server, "/none"), "x-content-type-options"));
        }
    }

    @Test
    void aFileThatABrowserHasIsNotSentAgainUntilItChanges() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root))) {
            String known = header(ask(server, "/lab/"), "etag");
            HttpRequest again = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/lab/"))
                    .header("If-None-Match", known)
                    .build();
            assertEquals(304, client.send(again, BodyHandlers.ofByteArray()).statusCode());
            Files.writeString(root.resolve("lab/index.html"), "<title>new</title>");
            assertEquals(200, client.send(again, BodyHandlers.ofByteArray()).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 200, home", "/lab/, 200, lab", "/lab, 301, ''", "/none, 404, ''", "/lab/none/, 404, ''"})
    void aDirectoryMeansItsIndex(String path, int status, String title) throws Exception {
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root))) {
            HttpResponse<byte[]> answer = ask(server, path);
            assertEquals(status, answer.statusCode());
            assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains(title));
        }
    }

    @Test
    void aDirectoryWithoutItsSlashKeepsItsQuery() throws Exception {
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root).under("/v1/"))) {
            HttpResponse<byte[]> answer = ask(server, "/v1/lab?scene=shark&t=12&ask=a%26b");
            assertEquals(301, answer.statusCode());
            assertEquals("/v1/lab/?scene=shark&t=12&ask=a%26b", header(answer, "location"));
        }
    }

    @Test
    void clientsThatStallStopNobodyElse() throws Exception {
        Files.write(root.resolve("large.bin"), new byte[8 * 1024 * 1024]);
        List<Socket> stalled = new ArrayList<>();
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root))) {
            for (int k = 0; k < 40; k++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                stalled.add(socket);
                // half of them do not finish the request, the others do not read the answer
                String request = k % 2 == 0 ? "GET /lab/ HT" : "GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            for (int k = 0; k < 10; k++) {
                HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                assertEquals("<title>home</title>", answer.body());
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    // Over a socket: an HTTP client would tidy the path first.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/lab/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/..%5csecret.txt",
                "//etc/passwd",
                "/link.txt",
                "/index.html%00"
            })
    void nothingOutsideTheSiteIsReached(String path) throws Exception {
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
            assertTrue(answer.indexOf("\r\n\r\n") + 4 == answer.length(), "has a body: " + answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"gzip, true", "'br, gzip;q=0.5', true", "gzip;q=0, false", "br, false"})
    void answersAreCompressedIfTheClientAcceptsIt(String accepted, boolean packed) throws Exception {
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root))) {
            HttpResponse<byte[]> answer = ask(server, "/", "Accept-Encoding", accepted);
            assertEquals(packed ? "gzip" : "", header(answer, "content-encoding"));
            try (InputStream plain = packed
                    ? new GZIPInputStream(new ByteArrayInputStream(answer.body()))
                    : new ByteArrayInputStream(answer.body())) {
                assertEquals("<title>home</title>", new String(plain.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aTestMayMoveTheSiteRetypeAFileAndAddAHeader() throws Exception {
        SiteServer.Setup setup = SiteServer.Setup.of(root)
                .under("/a/b/")
                .withType("wasm", "text/plain")
                .withHeader("Content-Security-Policy", "default-src 'self'");
        try (SiteServer server = SiteServer.start(setup)) {
            HttpResponse<byte[]> answer = ask(server, "/a/b/worker.wasm");
            assertEquals("text/plain", header(answer, "content-type"));
            assertEquals("default-src 'self'", header(answer, "content-security-policy"));
            assertEquals(404, ask(server, "/worker.wasm").statusCode());
        }
    }

    @Test
    void aTailIsAppendedToPagesOnly() throws Exception {
        try (SiteServer server = SiteServer.start(SiteServer.Setup.of(root).withTail("<p>tail"))) {
            assertEquals(
                    "<title>lab</title><p>tail", new String(ask(server, "/lab/").body(), StandardCharsets.UTF_8));
            assertArrayEquals(WASM, ask(server, "/worker.wasm").body());
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path missing = directory.resolve("missing");
        IOException error = assertThrows(IOException.class, () -> SiteServer.start(SiteServer.Setup.of(missing)));
        assertEquals("There is no directory " + missing + ".", error.getMessage());
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        SiteServer.Setup setup = SiteServer.Setup.of(root);
        try (SiteServer server = SiteServer.start(setup)) {
            BindException taken =
                    assertThrows(BindException.class, () -> SiteServer.start(setup.onPort(server.port())));
            assertEquals(
                    "Port " + server.port() + " is taken: stop what uses it, or choose another one.",
                    taken.getMessage());
        }
    }

    private static HttpResponse<byte[]> ask(SiteServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
