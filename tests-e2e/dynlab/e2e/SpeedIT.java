package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is fetched before the laboratory answers, and how quickly it answers. The best of three attempts counts. */
final class SpeedIT extends OpenLab {
    private static final int ATTEMPTS = 3;
    private static final int MOST_BYTES = 150_000;
    private static final double MOST_DRAW = 8;
    private static final double MOST_TASK = 50;

    /** Notes the time at which a key moved the picture for the first time. */
    private static final String FIRST_ANSWER = """
            (() => {
              const look = () => document.getElementById('dynamics').toDataURL();
              const wait = setInterval(() => {
                const state = document.documentElement?.dataset.state;
                const scrubber = document.getElementById('scrubber');
                if (!scrubber || state === 'booting' || state === 'failed') return;
                const before = look();
                scrubber.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', shiftKey: true, bubbles: true}));
                requestAnimationFrame(() => requestAnimationFrame(() => {
                  if (look() !== before && window.answeredAt === undefined) {
                    window.answeredAt = Date.now();
                    clearInterval(wait);
                  }
                }));
              }, 50);
            })();
            """;

    /** Something that was sent to the browser, workers included. */
    private record Sent(String path, int status, long at, int size) {}

    @Test
    void atMostOneHundredAndFiftyKilobytesAreFetchedUntilTheTimeLineAnswers() throws IOException {
        Map<String, Integer> counted = fetchedUntilTheTimeLineAnswers("/");
        assertTrue(counted.containsKey("/") && counted.containsKey("/app/home.js"), counted.toString());
        assertTrue(sum(counted) <= MOST_BYTES, sum(counted) + " bytes: " + counted);
    }

    /** Promise 14 to embedders: the picture that stands until it moves has an allowance of its own. */
    @ParameterizedTest
    @CsvSource({"hierarchy, 180000", "shark, 180000", "init-scale, 183000", "race, 250000", "forms, 250000"})
    void anEmbedAnswersAfterFewBytes(String scene, int most) throws IOException {
        Map<String, Integer> counted = fetchedUntilTheTimeLineAnswers("/v1/embed/?scene=" + scene);
        assertTrue(counted.keySet().stream().anyMatch(path -> path.startsWith("/app/")), counted.toString());
        counted.keySet().removeIf(path -> path.startsWith("/figures/"));
        assertTrue(sum(counted) <= most, sum(counted) + " bytes: " + counted);
    }

    private static int sum(Map<String, Integer> counted) {
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> fetchedUntilTheTimeLineAnswers(String page) throws IOException {
        List<Sent> all = Collections.synchronizedList(new ArrayList<>());
        HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        HttpClient client = HttpClient.newHttpClient();
        relay.setExecutor(threads);
        relay.createContext("/", exchange -> all.add(pass(exchange, client)));
        relay.start();
        long answered;
        try (Browser fresh = Browser.open();
                Browser.Script watch = fresh.beforeEveryPage(FIRST_ANSWER)) {
            fresh.visit("http://localhost:" + relay.getAddress().getPort() + page);
            fresh.await("window.answeredAt");
            answered = ((Number) fresh.run("return answeredAt;")).longValue();
        } finally {
            relay.stop(0);
            threads.shutdownNow();
        }
        Map<String, Integer> counted = new TreeMap<>();
        for (Sent sent : List.copyOf(all)) {
            if (sent.at() <= answered && sent.status() != 304) {
                counted.merge(sent.path(), sent.size(), Integer::sum);
            }
        }
        System.out.println("bytes gzipped until " + page + " answers: " + sum(counted) + " " + counted);
        return counted;
    }

    private static Sent pass(HttpExchange exchange, HttpClient client) throws IOException {
        try (exchange) {
            long at = System.currentTimeMillis();
            String path = exchange.getRequestURI().toString();
            URI to = URI.create(site.address("").replaceAll("/$", "") + path);
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(to).build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (name.matches("(?i)content-type|cache-control|etag|last-modified|location|vary")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            return new Sent(path, answer.statusCode(), at, gzipped(body));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Bytes that {@code gzip -9} makes of it. */
    private static int gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(plain);
        }
        return packed.size();
    }

    @Tag("timing")
    @Test
    void aFrameIsDrawnWithinEightMilliseconds() {
        double best = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && best > MOST_DRAW; attempt++) {
            page.open("");
            browser.await("document.documentElement.dataset.backend === 'wasm'");
            browser.driver().executeAsyncScript("""
                            const done = arguments[0];
                            const scrubber = document.getElementById('scrubber');
                            let left = 60;
                            const next = () => {
                              if (left-- === 0) return done();
                              const key = left === 59 ? 'Home' : 'ArrowRight';
                              scrubber.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
                              requestAnimationFrame(() => requestAnimationFrame(next));
                            };
                            next();
                            """);
            List<Double> draws = ((List<?>) page.report().get("draws"))
                    .stream().map(draw -> ((Number) draw).doubleValue()).toList();
            List<Double> last = draws.subList(draws.size() - 59, draws.size()).stream()
                    .sorted()
                    .toList();
            System.out.printf("draw: median %.1f ms, 95 %% %.1f ms%n", last.get(29), last.get(56));
            best = Math.min(best, last.get(29));
        }
        assertTrue(best <= MOST_DRAW, best + " ms");
    }

    @Tag("timing")
    @Test
    void noTaskOfThePageTakesFiftyMillisecondsWhileARunTrains() {
        double best = Double.MAX_VALUE;
        try (Browser.Script watch = browser.beforeEveryPage("""
                window.tasks = [];
                new PerformanceObserver(list => list.getEntries().forEach(task => tasks.push([task.startTime, task.duration])))
                  .observe({type: 'longtask', buffered: true});
                """)) {
            for (int attempt = 0; attempt < ATTEMPTS && best > MOST_TASK; attempt++) {
                page.open("");
                browser.await("document.documentElement.dataset.backend === 'wasm'");
                page.pixels("timeline");
                double start = ((Number) browser.run("return performance.now();")).doubleValue();
                page.go("features=2000&epochs=5000&gamma=0.001&rate=0.0001");
                browser.await("document.documentElement.dataset.state === 'running'");
                page.rest();
                page.pixels("timeline");
                double spent = ((Number) browser.run("return performance.now();")).doubleValue() - start;
                List<Double> tasks = ((List<?>)
                                browser.run("return tasks.filter(t => t[0] > arguments[0]).map(t => t[1]);", start))
                        .stream().map(task -> ((Number) task).doubleValue()).toList();
                System.out.printf("long tasks in a run of %.1f s: %s%n", spent / 1000, tasks);
                assertEquals("ready", page.data("state"));
                assertTrue(spent > 1000, "too short a run to show anything: " + spent + " ms");
                best = Math.min(
                        best,
                        tasks.stream().mapToDouble(Double::doubleValue).max().orElse(0));
            }
        }
        assertTrue(best <= MOST_TASK, best + " ms");
    }
}
