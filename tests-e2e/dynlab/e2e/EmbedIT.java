package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;

/**
 * A figure inside somebody else's page: at every size, with nothing allowed, taking nothing that it was not given. What is
 * promised to embedders is numbered in docs/hosting.md; the rest of it is in {@link EmbedPromisesIT}.
 */
final class EmbedIT extends OpenHost {
    private static final String STEP = "document.getElementById('scrubber').getAttribute('aria-valuenow')";

    @BeforeEach
    void standard() {
        browser.viewport(1100, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    private static void visit(String body) {
        browser.visit(host.with(body));
    }

    /** Goes into the first frame of the host and waits for its figure. */
    private static void enter() {
        browser.driver().switchTo().frame(0);
        browser.await("document.documentElement.dataset.drawn === 'yes'");
        page.rest();
    }

    private static void leave() {
        browser.driver().switchTo().defaultContent();
    }

    /** Promise 2 to embedders. */
    @ParameterizedTest
    @CsvSource({
        "343, 206, light",
        "343, 206, dark",
        "525, 450, light",
        "500, 300, light",
        "600, 400, light",
        "600, 400, dark",
        "750, 450, light",
        "854, 480, light",
        "854, 480, dark",
        "1024, 640, light",
        "300, 150, light"
    })
    void atEverySizeOfHostsNothingScrollsAndTheTransportIsInReach(int width, int height, String theme)
            throws IOException {
        browser.viewport(width, height);
        visit("<iframe src='%s' style='width:%dpx;height:%dpx;border:0;display:block'></iframe>"
                .formatted(src("scene=hierarchy&theme=" + theme), width, height));
        enter();
        page.pixels("dynamics");
        leave();
        browser.screenshot("embed-" + width + "x" + height + "-" + theme);
        enter();
        assertEquals(List.of(), browser.run("""
                        const wrong = [];
                        const all = document.scrollingElement;
                        if (all.scrollWidth > innerWidth || all.scrollHeight > innerHeight) wrong.push('it scrolls');
                        for (const id of ['play', 'scrubber', 'open', 'dynamics', 'timeline']) {
                          const box = document.getElementById(id).getBoundingClientRect();
                          if (box.width < 20 || box.height < 20 || box.left < 0 || box.top < 0
                            || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5)
                            wrong.push(id + ' ' + [box.left, box.top, box.right, box.bottom].map(Math.round));
                        }
                        for (const id of ['play', 'scrubber', 'open']) {
                          const box = document.getElementById(id).getBoundingClientRect();
                          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                          if (!document.getElementById(id).contains(top) && !top?.closest('#marks')) wrong.push(id + ' is covered');
                        }
                        return wrong;
                        """));
        assertEquals(List.of(), Axe.violations(browser));
    }

    /** Promises 1 and 8 to embedders. */
    @Test
    void aFrameWithNothingButItsSourceRunsThoughStorageClipboardAndFullScreenAreDenied() {
        try (Browser.Script denied = browser.beforeEveryPage("""
                for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
                  Object.defineProperty(window, store, {get() { throw new DOMException('denied', 'SecurityError'); }});
                Object.defineProperty(navigator, 'clipboard', {get() { throw new DOMException('denied', 'NotAllowedError'); }});
                Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('denied'));
                """)) {
            visit("<iframe src='" + src("scene=hierarchy") + "'></iframe>");
            enter();
            String before = page.pixels("dynamics");
            int step = page.step();
            browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_RIGHT);
            page.awaitStep(step + 1);
            assertNotEquals(before, page.pixels("dynamics"));
            browser.driver().findElement(By.id("play")).click();
            browser.await("Number(" + STEP + ") > " + (step + 3));
        }
    }

    /** Promise 6 to embedders. */
    @Test
    void itTakesNeitherFocusNorWheelNorKeysThatItWasNotGiven() {
        browser.viewport(800, 600);
        visit("<input id=name autofocus><br><iframe src='" + src("scene=hierarchy")
                + "' style='width:600px;height:400px'></iframe><p style=height:3000px>");
        enter();
        int step = page.step();
        leave();
        assertEquals("name", browser.run("return document.activeElement.id;"));
        browser.driver().findElement(By.id("name")).sendKeys(Keys.ARROW_RIGHT, Keys.END, " ");
        browser.run("document.activeElement.blur();");
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.ARROW_RIGHT);
        enter();
        page.pixels("dynamics");
        assertEquals(step, page.step());
        leave();
        browser.run("window.scrollTo(0, 0);");
        new Actions(browser.driver())
                .scrollFromOrigin(WheelInput.ScrollOrigin.fromViewport(300, 250), 0, 200)
                .perform();
        browser.await("scrollY > 100");
    }

