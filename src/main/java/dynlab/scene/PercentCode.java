package dynlab.scene;

/** Percent-encoding of address values in UTF-8. Broken escapes are read as they stand. */
final class PercentCode {
    private static final String DIGITS = "0123456789ABCDEF";
    private static final String PLAIN = "-_.~,:/+!*()>|";

    private PercentCode() {}

    static String decode(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int b = c == '%' ? octet(text, i) : -1;
            if (b < 0) {
                out.append(c);
                i++;
                continue;
            }
            int more = b < 0x80
                    ? 0
                    : b >= 0xf0 && b < 0xf8 ? 3 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xc0 && b < 0xe0 ? 1 : -1;
            int code = more <= 0 ? b : b & (0x3f >> more);
            int at = i + 3;
            for (int k = 0; k < more && code >= 0; k++, at += 3) {
                int next = at < text.length() && text.charAt(at) == '%' ? octet(text, at) : -1;
                code = (next & 0xc0) == 0x80 && next >= 0 ? code << 6 | (next & 0x3f) : -1;
            }
            if (more < 0 || code < 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
                out.append('\uFFFD');
                i += 3;
            } else {
                out.appendCodePoint(code);
                i += 3 * (more + 1);
            }
        }
        return out.toString();
    }

    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at + 1));
        int low = digit(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** The library's digits and cases know all of Unicode, in tables that would travel with every page. */
    private static int digit(char c) {
        return DIGITS.indexOf(c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c);
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            if ((code >= 'a' && code <= 'z')
                    || (code >= 'A' && code <= 'Z')
                    || (code >= '0' && code <= '9')
                    || PLAIN.indexOf(code) >= 0) {
                out.appendCodePoint(code);
            } else if (code < 0x80) {
                percent(out, code);
            } else {
                int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
                int lead = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
                percent(out, lead | code >> 6 * more);
                for (int k = more - 1; k >= 0; k--) {
                    percent(out, 0x80 | code >> 6 * k & 0x3f);
                }
            }
        }
        return out.toString();
    }

    private static void percent(StringBuilder out, int octet) {
        out.append('%').append(DIGITS.charAt(octet >> 4)).append(DIGITS.charAt(octet & 15));
    }
}
