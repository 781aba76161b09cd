package dynlab.export;

import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;

/** Numbers and names as Python reads them, for a library of arrays. */
final class PythonNumbers {
    private static final int WIDTH = 110;

    private final String library;
    private final String ending;
    private final Decimals decimals;

    /**
     * @param library name by which the program calls it, such as {@code np}
     * @param ending what follows the lists in the call, such as a type
     */
    PythonNumbers(String library, String ending, Decimals decimals) {
        this.library = library;
        this.ending = ending;
        this.decimals = decimals;
    }

    String number(double value) {
        return decimals.format(value);
    }

    /** A row vector. */
    String row(double[] values) {
        boolean same = values.length > 3;
        for (double value : values) {
            same &= value == values[0];
        }
        if (same) {
            String ones = library + ".ones(" + values.length + ending + ")";
            return values[0] == 1 ? ones : number(values[0]) + " * " + ones;
        }
        return array() + list(values, "    ") + type(Matrix.of(1, values.length, values)) + ")";
    }

    /** A list of whole numbers. */
    static String whole(int[] values, String indent) {
        StringBuilder text = new StringBuilder("[");
        int at = 1;
        for (int i = 0; i < values.length; i++) {
            at = place(text, Integer.toString(values[i]), i == 0, at, indent);
        }
        return text.append(']').toString();
    }

    /** A list of numbers, broken into lines. */
    String list(double[] values, String indent) {
        StringBuilder text = new StringBuilder("[");
        int at = 1;
        for (int i = 0; i < values.length; i++) {
            at = place(text, number(values[i]), i == 0, at, indent);
        }
        return text.append(']').toString();
    }

    private static int place(StringBuilder text, String one, boolean first, int at, String indent) {
        if (!first) {
            text.append(',');
            if (at + one.length() > WIDTH) {
                text.append('\n').append(indent);
                text.append(one);
                return indent.length() + one.length();
            }
            text.append(' ');
        }
        text.append(one);
        return at + one.length() + 2;
    }

    /** A matrix: the identity, zeros, or its rows. */
    String matrix(Matrix m) {
        boolean zero = true;
        boolean identity = m.rows() == m.columns();
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.columns(); j++) {
                zero &= m.at(i, j) == 0;
                identity &= m.at(i, j) == (i == j ? 1 : 0);
            }
        }
        if (identity && m.rows() > 1) {
            return library + ".eye(" + m.rows() + ending + ")";
        }
        if (zero) {
            return library + ".zeros((" + m.rows() + ", " + m.columns() + ")" + ending + ")";
        }
        StringBuilder text = new StringBuilder(array()).append('[');
        for (int i = 0; i < m.rows(); i++) {
            text.append(i == 0 ? "" : ",\n    ").append(list(m.row(i), "     "));
        }
        return text.append(']').append(type(m)).append(')').toString();
    }

    /** What makes the library keep doubles also where all numbers are whole. */
    private String type(Matrix m) {
        boolean whole = ending.isEmpty();
        for (double value : m.toArray()) {
            whole &= Math.rint(value) == value;
        }
        return whole ? ", dtype=float" : ending;
    }

    private String array() {
        return library + (library.equals("np") ? ".array(" : ".tensor(");
    }
}
