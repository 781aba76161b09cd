package dynlab.browser.dom;

import dynlab.numeric.Decimals;
import org.teavm.jso.JSBody;

/** Decimal text by the browser, which rounds to the last bit; the compiled library does not. */
public final class JsDecimals implements Decimals {
    @Override
    public double parse(String text) {
        return number(text);
    }

    @Override
    public String format(double value) {
        return string(value);
    }

    @JSBody(params = "text", script = "return Number(text);")
    private static native double number(String text);

    @JSBody(params = "value", script = "return String(value);")
    private static native String string(double value);
}
