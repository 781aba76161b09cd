package dynlab.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.learning.Init;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables as programs write and people paste them. All good ones say the same: two animals, three properties, and numbers of
 * both signs; so that whatever a separator or a sign does to one of them is seen.
 */
final class RealTablesTest {
    private static final Decimals DECIMALS = new ExactDecimals();
    private static final Matrix SAID = Matrix.of(new double[][] {{1.5, -2, 1234.5}, {0, 0.25, 30}});

    /** Who writes it so, and the text. */
    static List<Arguments> bare() {
        return List.of(
                Arguments.of("comma", "1.5,-2,1234.5\n0,0.25,30\n"),
                Arguments.of("comma and blank", "1.5, -2, 1234.5\n0, 0.25, 30\n"),
                Arguments.of("Windows", "1.5,-2,1234.5\r\n0,0.25,30\r\n"),
                Arguments.of("old Macintosh", "1.5,-2,1234.5\r0,0.25,30\r"),
                Arguments.of("no last line end", "1.5,-2,1234.5\n0,0.25,30"),
                Arguments.of("blank lines around", "\n\n1.5,-2,1234.5\n\n0,0.25,30\n\n"),
                Arguments.of("mark of bytes", "\ufeff1.5,-2,1234.5\n0,0.25,30\n"),
                Arguments.of("sep=", "sep=,\r\n1.5,-2,1234.5\r\n0,0.25,30\r\n"),
                Arguments.of("German Excel", "1,5;-2;1234,5\r\n0;0,25;30\r\n"),
                Arguments.of("German Excel, sep=", "sep=;\r\n1,5;-2;1234,5\r\n0;0,25;30\r\n"),
                Arguments.of("German with thousands", "1,5;-2;1.234,5\n0;0,25;30\n"),
                Arguments.of("French with a narrow blank", "1,5;-2;1\u202f234,5\n0;0,25;30\n"),
                Arguments.of("French with a hard blank", "1,5;-2;1\u00a0234,5\n0;0,25;30\n"),
                Arguments.of("Swiss", "1.5;-2;1'234.5\n0;0.25;30\n"),
                Arguments.of("American with thousands, quoted", "1.5,-2,\"1,234.5\"\n0,0.25,30\n"),
                Arguments.of("all quoted", "\"1.5\",\"-2\",\"1234.5\"\n\"0\",\"0.25\",\"30\"\n"),
                Arguments.of("Excel's clipboard", "1.5\t-2\t1234.5\r\n0\t0.25\t30\r\n"),
                Arguments.of("German Excel's clipboard", "1,5\t-2\t1234,5\r\n0\t0,25\t30\r\n"),
                Arguments.of("empty column at the right", "1.5\t-2\t1234.5\t\r\n0\t0.25\t30\t\r\n"),
                Arguments.of("empty rows below", "1.5;-2;1234.5\n0;0.25;30\n;;\n;;\n"),
                Arguments.of("bars", "1.5|-2|1234.5\n0|0.25|30\n"),
                Arguments.of(
                        "numpy.savetxt",
                        "1.500000000000000000e+00 -2.000000000000000000e+00 1.234500000000000000e+03\n"
                                + "0.000000000000000000e+00 2.500000000000000000e-01 3.000000000000000000e+01\n"),
                Arguments.of("columns of print", "   1.5   -2.0  1234.5\n   0.0   0.25   30.0\n"),
                Arguments.of("Fortran's exponents", "1.5E+00  -2.0E+00  1.2345E+03\n0.0E+00  2.5E-01  3.0E+01\n"),
                Arguments.of("JSON", "[[1.5, -2, 1234.5], [0, 0.25, 30]]"),
                Arguments.of(
                        "JSON in lines",
                        "[\n  [\n    1.5,\n    -2,\n    1234.5\n  ],\n  [\n    0,\n    0.25,\n    30\n  ]\n]\n"),
                Arguments.of(
                        "NumPy's print",
                        "[[ 1.5000e+00 -2.0000e+00  1.2345e+03]\n [ 0.0000e+00  2.5000e-01  3.0000e+01]]"),
                Arguments.of(
                        "NumPy's repr",
                        "array([[ 1.500e+00, -2.000e+00,  1.2345e+03],\n       [ 0.   ,  2.500e-01,  3.000e+01]])"),
                Arguments.of("NumPy's source", "np.array([[1.5, -2, 1234.5], [0, .25, 30]])"),
                Arguments.of("MATLAB", "[1.5 -2 1234.5; 0 0.25 30]"),
                Arguments.of("Unicode minus", "1.5,\u22122,1234.5\n0,0.25,30\n"),
                Arguments.of("dash for a minus", "1.5;\u20132;1234.5\n0;0.25;30\n"),
                Arguments.of("plus signs", "+1.5,-2,+1234.5\n0,+0.25,+30\n"),
                Arguments.of("zeros before", "01.5,-02,01234.5\n00,0.250,030\n"));
    }

