package dynlab.experiment.file;

import dynlab.numeric.Decimals;

/** Writes JSON text: the shortest decimals that read back as the same doubles, matrices a row a line. */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final Decimals decimals;
    private boolean comma;

    public JsonWriter(Decimals decimals) {
        this.decimals = decimals;
    }

    private void separate() {
        if (comma) {
            out.append(", ");
        }
        comma = false;
    }

    public JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        return this;
    }

    public JsonWriter close(char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    /** Starts the next member on a line of its own. */
    public JsonWriter line() {
        if (comma) {
            out.append(",");
            comma = false;
        }
        out.append("\n ");
        return this;
    }

    public JsonWriter name(String name) {
        separate();
        string(name);
        out.append(": ");
        comma = false;
        return this;
    }

    public JsonWriter text(String value) {
        separate();
        string(value);
        return this;
    }

    public JsonWriter number(double value) {
        separate();
        out.append(decimals.format(value));
        comma = true;
        return this;
    }

    public JsonWriter literal(String word) {
        separate();
        out.append(word);
        comma = true;
        return this;
    }

    public JsonWriter numbers(double[] values) {
        open('[');
        for (double value : values) {
            number(value);
        }
        return close(']');
    }

    /** A rows × columns matrix out of a row-major array. */
    public JsonWriter matrix(double[] values, int from, int rows, int columns) {
        open('[');
        for (int i = 0; i < rows; i++) {
            open('[');
            for (int j = 0; j < columns; j++) {
                number(values[from + i * columns + j]);
            }
            close(']');
        }
        return close(']');
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit((c >> shift) & 15, 16));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
        comma = true;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
