package dynlab.sweep;

import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonWriter;
import dynlab.numeric.Decimals;

/** A JSON value as one line of text, the same for values that mean the same to the last bit. */
public final class JsonText {
    private JsonText() {}

    public static String of(Json value, Decimals decimals) {
        JsonWriter json = new JsonWriter(decimals);
        write(json, value, decimals);
        return json.toString();
    }

    private static void write(JsonWriter json, Json value, Decimals decimals) {
        if (value instanceof Json.Members object) {
            json.open('{');
            object.members().forEach((name, member) -> write(json.name(name), member, decimals));
            json.close('}');
        } else if (value instanceof Json.Array array) {
            json.open('[');
            array.elements().forEach(element -> write(json, element, decimals));
            json.close(']');
        } else if (value instanceof Json.Numeral number) {
            double read = decimals.parse(number.text());
            json.literal(Double.isFinite(read) ? decimals.format(read) : number.text());
        } else if (value instanceof Json.Text text) {
            json.text(text.value());
        } else if (value instanceof Json.Bool bool) {
            json.literal(bool.value() ? "true" : "false");
        } else {
            json.literal("null");
        }
    }
}