    @ParameterizedTest
    @MethodSource("bare")
    void numbersAreReadHoweverTheyAreWritten(String who, String text) {
        assertEquals(new Table(Optional.empty(), Optional.empty(), SAID), TableReader.read(text, DECIMALS), who);
    }

    static List<Arguments> named() {
        List<String> properties = List.of("has bones", "flies", "weight");
        return List.of(
                Arguments.of(
                        "pandas",
                        "item,has bones,flies,weight\nshark,1.5,-2,1234.5\nrose,0,0.25,30\n",
                        List.of("shark", "rose"),
                        properties),
                Arguments.of(
                        "pandas without a name of the index",
                        ",has bones,flies,weight\nshark,1.5,-2,1234.5\nrose,0,0.25,30\n",
                        List.of("shark", "rose"),
                        properties),
                Arguments.of(
                        "R's write.table",
                        "\"has bones\" \"flies\" \"weight\"\n\"shark\" 1.5 -2 1234.5\n\"rose\" 0 0.25 30\n",
                        List.of("shark", "rose"),
                        properties),
                Arguments.of(
                        "R's write.csv2",
                        "\"\";\"has bones\";\"flies\";\"weight\"\n\"shark\";1,5;-2;1234,5\n\"rose\";0;0,25;30\n",
                        List.of("shark", "rose"),
                        properties),
                Arguments.of(
                        "a spreadsheet's clipboard",
                        "\thas bones\tflies\tweight\r\nshark\t1.5\t-2\t1234.5\r\nrose\t0\t0.25\t30\r\n",
                        List.of("shark", "rose"),
                        properties),
                Arguments.of(
                        "names with commas and quotes",
                        "item,\"has bones\",\"flies\",\"weight\"\n\"shark, great \"\"white\"\"\",1.5,-2,1234.5\nrose,0,0.25,30\n",
                        List.of("shark, great \"white\"", "rose"),
                        properties),
                Arguments.of(
                        "Japanese",
                        "名前,骨,飛ぶ,重さ\n鮫,1.5,-2,1234.5\n薔薇,0,0.25,30\n",
                        List.of("鮫", "薔薇"),
                        List.of("骨", "飛ぶ", "重さ")),
                Arguments.of(
                        "Arabic",
                        "الاسم;عظام;يطير;وزن\nقرش;1.5;-2;1234.5\nوردة;0;0.25;30\n",
                        List.of("قرش", "وردة"),
                        List.of("عظام", "يطير", "وزن")),
                Arguments.of(
                        "Hindi",
                        "नाम,हड्डी,उड़ता,भार\nशार्क,1.5,-2,1234.5\nगुलाब,0,0.25,30\n",
                        List.of("शार्क", "गुलाब"),
                        List.of("हड्डी", "उड़ता", "भार")),
                Arguments.of(
                        "Russian",
                        "имя\tкости\tлетает\tвес\nакула\t1,5\t-2\t1234,5\nроза\t0\t0,25\t30\n",
                        List.of("акула", "роза"),
                        List.of("кости", "летает", "вес")),
                Arguments.of(
                        "pictures for names",
                        "item,🦴,🪽,⚖️\n🦈,1.5,-2,1234.5\n🌹,0,0.25,30\n",
                        List.of("🦈", "🌹"),
                        List.of("🦴", "🪽", "⚖️")));
    }

