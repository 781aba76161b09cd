package dynlab.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One headless Chromium with an empty profile. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    // Says at each start that it lacks the newest protocol, which we do not use; kept, or the level would be collected.
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    // A page of the same site goes under another address, in its own folder, before the next one is loaded. An empty
    // page
    // between them would do the same in half as much time again.
    private static final String ELSEWHERE = """
            try {
              if (location.origin !== new URL(arguments[0]).origin) { return false; }
              history.replaceState(null, '', 'elsewhere');
              return true;
            } catch (e) { return false; }
            """;

    private final Path profile;
    private final ChromeDriver driver;
    private final List<LogEntry> console = new ArrayList<>();

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Starts it, 1280 × 800, light, motion allowed. */
    static Browser open() throws IOException {
        DEVTOOLS.setLevel(Level.SEVERE);
        Path profile = Files.createTempDirectory("dynlab-chromium");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(System.getProperty("chromium", "/usr/bin/chromium"))
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(profile, new ChromeDriver(service, options));
        browser.viewport(1280, 800);
        browser.media(false, false);
        return browser;
    }

    ChromeDriver driver() {
        return driver;
    }

    /**
     * Sets the size of the page in CSS pixels. Device metrics, because a window is never narrower than 500 pixels and a
     * screenshot of a narrower one would be a cropped wide page.
     */
    void viewport(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Sets what {@code prefers-color-scheme} and {@code prefers-reduced-motion} answer. */
    void media(boolean dark, boolean reducedMotion) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of(
                                        "name",
                                        "prefers-reduced-motion",
                                        "value",
                                        reducedMotion ? "reduce" : "no-preference"))));
    }

    /** As a system with high contrast: light on black, whatever the page wants; until {@link #media} is set again. */
    void forcedColours() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "forced-colors", "value", "active"),
                                Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    /** A script that runs at the start of every page until it is closed. */
    interface Script extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets a script run at the start of every page, before the page's own. */
    Script beforeEveryPage(String source) {
        Map<String, Object> answer =
                driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
        return () -> driver.executeCdpCommand(
                "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", answer.get("identifier")));
    }

    /** Opens an address, also where only what is behind its # is new, and forgets what the console said before. */
    void visit(String address) {
        driver.switchTo().defaultContent();
        if (Boolean.TRUE.equals(run(ELSEWHERE, address))) {
            load(address);
        } else {
            visitAlone(address);
        }
    }

    /** Opens an address where nothing is left of a page before it, neither its memory nor its nodes. */
    void visitAlone(String address) {
        driver.get("about:blank");
        load(address);
    }

    private void load(String address) {
        driver.manage().logs().get(LogType.BROWSER);
        console.clear();
        driver.get(address);
    }

    /** Runs a function body in the page. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The share of time, over some seconds, that the page's main thread works. */
    double busyShare(int seconds) throws InterruptedException {
        driver.executeCdpCommand("Performance.enable", Map.of());
        double before = metric("TaskDuration");
        double start = metric("Timestamp");
        Thread.sleep(1000L * seconds);
        double share = (metric("TaskDuration") - before) / (metric("Timestamp") - start);
        driver.executeCdpCommand("Performance.disable", Map.of());
        return share;
    }

    /** A number that the browser keeps of the page; {@code Performance.enable} comes first. */
    double metric(String name) {
        for (Object each : (List<?>)
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics")) {
            if (((Map<?, ?>) each).get("name").equals(name)) {
                return ((Number) ((Map<?, ?>) each).get("value")).doubleValue();
            }
        }
        throw new AssertionError("no metric " + name);
    }

    /** Waits until an expression holds in the page; after 20 s fails and tells what the console said. */
    void await(String condition) {
        await(condition, 20);
    }

    /** The same for so many seconds. */
    void await(String condition, int seconds) {
        new WebDriverWait(driver, Duration.ofSeconds(seconds), Duration.ofMillis(50))
                .withMessage(() -> condition + "; console: " + console())
                .until(page -> Boolean.TRUE.equals(run("return !!(" + condition + ");")));
    }

    /** What the console holds since the last visit, uncaught exceptions and failed requests included. */
    List<String> console() {
        return entries().stream().map(LogEntry::getMessage).toList();
    }

    /** Those lines of the console that are errors. */
    List<String> errors() {
        return entries().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Writes what the page shows to {@code target/screenshots/NAME.png}. */
    Path screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        return Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Reading the log empties it, so everything read is kept. */
    private List<LogEntry> entries() {
        console.addAll(driver.manage().logs().get(LogType.BROWSER).getAll());
        return console;
    }
}
