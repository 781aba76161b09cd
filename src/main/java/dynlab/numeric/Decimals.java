package dynlab.numeric;

/**
 * Decimal text of doubles, to the last bit. An interface, because only the platform knows: TeaVM misrounds some decimals
 * in {@code Double.parseDouble} and writes others than JDK 17 in {@code Double.toString}.
 */
public interface Decimals {
    /**
     * The double nearest to a decimal.
     *
     * @param text a JSON number, such as {@code -1.5e-3}; its form has been checked
     * @return the nearest double; infinite where the decimal is beyond the range
     */
    double parse(String text);

    /**
     * The shortest decimal that reads back as the same double, in the form of ECMAScript's Number::toString.
     *
     * @param value finite
     * @return such as {@code 0.1}, {@code 1e-12}, {@code -0} as {@code 0}
     */
    String format(double value);
}
