package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One symbol a quantity on screen, in every lesson; the keys of addresses are another matter. */
final class SymbolsTest {
    private static final Map<String, String> OF = Map.of(
            "rate", "η",
            "width", "N",
            "units", "N",
            "contexts", "C",
            "domains", "M",
            "trained", "K",
            "momentum", "β");

    @Test
    void aQuantityHasTheSameSymbolInEveryLesson() {
        Map<String, String> first = new HashMap<>();
        for (Scene scene : Scenes.ALL) {
            for (Knob knob : scene.knobs()) {
                String symbol = knob.symbol();
                if (symbol.isEmpty()) {
                    continue;
                }
                String where = scene.id() + "." + knob.key();
                assertEquals(OF.getOrDefault(knob.key(), symbol), symbol, where);
                assertEquals(symbol, first.computeIfAbsent(knob.key() + knob.label(), k -> symbol), where);
                // a symbol that stands for one of these stands for nothing else
                boolean taken = OF.containsValue(symbol);
                assertEquals(taken, taken && symbol.equals(OF.get(knob.key())), where + " is " + symbol);
            }
        }
    }
}
