package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that is asked for several runs shares them with another, and what comes is the same to the last bit. */
final class AssistantIT extends OpenLab {
    /** Asks a worker for the runs of a scene; gives words and numbers of each, and how many the assistant made. */
    private static final String ASK = """
            const [address, count, more, done] = arguments;
            const worker = new Worker('../worker.js?backend=wasm' + more, {type: 'module'});
            const runs = {};
            let made = 0, helped = 0, given = 0;
            const ask = (id) => { for (let run = 0; run < count; run++) worker.postMessage({id, run, address, text: ''}); };
            worker.onmessage = ({data}) => {
              if (data.kind === 'ready') {
                // a request that is given up, and the one that counts
                ask(1);
                setTimeout(() => { worker.postMessage({id: 0, run: 0, address: '', text: ''}); ask(2); }, more ? 0 : 900);
              }
              if (data.kind === 'failed' || data.kind === 'broke') done({failed: data.words.join(' ')});
              if (data.id !== 2 || data.kind !== 'done') return;
              if (data.run in runs) done({failed: 'twice ' + data.run});
              // times of theory and steps are in none of them
              runs[data.run] = data.words.join('|') + ' ' + Array.from(new Uint32Array(data.numbers.buffer)).join();
              helped += data.assisted ? 1 : 0;
              if (++made === count) {
                worker.terminate();
                done({helped, runs: Object.keys(runs).map(k => runs[k])});
              }
            };
            """;

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.errors());
    }

    private static Map<?, ?> ask(String address, int runs, String more) {
        return (Map<?, ?>) browser.driver().executeAsyncScript(ASK, address, runs, more);
    }

    @Test
    void runsThatAreSharedAreTheSameToTheLastBit() {
        page.open("scene=hierarchy");
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
        Map<?, ?> alone = ask("scene=regimes&epochs=400", 6, "&alone");
        Map<?, ?> shared = ask("scene=regimes&epochs=400", 6, "");
        assertEquals(null, alone.get("failed"));
        assertEquals(null, shared.get("failed"));
        assertEquals(alone.get("runs"), shared.get("runs"));
        assertEquals(0L, alone.get("helped"));
        Object cores = browser.run("return navigator.hardwareConcurrency;");
        assertTrue((Long) cores < 2 || (Long) shared.get("helped") > 0, shared.get("helped") + " of " + cores);
    }
}
