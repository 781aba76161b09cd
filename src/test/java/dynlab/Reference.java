package dynlab;

import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of results that an independent implementation in another language made, at double precision. */
public record Reference(String text, Json json) {
    /** The file of that name, without its ending. */
    public static Reference of(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name + ".json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Reference(text, JsonReader.read(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Experiment experiment() {
        return ExperimentCodec.read(text, new ExactDecimals());
    }

    /** The value below members and elements of these names and numbers. */
    public Json at(Object... path) {
        Json at = json;
        for (Object step : path) {
            at = at instanceof Json.Array array
                    ? array.elements().get((Integer) step)
                    : ((Json.Members) at).members().get((String) step);
        }
        return at;
    }

    /** All numbers below a place, in file order. */
    public double[] numbers(Object... path) {
        List<Double> found = new ArrayList<>();
        collect(at(path), found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The matrix at a place, an array of rows. */
    public Matrix matrix(Object... path) {
        int rows = ((Json.Array) at(path)).elements().size();
        double[] values = numbers(path);
        return Matrix.of(rows, values.length / rows, values);
    }

    private static void collect(Json json, List<Double> found) {
        if (json instanceof Json.Numeral number) {
            found.add(Double.parseDouble(number.text()));
        } else if (json instanceof Json.Array array) {
            array.elements().forEach(element -> collect(element, found));
        } else if (json instanceof Json.Members object) {
            object.members().values().forEach(element -> collect(element, found));
        }
    }
}
