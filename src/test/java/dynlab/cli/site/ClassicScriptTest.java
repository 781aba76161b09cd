package dynlab.cli.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.experiment.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassicScriptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"let a=1;\nexport{a as main,$b as report};\n", "let a=1;\nexport { a as main, $b as report };"})
    void whatAModuleExportsIsGivenBack(String module) {
        assertEquals(
                "var page = (function() {\nlet a=1;\nreturn { main: a, report: $b };\n})();\n",
                ClassicScript.object("page", module));
        assertEquals(
                "function worker() {\nlet a=1;\nreturn { main: a, report: $b };\n}\n",
                ClassicScript.function("worker", module));
    }

    @Test
    void aTextThatExportsNothingIsNoModule() {
        assertThrows(Refused.class, () -> ClassicScript.object("page", "let a = 1;"));
    }
}
