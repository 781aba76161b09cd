package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page and lesson under a hand that does anything. {@code -Dmonkey.seconds} makes it longer and {@code -Dmonkey.seed}
 * another; {@code mvn verify -Dit.test=MonkeyIT -Dmonkey.replay=FILE} does again what a log in {@code target/monkey} holds.
 */
final class MonkeyIT {
    private static final int SECONDS = Integer.getInteger("monkey.seconds", 4);
    private static final int SEED = Integer.getInteger("monkey.seed", 1);
    /** What a page may keep after all that, MB and nodes: 4 to 7 MB and up to 9,000 nodes were measured. */
    private static final double MOST_HEAP = 40;

    private static final double MOST_NODES = 20_000;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        site = Site.open();
        browser = Browser.open();
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    static List<String> pages() throws IOException {
        String replay = System.getProperty("monkey.replay", "");
        if (!replay.isEmpty()) {
            return List.of(Files.readAllLines(Path.of(replay)).get(0));
        }
        List<String> pages = new ArrayList<>(List.of("", "build/", "v1/embed/shark/", "v1/embed/?scene=contexts"));
        Scenes.ALL.forEach(scene -> pages.add("lab/#scene=" + scene.id()));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingThatAHandDoesLeavesAnErrorOrALeak(String page) throws IOException {
        browser.viewport(1280, 800);
        visit(page);
        Monkey monkey = new Monkey(browser, SEED * 1000 + page.hashCode());
        String replay = System.getProperty("monkey.replay", "");
        String scene = scene(page);
        try {
            if (!replay.isEmpty()) {
                List<String> lines = Files.readAllLines(Path.of(replay));
                for (String action : lines.subList(1, lines.size())) {
                    monkey.perform(action);
                    stay(page);
                }
            }
            long end = System.nanoTime() + 1_000_000_000L * SECONDS;
            while (replay.isEmpty() && System.nanoTime() < end) {
                monkey.act(scene);
                stay(page);
            }
        } finally {
            write(page, monkey.log());
        }
        assertEquals(List.of(), browser.errors(), () -> monkey.log().size() + " actions in target/monkey");
        bounded(monkey);
    }

    private static void visit(String page) {
        browser.visitAlone(site.address(page));
        browser.await("document.documentElement.dataset.drawn");
    }

    private static String scene(String page) {
        for (Scene scene : Scenes.ALL) {
            if (page.contains("scene=" + scene.id()) || page.contains("/" + scene.id() + "/")) {
                return scene.id();
            }
        }
        return "";
    }

    /** Back, where an action led to another page, and without windows that it opened. */
    private static void stay(String page) {
        String own = browser.driver().getWindowHandle();
        if (browser.driver().getWindowHandles().size() > 1) {
            for (String other : browser.driver().getWindowHandles()) {
                if (!other.equals(own)) {
                    browser.driver().switchTo().window(other).close();
                }
            }
            browser.driver().switchTo().window(own);
        }
        String path = page.replaceAll("[?#].*", "");
        if (!String.valueOf(browser.run("return location.pathname;")).equals("/" + path)) {
            browser.driver().get(site.address(page));
            browser.await("document.documentElement.dataset.drawn");
        }
    }

    private static void bounded(Monkey monkey) {
        browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        browser.driver().executeCdpCommand("Performance.enable", Map.of());
        double heap = browser.metric("JSHeapUsedSize") / 1e6;
        double nodes = browser.metric("Nodes");
        System.out.printf(
                "%d actions, then %.0f MB and %.0f nodes%n", monkey.log().size(), heap, nodes);
        assertTrue(heap < MOST_HEAP, heap + " MB");
        assertTrue(nodes < MOST_NODES, nodes + " nodes");
    }

    private static void write(String page, List<String> log) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/monkey"));
        List<String> lines = new ArrayList<>(List.of(page));
        lines.addAll(log);
        String name = page.isEmpty() ? "home" : page.replaceAll("[^a-z0-9]+", "-");
        Files.write(folder.resolve(name + ".log"), lines);
    }
}
