package dynlab.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void argumentsStandInTheirPlacesInAnyOrder() {
        assertEquals("b before a, then b", Words.fill("{1} before {0}, then {1}", "a", "b", ""));
        assertEquals("no place", Words.fill("no place", "unused", "", ""));
        assertEquals("eca", Words.fill("{4}{2}{0}", "a", "b", "c", "d", "e"));
    }

    @Test
    void anArgumentIsNotReadAsATemplate() {
        assertEquals("a {1} b", Words.fill("a {0} b", "{1}", "wrong", ""));
    }

    @Test
    void aCountChoosesItsFormAsItIsWritten() {
        assertEquals("1 mode", Words.fill("{0} {0:mode|modes}", "1", "", ""));
        assertEquals("0 modes", Words.fill("{0} {0:mode|modes}", "0", "", ""));
        assertEquals("1.0 modes", Words.fill("{0#} {0:mode|modes}", "1.0", "", ""));
        assertEquals("one form", Words.fill("{0:one form}", "7", "", ""));
    }

    @Test
    void aRuleThatIsNotKnownHasOneForm() {
        assertEquals(0, Plural.form("none", "2"));
        assertEquals(1, Plural.form("one|other", "2"));
    }

    @Test
    void aPlaceWithoutAnArgumentIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> Words.fill("{3}", "a", "b", "c"));
        assertThrows(IndexOutOfBoundsException.class, () -> Words.fill("{x}", "a", "b", "c"));
    }

    @Test
    void phrasesNestAndStandInLists() {
        Phrase inner = Phrase.of("language.list");
        assertEquals(", ", new Argument.Within(inner).words());
        assertEquals("a, 3", new Argument.Listed(List.of(Argument.name("a"), Argument.count(3))).words());
        assertEquals("330", new Argument.Whole(330.2).words());
    }

    @Test
    void aFileIsOneObjectOfStringsAndNamesEachKeyOnce() {
        assertEquals(Map.of("a", "\"x\"\n\u00a0é"), WordFile.read(" {\"a\": \"\\\"x\\\"\\n\\u00a0é\"}\n"));
        for (String bad : List.of("", "{}", "{\"a\": 1}", "{\"a\": \"b\"} x", "{\"a\": \"b\", }", "{\"a\": \"\\q\"}")) {
            assertThrows(IllegalArgumentException.class, () -> WordFile.read(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> WordFile.read("{\"a\": \"b\", \"a\": \"c\"}"));
    }

    @Test
    void aLanguageThatHasNoFileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> WordFile.of("xx"));
    }
}