    @ParameterizedTest
    @MethodSource("named")
    void namesAreKept(String who, String text, List<String> rows, List<String> columns) {
        assertEquals(new Table(Optional.of(rows), Optional.of(columns), SAID), TableReader.read(text, DECIMALS), who);
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of("a missing value", "1.5,,1234.5\n0,0.25,30\n", "line 1, cell 2"),
                Arguments.of("a missing value of a spreadsheet", "1.5\t\t1234.5\r\n0\t0.25\t30\r\n", "line 1, cell 2"),
                Arguments.of("pandas' NaN", "a,b\n1,NaN\n2,3\n", "line 2, cell 2"),
                Arguments.of("R's NA", "a;b\n1;2\n3;NA\n", "line 3, cell 2"),
                Arguments.of("a spreadsheet's error", "1\t2\n3\t#DIV/0!\n", "line 2, cell 2"),
                Arguments.of("NumPy's infinity", "[[1., inf], [2., 3.]]", "line 1, cell 2"),
                Arguments.of("per cent", "1;2\n3;50%\n", "line 2, cell 2"),
                Arguments.of("money", "1,2\n3,$4\n", "line 2, cell 2"),
                Arguments.of("a date", "1,2\n3,2026-11-28\n", "line 2, cell 2"),
                Arguments.of("a line too short", "1,2,3\n4,5\n", "line 2, cell 3"),
                Arguments.of("a line too long", "1,2\n4,5,6\n", "line 2, cell 3"),
                Arguments.of("thousands or decimals", "1,000;2\n", "line 1, cell 1"),
                Arguments.of("thousands or cells", "1,000\n2,000\n", "line 1, cell 1"),
                Arguments.of("a quote that is not closed", "1,\"2\n3,4\n", "line 1, cell 2"),
                Arguments.of("JSON's null", "[[1, 2], [null, 3]]", "line 1, cell 1"),
                Arguments.of("NumPy's dots", "[[1., 2.],\n ...,\n [3., 4.]]", "line 2"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatWouldBeAGuessIsRefusedWithLineAndCell(String who, String text, String place) {
        String sentence = Words.say(assertThrows(Unreadable.class, () -> TableReader.read(text, DECIMALS), who)
                .phrase());
        assertTrue(sentence.startsWith(place) || sentence.contains(place), who + ": " + sentence);
    }

    @Test
    void thereAreSixtyOfThem() {
        assertTrue(bare().size() + named().size() + refused().size() >= 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/living-things.csv", "examples/more-living-things.csv"})
    void theLivingThingsAreATableInWhichPlantsAndAnimalsAreToldApartFirst(String file) throws IOException {
        Table table = TableReader.read(Files.readString(Path.of(file)), DECIMALS);
        List<String> items = table.rowNames().orElseThrow();
        List<String> properties = table.columnNames().orElseThrow();
        int animal = properties.indexOf("is an animal");
        int plant = properties.indexOf("is a plant");
        for (int i = 0; i < items.size(); i++) {
            assertEquals(1, table.values().at(i, animal) + table.values().at(i, plant), items.get(i));
            for (int j = 0; j < i; j++) {
                assertFalse(Arrays.equals(table.values().row(i), table.values().row(j)), items.get(i));
            }
        }
        // every item is more like all items of its own kingdom than like any of the other
        for (int i = 0; i < items.size(); i++) {
            for (int same = 0; same < items.size(); same++) {
                for (int other = 0; other < items.size(); other++) {
                    boolean kin = table.values().at(i, animal) == table.values().at(same, animal);
                    boolean stranger =
                            table.values().at(i, animal) != table.values().at(other, animal);
                    if (kin && stranger) {
                        assertTrue(shared(table, i, same) > shared(table, i, other), items.get(i));
                    }
                }
            }
        }
    }

    private static double shared(Table table, int i, int j) {
        double sum = 0;
        for (int k = 0; k < table.values().columns(); k++) {
            sum += table.values().at(i, k) * table.values().at(j, k);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/living-things.csv", "examples/more-living-things.csv"})
    void aRunOfATableThatWentThroughTextAndBackHasTheSameDigest(String file) throws IOException {
        Matrix first = TableReader.read(Files.readString(Path.of(file)), DECIMALS)
                .values()
                .scaled(1.0 / 3);
        Matrix again =
                TableReader.read(TableWriter.write(first, DECIMALS), DECIMALS).values();
        assertEquals(digest(first), digest(again));
    }

    private static String digest(Matrix facts) {
        Architecture graph = new Architecture(
                List.of(
                        Node.linear("item", Role.INPUT, facts.rows()),
                        Node.linear("h", Role.HIDDEN, 12),
                        Node.linear("property", Role.OUTPUT, facts.columns())),
                List.of(new Edge("W1", "item", "h"), new Edge("W2", "h", "property")));
        Context all = Context.open(
                "facts",
                facts.rows(),
                Map.of("item", Matrix.identity(facts.rows())),
                Map.of("property", facts.transpose()));
        Experiment experiment = new Experiment(
                "facts",
                "",
                graph,
                List.of(all),
                new Start.Drawn(new Init.Gaussian(0.01, 1)),
                new Training(0.01, 1, 200),
                new RecordPlan(new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS)),
                false);
        return Runner.of(experiment).complete().trajectory().digest().orElseThrow();
    }
}