    /** Promise 3 to embedders. */
    @Test
    void itSaysNothingToItsHostUntilItIsAskedAndThenItsHeightFollowsFromItsWidth() {
        visit("<iframe src='" + src("scene=hierarchy") + "' style='width:600px;height:360px;border:0'></iframe>");
        browser.run("window.heard = []; addEventListener('message', e => heard.push(e.data));");
        enter();
        leave();
        assertEquals(List.of(), browser.run("return heard;"));
        browser.run("frames[0].postMessage({type: 'dynlab:size?'}, '*');");
        browser.await("heard.length === 1");
        assertEquals(Map.of("type", "dynlab:size", "width", 600L, "height", 360L), browser.run("return heard[0];"));
        browser.run("document.querySelector('iframe').style.width = '500px';");
        enter();
        page.pixels("dynamics");
        leave();
        assertEquals(1L, browser.run("return heard.length;"), "one question, one answer");
        browser.run("frames[0].postMessage({type: 'iframe-get-child-dimensions'}, '*');");
        browser.await("heard.length === 2");
        assertEquals(
                Map.of("type", "iframe-resized", "width", 500L, "height", 300L), browser.run("return heard.pop();"));
        browser.run("frames[0].postMessage({type: 'iframe-child-init'}, '*');");
        browser.await("heard.length === 2");
        assertEquals(Map.of("type", "iframe-resized", "width", 500L, "height", 300L), browser.run("return heard[1];"));
        browser.run("document.querySelector('iframe').style.width = '750px';");
        browser.await("heard.length === 3");
        assertEquals(Map.of("type", "iframe-resized", "width", 750L, "height", 450L), browser.run("return heard[2];"));
        browser.run("frames[0].postMessage('[iFrameSizer]figure-1:0:false', '*');");
        browser.await("heard.length === 4");
        assertEquals("[iFrameSizer]figure-1:450:750:size", browser.run("return heard[3];"));
    }

    /** Promise 3 to embedders. */
    @Test
    void anLtiHostThatAsksInTheAddressGetsItsMessageAsText() {
        browser.visit(
                host.with("<script>window.heard = []; addEventListener('message', e => heard.push(e.data));</script>"
                        + "<iframe src='" + src("scene=hierarchy&resize=lti")
                        + "' style='width:600px;height:300px;border:0'></iframe>"));
        browser.await("heard.length > 0");
        assertEquals("{\"subject\":\"lti.frameResize\",\"height\":360}", browser.run("return heard[0];"));
    }

