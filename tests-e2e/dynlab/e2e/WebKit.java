package dynlab.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** WebKitGTK's small browser under a display of its own, driven by WebKit's W3C driver. */
final class WebKit implements Engine {
    private final List<Process> processes;
    private final RemoteWebDriver driver;

    private WebKit(List<Process> processes, RemoteWebDriver driver) {
        this.processes = processes;
        this.driver = driver;
    }

    static WebKit open() throws IOException {
        List<Process> processes = new ArrayList<>();
        try {
            // -displayfd lets the server choose a free display and say which
            Process screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            processes.add(screen);
            StringBuilder display = new StringBuilder(":");
            for (int letter = screen.getInputStream().read();
                    letter >= '0';
                    letter = screen.getInputStream().read()) {
                display.append((char) letter);
            }
            int port = freePort();
            ProcessBuilder service = new ProcessBuilder(
                            System.getProperty("webkitdriver", "/usr/bin/WebKitWebDriver"), "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            service.environment().put("DISPLAY", display.toString());
            // as root, and in containers, the sandbox of its processes cannot be set up
            service.environment().put("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            service.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
            processes.add(service.start());
            awaitPort(port);
            MutableCapabilities wanted = new MutableCapabilities();
            wanted.setCapability("browserName", "MiniBrowser");
            wanted.setCapability(
                    "webkitgtk:browserOptions", Map.of("binary", miniBrowser(), "args", List.of("--automation")));
            RemoteWebDriver driver =
                    new RemoteWebDriver(URI.create("http://127.0.0.1:" + port).toURL(), wanted, false);
            driver.manage().window().setSize(new Dimension(1280, 900));
            return new WebKit(processes, driver);
        } catch (IOException | RuntimeException failed) {
            processes.forEach(Process::destroy);
            throw failed;
        }
    }

    /** Debian keeps it in a folder that is named after the machine's architecture. */
    private static String miniBrowser() throws IOException {
        try (DirectoryStream<Path> machines = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path machine : machines) {
                Path browser = machine.resolve("webkit2gtk-4.1/MiniBrowser");
                if (Files.isExecutable(browser)) {
                    return browser.toString();
                }
            }
        }
        throw new IOException("MiniBrowser of WebKitGTK is missing: apt-get install webkit2gtk-driver");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws IOException {
        for (int k = 0; k < 100; k++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException("WebKitWebDriver does not listen");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void visit(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    @Override
    public String run(String script) {
        return String.valueOf(driver.executeScript("return String((() => { " + script + " })());"));
    }

    /** This driver keeps no log; what the page itself reports stands in its notice of failures. */
    @Override
    public List<String> errors() {
        String said = run("const box = document.getElementById('failure'); return box ? box.textContent : '';");
        return said.isEmpty() ? List.of() : List.of(said);
    }

    @Override
    public void close() {
        driver.quit();
        processes.forEach(Process::destroy);
    }
}
