package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.cli.site.SiteServer;
import dynlab.cli.wasm.Assembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The products of the worker in WebAssembly have the bits of the slow obvious sum, which JavaScript makes here. */
final class KernelIT {
    /** Arrays that the module of the products takes: a page has none of them itself. */
    private static final String ARRAYS = """
            (module
              (type $doubles (array (mut f64)))
              (func $make (export "make") (param $size i32) (result (ref $doubles))
                (array.new_default $doubles (local.get $size)))
              (func $read (export "read") (param $from (ref null $doubles)) (param $at i32) (result f64)
                (array.get $doubles (local.get $from) (local.get $at)))
              (func $write (export "write") (param $to (ref null $doubles)) (param $at i32) (param $value f64)
                (array.set $doubles (local.get $to) (local.get $at) (local.get $value))))
            """;

    /** Defines {@code product(m, n, depth, left, right, gap, add, special)}, which gives what is wrong with one, or nothing. */
    private static final String PRODUCT = """
            const [bytes, done] = arguments;
            (async () => {
              const arrays = (await WebAssembly.instantiate(new Uint8Array(bytes))).instance.exports;
              const kernel = (await WebAssembly.instantiate(await (await fetch('/app/gemm.wasm')).arrayBuffer())).instance.exports;
              let state = 5;
              const whole = n => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * n); };
              const special = [0, -0, 5e-324, -1e308, 1e308, Infinity, -Infinity, NaN];
              const drawn = (size, some) => Float64Array.from({length: size}, () =>
                some && whole(40) === 0 ? special[whole(special.length)] : (whole(2 ** 30) + whole(2 ** 30) / 2 ** 30) / 2 ** 29 - 1);
              const array = values => { const made = arrays.make(values.length); values.forEach((x, k) => arrays.write(made, k, x)); return made; };
              window.product = (m, n, depth, left, right, gap, add, some) => {
                const aRow = left ? depth + gap : 1, aColumn = left ? 1 : m + gap;
                const bRow = right ? n + gap : 1, bColumn = right ? 1 : depth + gap, cRow = n + gap;
                const a = drawn(3 + (m + gap) * (depth + gap), some), b = drawn(2 + (n + gap) * (depth + gap), some);
                const c = drawn(1 + m * cRow, some), factor = drawn(1, false)[0];
                const expected = c.slice();
                for (let i = 0; i < m; i++)
                  for (let j = 0; j < n; j++) {
                    let sum = 0;
                    for (let k = 0; k < depth; k++) sum += a[3 + i * aRow + k * aColumn] * b[2 + k * bRow + j * bColumn];
                    const part = factor * sum, at = 1 + i * cRow + j;
                    expected[at] = add ? expected[at] + part : part;
                  }
                const to = array(c);
                kernel.multiply(m, n, depth, array(a), 3, aRow, aColumn, array(b), 2, bRow, bColumn, factor, to, 1, cRow, add ? 1 : 0);
                for (let k = 0; k < c.length; k++)
                  if (!Object.is(arrays.read(to, k), expected[k]))
                    return [`${m} × ${n} × ${depth}, ${left} ${right} ${gap} ${add} at ${k}: ${arrays.read(to, k)} for ${expected[k]}`];
                return [];
              };
            })().then(done, e => done(String(e)));
            """;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void loadTheModule() throws IOException {
        site = Site.open();
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        browser.visit(site.address("style/tokens.css"));
        List<Integer> bytes = new ArrayList<>();
        for (byte b : Assembler.module(ARRAYS)) {
            bytes.add(b & 0xff);
        }
        assertEquals(null, browser.driver().executeAsyncScript(PRODUCT, bytes));
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    /** Every number of rows and columns up to two tiles and a rest, and around where A begins to be packed. */
    @Test
    void everySmallProductHasTheBitsOfTheSlowSum() {
        assertEquals(List.of(), browser.run("""
                const wrong = [];
                let count = 0;
                for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20, 21])
                  for (let m = 1; m < 10; m++)
                    for (const depth of [0, 1, 2, 3, 7])
                      for (let way = 0; way < 16; way++, count++)
                        wrong.push(...product(m, n, depth, way & 1, way & 2, (way & 4) / 4, way & 8, false));
                return count === 10800 ? wrong.slice(0, 5) : [count];
                """));
    }

    @Test
    void numbersThatAreNotFiniteOrHaveNoSignAreMultipliedAlike() {
        assertEquals(List.of(), browser.run("""
                const wrong = [];
                for (let trial = 0; trial < 600; trial++)
                  wrong.push(...product(1 + trial % 13, 1 + trial % 37, trial % 20, trial & 1, trial & 2, trial % 3, trial & 4, true));
                return wrong.slice(0, 5);
                """));
    }

    /** Its memory grows by what a panel needs. */
    @Test
    void aLargeProductHasTheBitsOfTheSlowSum() {
        assertEquals(
                List.of(),
                browser.run("return [product(70, 33, 4000, 1, 1, 0, 0, false), product(9, 5, 20001, 0, 0, 1, 1, false),"
                        + " product(300, 65, 130, 0, 1, 0, 1, false)].flat();"));
    }

    /** A host that lacks the module, which may be an old copy of the site, gets the same worker without it. */
    @Test
    void aSiteWithoutTheModuleHasTheWorkerWithoutIt(@TempDir Path folder) throws IOException {
        Path whole = Path.of(System.getProperty("site", "target/site"));
        for (String file :
                List.of("style/tokens.css", "worker.js", "wasm.js", "app/wasm-runtime.js", "app/worker.wasm")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(whole.resolve(file), folder.resolve(file));
        }
        try (Site bare = Site.open(setup -> SiteServer.Setup.of(folder))) {
            browser.visit(bare.address("style/tokens.css"));
            assertEquals(List.of("wasm", List.of("shared")), browser.driver().executeAsyncScript("""
                    const done = arguments[0];
                    const worker = new Worker('/worker.js?backend=wasm', {type: 'module'});
                    worker.onerror = e => done([e.message]);
                    worker.onmessage = e => { if (e.data.kind === 'target') done([e.data.target, e.data.words]); };
                    """));
        }
    }
}
