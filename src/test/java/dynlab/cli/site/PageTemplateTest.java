package dynlab.cli.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.experiment.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageTemplateTest {
    private static String fill(String text, Map<String, ?> values) {
        return new PageTemplate("page", text).fill(values);
    }

    private static String complaint(String text, Map<String, ?> values) {
        return assertThrows(Refused.class, () -> fill(text, values)).line();
    }

    @Test
    void placesAreFilledWithEscapedTextSectionsAndLists() {
        assertEquals("<b>a &lt; &quot;b&quot;</b>", fill("<b>{{x}}</b>", Map.of("x", "a < \"b\"")));
        assertEquals("yes", fill("{{#on}}yes{{/on}}{{^on}}no{{/on}}", Map.of("on", true)));
        assertEquals("no", fill("{{#on}}yes{{/on}}{{^on}}no{{/on}}", Map.of("on", false)));
        assertEquals(
                "1/r 2/r ",
                fill(
                        "{{#all}}{{id}}/{{root}} {{/all}}",
                        Map.of("root", "r", "all", List.of(Map.of("id", 1), Map.of("id", 2)))));
    }

    @Test
    void aPlaceWithoutAValueIsRefusedAlsoWhereNothingIsShown() {
        assertEquals(
                "page: has a place for {{y}}, for which there is no value", complaint("{{x}}{{y}}", Map.of("x", "")));
        assertEquals(
                "page: has a place for {{y}}, for which there is no value",
                complaint("{{#x}}{{y}}{{/x}}", Map.of("x", false)));
    }

    @Test
    void aValueWithoutAPlaceIsRefused() {
        assertEquals("page: has no place for the value of {{y}}", complaint("{{x}}", Map.of("x", "", "y", "")));
        assertEquals(
                "page: has no place for the value of {{b}}",
                complaint("{{#all}}{{a}}{{/all}}", Map.of("all", List.of(Map.of("a", 1, "b", 2)))));
    }

    @Test
    void aValueThatOnlySomeOfAListHaveIsRefused() {
        String line = complaint("{{#all}}{{a}}{{/all}}", Map.of("all", List.of(Map.of("a", 1), Map.of())));
        assertEquals("page: could not be filled in: ", line.substring(0, 30));
    }

    @Test
    void aPlaceWithAKeyGetsTheWordsOfTheLanguage() {
        assertEquals(
                "<p title=\"Your own table in the place of the lesson&#39;s world\">yes</p>",
                fill("<p title=\"{{page.lab.own-data-does}}\">{{x}}</p>", Map.of("x", "yes")));
        assertEquals(
                "UndoUndo",
                fill("{{#all}}{{lab.world-editor.undo}}{{/all}}", Map.of("all", List.of(Map.of(), Map.of()))));
    }

    @Test
    void aKeyWithoutWordsIsRefusedInPagesAndScripts() {
        String line = "page: says {{page.no.such}}, for which there are no words";
        assertEquals(line, complaint("<b>{{page.no.such}}</b>", Map.of()));
        PageTemplate script = PageTemplate.script("page", "say('{{page.no.such}}')");
        assertEquals(
                line, assertThrows(Refused.class, () -> script.fill(Map.of())).line());
    }

    @Test
    void wordsWithPlacesOfTheirOwnAreForScriptsThatFillThem() {
        assertEquals(
                "page: says {{page.report.browser}}, whose words have places that no page fills",
                complaint("{{page.report.browser}}", Map.of()));
        assertEquals(
                "say(\"Browser: {0}\")",
                PageTemplate.script("page", "say(\"{{page.report.browser}}\")").fill(Map.of()));
    }

    @Test
    void whatStandsInAScriptEndsNeitherItsStringNorTheScript() {
        assertEquals(
                "say(`\\\\ \\\" \\' \\` \\${x} \\n \\x3C/script>`)",
                PageTemplate.script("page", "say(`{{x}}`)").fill(Map.of("x", "\\ \" ' ` ${x} \n </script>")));
    }

    @Test
    void bracesThatDoNotMatchAreRefused() {
        assertThrows(Refused.class, () -> new PageTemplate("page", "{{#x}}"));
        assertThrows(Refused.class, () -> new PageTemplate("page", "{{x"));
    }
}
