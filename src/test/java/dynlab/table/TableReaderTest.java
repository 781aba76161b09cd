package dynlab.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TableReaderTest {
    private static final Decimals DECIMALS = new ExactDecimals();

    private static Arguments plain(String text, double[]... rows) {
        return Arguments.of(text, Optional.empty(), Optional.empty(), rows);
    }

    private static Arguments named(String text, List<String> rowNames, List<String> columnNames, double[]... rows) {
        return Arguments.of(
                text,
                rowNames.isEmpty() ? Optional.empty() : Optional.of(rowNames),
                columnNames.isEmpty() ? Optional.empty() : Optional.of(columnNames),
                rows);
    }

    private static double[] row(double... values) {
        return values;
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                plain("1,0\n0,1", row(1, 0), row(0, 1)),
                plain("1, 0\r\n0, 1\r\n", row(1, 0), row(0, 1)),
                plain("1,0\r0,1\r", row(1, 0), row(0, 1)),
                plain("1\t0\n0\t1\n\n", row(1, 0), row(0, 1)),
                plain("1;0\n\n0;1", row(1, 0), row(0, 1)),
                plain("1|0\n0|1", row(1, 0), row(0, 1)),
                plain("1 0\n0 1", row(1, 0), row(0, 1)),
                plain("  1.5   -2\n 3e-2    4\n", row(1.5, -2), row(0.03, 4)),
                plain("1\n2\n3", row(1), row(2), row(3)),
                plain("0,5;1,5\n1,5;0,5", row(0.5, 1.5), row(1.5, 0.5)),
                plain("0,5\t1,5\n1,5\t0,5", row(0.5, 1.5), row(1.5, 0.5)),
                plain("0,5 1,5\n1,5 0,5", row(0.5, 1.5), row(1.5, 0.5)),
                plain("0,125;0,250", row(0.125, 0.25)),
                plain("1,125;0,5", row(1.125, 0.5)),
                plain("1.234,5;2", row(1234.5, 2)),
                plain("1,234.5;2", row(1234.5, 2)),
                plain("1.234.567;2", row(1234567, 2)),
                plain("1,234,567;1,000", row(1234567, 1000)),
                plain("1\u00a0234,5;2", row(1234.5, 2)),
                plain("1'234.5;2", row(1234.5, 2)),
                plain("\"1,5\",\"2,5\"", row(1.5, 2.5)),
                plain("\"1\",\"2\"\n\"3\",\"4\"", row(1, 2), row(3, 4)),
                plain("\ufeff1,2\n3,4", row(1, 2), row(3, 4)),
                plain("sep=;\n1,5;2\n3;4", row(1.5, 2), row(3, 4)),
                plain("sep=,\r\n1.5,2\r\n3,4", row(1.5, 2), row(3, 4)),
                plain("1,2,\n3,4,", row(1, 2), row(3, 4)),
                plain("1;2\n3;4\n;\n;\n", row(1, 2), row(3, 4)),
                plain("−1,2\n–3,4", row(-1, 2), row(-3, 4)),
                plain("+1,-.5\n5.,1E+3", row(1, -0.5), row(5, 1000)),
                plain("007;-0", row(7, -0.0)),
                plain("[[1, 0], [0, 1]]", row(1, 0), row(0, 1)),
                plain("[1 0; 0 1]", row(1, 0), row(0, 1)),
                plain("[1, 0; 0, 1];", row(1, 0), row(0, 1)),
                plain("[[1. 0.]\n [0. 1.]]", row(1, 0), row(0, 1)),
                plain("array([[1.5, -2.e-3],\n       [0. , 1. ]])", row(1.5, -2e-3), row(0, 1)),
                plain("np.array([[1, 2], [3, 4]], dtype=float32)", row(1, 2), row(3, 4)),
                plain("[1, 2, 3]", row(1, 2, 3)),
                plain("[ 1  2\n  3]", row(1, 2, 3)),
                plain("[[1, 2],\n [3, 4],\n]", row(1, 2), row(3, 4)),
                named("a,b\n1,2\n3,4", List.of(), List.of("a", "b"), row(1, 2), row(3, 4)),
                named("x\n1\n2", List.of(), List.of("x"), row(1), row(2)),
                named(
                        "animal;swims;flies\nShark;1;0,5\nTuna;1;0",
                        List.of("Shark", "Tuna"),
                        List.of("swims", "flies"),
                        row(1, 0.5),
                        row(1, 0)),
                named(",a,b\n0,1,2\n1,3,4", List.of("0", "1"), List.of("a", "b"), row(1, 2), row(3, 4)),
                named("\ta\tb\nShark\t1\t2\n", List.of("Shark"), List.of("a", "b"), row(1, 2)),
                named("Shark,1,0\nRose,0,1", List.of("Shark", "Rose"), List.of(), row(1, 0), row(0, 1)),
                named("\"a\" \"b\"\n\"1\" 5 6\n\"2\" 7 8", List.of("1", "2"), List.of("a", "b"), row(5, 6), row(7, 8)),
                named(
                        "\"has, a comma\",\"a \"\"quote\"\"\"\n1,2",
                        List.of(),
                        List.of("has, a comma", "a \"quote\""),
                        row(1, 2)),
                named("\"two\nlines\",b\n1,2", List.of(), List.of("two lines", "b"), row(1, 2)),
                named("名前;泳ぐ;飛ぶ\n鮫;1;0\nкит;1;0", List.of("鮫", "кит"), List.of("泳ぐ", "飛ぶ"), row(1, 0), row(1, 0)),
                named("has bones,can fly\n1,0\n0,1", List.of(), List.of("has bones", "can fly"), row(1, 0), row(0, 1)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsReadWithItsNames(
            String text, Optional<List<String>> rowNames, Optional<List<String>> columnNames, double[][] rows) {
        assertEquals(new Table(rowNames, columnNames, Matrix.of(rows)), TableReader.read(text, DECIMALS));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("1,,0\n,0,1", "line 1, cell 2 is empty"),
                Arguments.of("1\t\t0\n\t0\t1", "line 1, cell 2 is empty"),
                Arguments.of("1,2\n3", "line 2, cell 2 is missing: line 1 has 2 cells"),
                Arguments.of("1,2\n3,4,5", "line 2, cell 3 is one too many: line 1 has 2 cells"),
                Arguments.of("1;2\n\n3;ja", "line 3, cell 2 has \"ja\" where a number is expected"),
                Arguments.of("1,nan\n2,3", "line 1, cell 2 has \"nan\" where a finite number is expected"),
                Arguments.of("1;-Inf", "line 1, cell 2 has \"-Inf\" where a finite number is expected"),
                Arguments.of("1;1e999", "line 1, cell 2 has \"1e999\", which is too large"),
                Arguments.of(
                        "1,000;2,000",
                        "line 1, cell 1 has \"1,000\", which may be 1000 or 1; write it without the comma"),
                Arguments.of(
                        "2;\"1,500\"\n3;4",
                        "line 1, cell 2 has \"1,500\", which may be 1500 or 1.5; write it without the comma"),
                Arguments.of(
                        "0,5;1.000",
                        "line 1, cell 2 has \"1.000\", where other cells have decimal commas: it may be 1000 or 1;"
                                + " write it without the point"),
                Arguments.of(
                        "1,000\n2,000",
                        "line 1, cell 1 has 1,000, which may be one number or two; write it without the comma"),
                Arguments.of(
                        "population\n1,234\n56,789",
                        "line 2, cell 1 is followed by a comma and three digits, which may part"
                                + " thousands as well as cells; write the numbers without such commas, or another sign between the cells"),
                Arguments.of("x\n0,5\n1,5", "line 2, cell 2 is one too many: line 1 has 1 cell"),
                Arguments.of("1,\"2\n3,4", "line 1, cell 2 has an opening quote and no closing one"),
                Arguments.of("1,\"2\"3\n3,4", "line 1, cell 2 goes on after its closing quote"),
                Arguments.of("[[1, 2], [3]]", "line 1, cell 2 is missing: line 1 has 2 cells"),
                Arguments.of("[[1, 2],\n [3, x]]", "line 2, cell 2 has \"x\" where a number is expected"),
                Arguments.of("[[1, null]]", "line 1, cell 2 has \"null\" where a number is expected"),
                Arguments.of("[[1,, 2]]", "line 1, cell 2 is empty"),
                Arguments.of("[[1, 2]", "line 1, cell 1 is missing: a bracket is not closed"),
                Arguments.of("[[[1]]]", "line 1, cell 1 begins a third dimension; expected rows of numbers"),
                Arguments.of("[[1, 2], [3, 4]] 5", "line 1, cell 1 is followed by more than one array"),
                Arguments.of("[[1., 2.], ..., [3., 4.]]", "line 1, cell 1 is a number among lists"),
                Arguments.of("50%;1", "line 1, cell 1 has \"50%\" where a number is expected"),
                Arguments.of("a,b", "there is no line of numbers under the names"),
                Arguments.of(" \n", "there is no number in the table"),
                Arguments.of("", "there is no number in the table"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoTableIsRefusedWithItsLineAndCell(String text, String sentence) {
        assertEquals(
                sentence,
                Words.say(assertThrows(Unreadable.class, () -> TableReader.read(text, DECIMALS))
                        .phrase()));
    }

    @Test
    void whatIsWrittenIsReadBackToTheLastBit() {
        Rng rng = new Rng(5);
        for (int n = 0; n < 300; n++) {
            Matrix matrix = Matrix.zero(1 + rng.nextInt(4), 1 + rng.nextInt(4));
            double[] values = matrix.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = rng.nextGaussian() * (rng.nextInt(3) == 0 ? 1e-9 : 100);
            }
            Matrix drawn = Matrix.of(matrix.rows(), matrix.columns(), values);
            assertEquals(
                    drawn,
                    TableReader.read(TableWriter.write(drawn, DECIMALS), DECIMALS)
                            .values());
        }
    }

    /** Random texts out of what tables are made of: read or refused, never anything else. */
    @Test
    void noTextBringsTheReaderDown() {
        String[] parts = {
            "1", "0,5", "1,000", ".", ";", ",", "\t", " ", "\n", "\r\n", "\"", "[", "]", "a", "-", "e", "(", "array(",
            "sep=", "−", "\u00a0"
        };
        Rng rng = new Rng(8);
        int read = 0;
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int k = rng.nextInt(14); k >= 0; k--) {
                text.append(parts[rng.nextInt(parts.length)]);
            }
            try {
                Table table = TableReader.read(text.toString(), DECIMALS);
                assertEquals(
                        table.values().rows(),
                        table.rowNames().map(List::size).orElse(table.values().rows()));
                read++;
            } catch (Unreadable unreadable) {
                assertTrue(Words.say(unreadable.phrase()).length() > 5);
            }
        }
        assertTrue(read > 500, "read " + read);
    }
}
