package dynlab.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.numeric.ExactDecimals;
import dynlab.table.Preparation.Blanks;
import dynlab.table.Preparation.Comma;
import dynlab.table.Preparation.Scale;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person decides of a table before it is learned. */
final class PreparationTest {
    private static final String GAPS = "animal;swims;weight\nShark;1;0,5\nTuna;;0,25\nRobin;0;\nOak;0;1,5\n";

    private static Table read(String text, boolean turned, Blanks blanks, boolean oneHot, Comma comma, Scale scale) {
        return new Preparation(turned, blanks, oneHot, comma, scale).read(text, new ExactDecimals());
    }

    private static Table blanks(Blanks blanks) {
        return read(GAPS, false, blanks, false, Comma.AS_SHOWN, Scale.AS_IT_IS);
    }

    private static String refusal(String text, Preparation preparation) {
        Unreadable refused = assertThrows(Unreadable.class, () -> preparation.read(text, new ExactDecimals()));
        return Words.say(refused.phrase());
    }

    @Test
    void withoutAnyDecisionItReadsAsTheReaderDoes() {
        String text = "a,b\n1,2\n3,4\n";
        assertEquals(TableReader.read(text, new ExactDecimals()), Preparation.NONE.read(text, new ExactDecimals()));
        assertEquals("line 3, cell 2 is empty", refusal(GAPS, Preparation.NONE));
    }

    @Test
    void anEmptyCellIsZeroOrTheMeanOfTheOthersOrItsLineIsLeftOut() {
        assertArrayEquals(
                new double[] {1, .5, 0, .25, 0, 0, 0, 1.5},
                blanks(Blanks.ZERO).values().toArray());
        assertArrayEquals(
                new double[] {1, .5, 1 / 3.0, .25, 0, .75, 0, 1.5},
                blanks(Blanks.MEAN).values().toArray());
        Table skipped = blanks(Blanks.SKIPPED);
        assertEquals(Optional.of(List.of("Shark", "Oak")), skipped.rowNames());
        assertArrayEquals(new double[] {1, .5, 0, 1.5}, skipped.values().toArray());
    }

    @Test
    void ifEveryLineHasAnEmptyCellNothingIsLeftAndThatIsSaid() {
        Preparation skip = new Preparation(false, Blanks.SKIPPED, false, Comma.AS_SHOWN, Scale.AS_IT_IS);
        assertEquals("every line has an empty cell, and nothing is left", refusal("a;b;c\nx;;1\ny;1;\n", skip));
    }

    @Test
    void turnedItHasAnItemAColumnAndMeansAreStillThoseOfProperties() {
        Table turned =
                read("p;a;b;c\nsize;1;;3\nage;5;5;8\n", true, Blanks.MEAN, false, Comma.AS_SHOWN, Scale.AS_IT_IS);
        assertEquals(Optional.of(List.of("a", "b", "c")), turned.rowNames());
        assertEquals(Optional.of(List.of("size", "age")), turned.columnNames());
        assertArrayEquals(new double[] {1, 5, 2, 5, 3, 8}, turned.values().toArray());
    }

    @Test
    void aColumnOfWordsBecomesAColumnForEachWord() {
        Table table = read(
                "name;kind;size\nShark;fish;3\nRobin;bird;1\nTuna;fish;2\n",
                false,
                Blanks.REFUSED,
                true,
                Comma.AS_SHOWN,
                Scale.AS_IT_IS);
        assertEquals(Optional.of(List.of("kind fish", "kind bird", "size")), table.columnNames());
        assertArrayEquals(
                new double[] {1, 0, 3, 0, 1, 1, 1, 0, 2}, table.values().toArray());
        assertEquals(
                "line 2, cell 2 has \"fish\" where a number is expected",
                refusal("name;kind;size\nShark;fish;3\nRobin;bird;1\nTuna;fish;2\n", Preparation.NONE));
    }

    @Test
    void propertiesLoseTheirMeanAndAreDividedByTheirDeviation() {
        String text = "1;7\n3;7\n5;7\n";
        assertArrayEquals(
                new double[] {-2, 0, 0, 0, 2, 0},
                read(text, false, Blanks.REFUSED, false, Comma.AS_SHOWN, Scale.CENTRED)
                        .values()
                        .toArray());
        double one = Math.sqrt(1.5); // 2 over the root of (4 + 0 + 4) / 3
        assertArrayEquals(
                new double[] {-one, 0, 0, 0, one, 0},
                read(text, false, Blanks.REFUSED, false, Comma.AS_SHOWN, Scale.STANDARD)
                        .values()
                        .toArray(),
                1e-15);
    }

    @Test
    void aCommaWithTwoReadingsIsAskedAbout() {
        String text = "1,000;2\n3;4\n";
        assertEquals(
                "line 1, cell 1 has \"1,000\", which may be 1000 or 1; write it without the comma",
                refusal(text, Preparation.NONE));
        assertArrayEquals(
                new double[] {1000, 2, 3, 4},
                read(text, false, Blanks.REFUSED, false, Comma.THOUSANDS, Scale.AS_IT_IS)
                        .values()
                        .toArray());
        assertArrayEquals(
                new double[] {1, 2, 3, 4},
                read(text, false, Blanks.REFUSED, false, Comma.DECIMAL, Scale.AS_IT_IS)
                        .values()
                        .toArray());
    }
}