    /** Promise 7 to embedders. */
    @Test
    void belowTheWindowItHasAPictureAndNoWorkerAndItStopsPlayingWhenItIsScrolledAway() throws InterruptedException {
        browser.viewport(800, 600);
        visit("<p style='height:3000px;margin:0'></p><iframe src='" + src("scene=hierarchy")
                + "' style='width:600px;height:400px;border:0'></iframe><p style=height:3000px>");
        browser.driver().switchTo().frame(0);
        browser.await("document.documentElement.dataset.state === 'ready'");
        Thread.sleep(1500);
        assertEquals(
                false, browser.run("return 'worker' in document.documentElement.dataset;"), "a worker was started");
        leave();
        browser.run("document.querySelector('iframe').scrollIntoView();");
        browser.driver().switchTo().frame(0);
        browser.await("document.documentElement.dataset.worker");
        browser.driver().findElement(By.id("play")).click();
        browser.await("document.getElementById('play').getAttribute('aria-label') === 'Pause'");
        leave();
        browser.run("window.scrollTo(0, 0);");
        browser.driver().switchTo().frame(0);
        browser.await("document.getElementById('play').getAttribute('aria-label') === 'Play'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?scene=hierarchy&epochs=60", "shark/?epochs=60", "xor/?epochs=60"})
    void inASandboxWithoutAnOriginItRunsAndGivesTheSameDigest(String address) {
        browser.visit(site.address("v1/embed/" + address));
        page.rest();
        browser.await("document.documentElement.dataset.digest");
        String digest = page.data("digest");
        visit("<iframe sandbox=allow-scripts src='" + site.address("v1/embed/" + address)
                + "' style='width:750px;height:450px'></iframe>");
        enter();
        browser.await("document.documentElement.dataset.digest");
        assertEquals("null", browser.run("return self.origin;"));
        assertEquals(digest, page.data("digest"));
        int step = page.step();
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_RIGHT);
        page.awaitStep(step + 1);
        leave();
        // browsers tell that modules were refused there
        browser.visit("about:blank");
    }

    @Test
    void inASandboxWithoutWorkersItShowsThePictureOfItsSceneAndSaysWhyItDoesNotMove() throws IOException {
        String policy = "sandbox allow-scripts; worker-src 'none'";
        try (Site strict = Site.open(setup -> setup.withHeader("Content-Security-Policy", policy))) {
            browser.visit(strict.address("v1/embed/?scene=xor"));
            browser.await("document.getElementById('plain')?.textContent.includes('sandboxed')");
            assertEquals(
                    true,
                    browser.run("return document.getElementById('still').src.endsWith('/figures/xor-embed.svg');"));
            assertEquals(
                    true,
                    browser.run("return document.querySelector('#plain a').href === location.href"
                            + " && document.getElementById('plain').getBoundingClientRect().height > 0;"));
            assertEquals("failed", browser.run("return document.documentElement.dataset.state;"));
            // browsers tell that modules and worker were refused; that is what the words are for
            browser.visit("about:blank");
        }
    }

    /** Promise 10 to embedders. */
    @Test
    void aSceneHasAnAddressOfItsOwnThatShowsItWithoutAnyScript() {
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.visit(site.address("v1/embed/xor/"));
            assertTrue(browser.driver().findElement(By.id("still")).isDisplayed());
            String words = browser.driver()
                    .findElement(By.cssSelector("noscript .plain"))
                    .getText();
            assertTrue(words.startsWith("A finished run: ") && words.endsWith("open it in the lab."), words);
        } finally {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scene=chain, first",
        "scene=forms, linear",
        "scene=race, gated",
        "scene=nothing, first",
        "scene=hierarchy&beside=alignment, page"
    })
    void itStartsTheSmallestProgramThatKnowsItsFigures(String address, String program) {
        visit("<iframe src='" + src(address) + "' style='width:1000px;height:620px'></iframe>");
        enter();
        assertEquals(program, page.data("program"));
        leave();
    }

    @Test
    void theAddressOfASceneOpensItAsTheParameterDoes() {
        visit("<iframe src='" + site.address("v1/embed/xor/?t=20&hide=speed")
                + "' style='width:600px;height:400px'></iframe>");
        enter();
        assertEquals(20, page.step());
        assertTrue(page.hash().isEmpty() || page.hash().startsWith("scene=xor"), page.hash());
        assertEquals("gated", page.data("program"));
        assertEquals(
                true, browser.run("return document.getElementById('open').href.includes('/lab/#scene=xor&t=20');"));
        leave();
    }

    @Test
    void itsWayToTheLabKeepsTheState() {
        visit("<iframe src='" + src("scene=hierarchy&gamma=0.001&seed=5&t=40&ask=oak:grow&hide=help&theme=dark")
                + "' style='width:600px;height:400px'></iframe>");
        enter();
        String digest = String.valueOf(browser.run("return document.documentElement.dataset.digest;"));
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_RIGHT);
        page.awaitStep(41);
        browser.await("document.getElementById('open').href.includes('t=41')");
        String to = browser.driver().findElement(By.id("open")).getAttribute("href");
        leave();
        browser.visit(to);
        page.rest();
        assertEquals(digest, page.data("digest"));
        assertEquals(41, page.step());
        assertEquals("dark", page.data("theme"));
        assertTrue(page.hash().contains("ask=oak:grow") && !page.hash().contains("hide"), page.hash());
    }

    @Test
    void untilTheEngineIsThereAPictureOfThatSceneIs() throws IOException {
        // an engine that never comes: without canvases nothing is started
        try (Browser.Script none = browser.beforeEveryPage("delete HTMLCanvasElement.prototype.getContext;")) {
            // as a page of its own: what is done before every page does not reach a frame in another process
            browser.visit(src("scene=hierarchy&theme=dark"));
            browser.await("document.documentElement.dataset.state === 'failed'");
            browser.await("document.getElementById('still').naturalWidth > 100");
            browser.await("document.getElementById('still').checkVisibility()");
            assertTrue(String.valueOf(browser.run("return document.getElementById('still').src;"))
                    .endsWith("figures/hierarchy-embed-dark.svg"));
            browser.screenshot("embed-still");
            browser.visit("about:blank");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hide=speed",
                "lock=time",
                "hide=open&lock=play",
                "hide=question,narrator&lock=speed",
                "lock=question,play,time",
                "hide=play&lock=time",
                "hide=time&lock=play",
                "hide=step&lock=step"
            })
    void whatIsHiddenIsGoneWhatIsLockedStaysAsItIsAndNeitherTouchesTheOther(String restrictions) {
        visit("<iframe src='" + src("scene=hierarchy&" + restrictions)
                + "' style='width:700px;height:420px'></iframe>");
        enter();
        assertEquals(List.of(), browser.run("""
                        const words = key => (new URLSearchParams(location.search).get(key) ?? '').split(',');
                        const wrong = [];
                        for (const e of document.querySelectorAll('[data-control]')) {
                          const word = e.dataset.control;
                          if (words('hide').includes(word) === e.checkVisibility() && words('hide').includes(word)) wrong.push(word + ' is seen');
                          if (words('lock').includes(word) !== e.inert) wrong.push(word + ' inert: ' + e.inert);
                        }
                        for (const id of ['play', 'scrubber', 'question', 'speed', 'open'])
                          if (!words('hide').includes(document.getElementById(id).closest('[data-control]').dataset.control)
                            && !document.getElementById(id).checkVisibility()) wrong.push(id + ' is gone');
                        return wrong;
                        """));
        if (restrictions.contains("time")) {
            int step = page.step();
            browser.run(
                    "document.getElementById('play').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));");
            page.pixels("dynamics");
            assertEquals(
                    restrictions.contains("lock=time") || restrictions.contains(",time") ? step : step + 1,
                    page.step());
        }
    }

    /** Promise 4 to embedders. */
    @Test
    void theElementPlaysAndTellsItsPageWhatAReaderMoves() {
        visit("<dyn-lab scene=hierarchy t=40 style='width:600px'>A figure</dyn-lab><script src='"
                + site.address("dyn-lab.js") + "'></script>");
        browser.run("window.heard = []; window.lab = document.querySelector('dyn-lab');"
                + " lab.addEventListener('change', e => heard.push(e.detail));");
        browser.await("lab.shadowRoot?.querySelector('iframe.there')");
        assertEquals(Map.of("scene", "hierarchy", "t", "40"), browser.run("return lab.getState();"));
        browser.driver()
                .switchTo()
                .frame(browser.driver()
                        .findElement(By.cssSelector("dyn-lab"))
                        .getShadowRoot()
                        .findElement(By.cssSelector("iframe")));
        browser.await("document.documentElement.dataset.drawn === 'yes'");
        page.rest();
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_RIGHT);
        page.awaitStep(41);
        leave();
        browser.await("heard.some(one => one.t === '41' && one.scene === 'hierarchy')");
        assertEquals("41", browser.run("return lab.getState().t;"));
        browser.run("lab.play();");
        browser.await("heard.some(one => Number(one.t) > 44)");
        browser.run("lab.seek(7);");
        browser.await("heard.at(-1).t === '7'");
        browser.run("lab.setState({gamma: '1e-3'});");
        browser.await("heard.at(-1).gamma === '0.001' || heard.at(-1).gamma === '1e-3'");
        // browsers that know only one of the two words for the whole screen say so
        browser.visit("about:blank");
    }

    /** Promise 4 to embedders: what stands in the element stays, and its page hears of it, until the frame answers. */
    @Test
    void theElementTellsItsPageThatTheFrameDoesNotAnswerAndShowsItOnceItDoes() throws IOException {
        CountDownLatch answers = new CountDownLatch(1);
        HttpServer mute = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        mute.setExecutor(threads);
        mute.createContext("/", exchange -> {
            boolean script = exchange.getRequestURI().getPath().equals("/dyn-lab.js");
            if (!script) {
                await(answers);
            }
            byte[] body = script
                    ? Files.readAllBytes(Path.of(System.getProperty("site", "target/site"), "dyn-lab.js"))
                    : "<!doctype html><title>late</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        mute.start();
        try {
            visit("<script>window.waits = []; const wait = setTimeout;"
                    + " window.setTimeout = (does, ms) => { waits.push(ms); return wait(does, ms / 40); };</script>"
                    + "<script src='http://localhost:" + mute.getAddress().getPort() + "/dyn-lab.js'></script>");
            // a frame that does not answer would keep the page itself from being there
            browser.run("window.heard = []; window.lab = document.createElement('dyn-lab');"
                    + " for (const type of ['load', 'timeout']) lab.addEventListener(type, () => heard.push(type));"
                    + " lab.setAttribute('scene', 'hierarchy'); lab.style.width = '600px';"
                    + " lab.innerHTML = '<b>A figure</b>'; document.body.append(lab);");
            browser.await("heard.length > 0");
            String shown = "return [heard.join(), getComputedStyle(lab.querySelector('b')).visibility,"
                    + " lab.shadowRoot.querySelector('iframe').matches('.there'), waits.includes(20000)];";
            assertEquals(List.of("timeout", "visible", false, true), browser.run(shown));
            answers.countDown();
            browser.await("heard.length > 1");
            assertEquals(List.of("timeout,load", "hidden", true, true), browser.run(shown));
            // browsers that know only one of the two words for the whole screen say so
            browser.visit("about:blank");
        } finally {
            answers.countDown();
            mute.stop(0);
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch answers) throws IOException {
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void onlyItsOwnHostIsHeardAndAMessageFromAnotherFrameMovesNothing() {
        visit("<iframe src='" + src("scene=hierarchy&t=40") + "' style='width:600px;height:360px;border:0'></iframe>"
                + "<iframe srcdoc='<p>another</p>'></iframe>");
        enter();
        leave();
        browser.driver().switchTo().frame(1);
        browser.run("for (const type of ['dynlab:play', 'dynlab:watch', 'dynlab:hello', 'dynlab:size?'])"
                + " parent.frames[0].postMessage({type}, '*');");
        leave();
        enter();
        page.pixels("dynamics");
        assertEquals("Play", browser.run("return document.getElementById('play').getAttribute('aria-label');"));
        assertEquals(40, page.step());
        leave();
    }

    @Test
    void aTableOfOnesOwnTravelsInItsAddress() {
        visit("<iframe src='"
                + src("scene=hierarchy&table=Shark,Tuna,Robin|swims:1,1,0|flies:0,0,1&rate=0.02&epochs=2000")
                + "' style='width:750px;height:450px'></iframe>");
        enter();
        assertEquals("page", page.data("program"));
        browser.await("document.documentElement.dataset.digest");
        assertEquals("", browser.run("return document.getElementById('notices').textContent;"));
        leave();
    }

    /** Promise 7 to embedders. */
    @Test
    void tenFiguresOnOnePageRestAtAboutNoCpu() throws InterruptedException {
        visit(("<iframe src='" + src("scene=hierarchy") + "' style='width:500px;height:300px'></iframe>").repeat(10));
        for (int k = 0; k < 10; k++) {
            browser.driver().switchTo().frame(k);
            browser.await("document.documentElement.dataset.state === 'ready'");
            leave();
        }
        Thread.sleep(4000);
        double share = browser.busyShare(4);
        System.out.printf("ten idle embeds: %.2f %% of a core%n", 100 * share);
        assertTrue(share < 0.03, share + " of a core");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lab/"})
    void aPageOnWhichNothingRunsRestsAtAboutNoCpu(String path) throws InterruptedException {
        browser.visit(site.address(path));
        page.rest();
        Thread.sleep(4000);
        double share = browser.busyShare(4);
        System.out.printf("idle /%s: %.2f %% of a core%n", path, 100 * share);
        assertTrue(share < 0.02, share + " of a core");
    }
}
