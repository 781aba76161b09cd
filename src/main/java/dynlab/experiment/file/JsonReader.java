package dynlab.experiment.file;

import dynlab.experiment.Refused;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict reader of JSON (RFC 8259): no comments, no trailing commas, no repeated names, nesting at most
 * {@link #DEEPEST}. Our own, because the readers that TeaVM takes turn numbers into doubles with its inexact parser or are
 * larger than the whole page.
 */
public final class JsonReader {
    private static final String HEX = "0123456789abcdef";

    /** Deepest nesting that is read. */
    public static final int DEEPEST = 32;
    /** Longest text that is read, in characters. */
    public static final int LONGEST = 16 * 1024 * 1024;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads one value and nothing after it.
     *
     * @throws Refused naming line and column
     */
    public static Json read(String text) {
        if (text.length() > LONGEST) {
            throw new Refused("", Phrase.of("file.too-long"));
        }
        JsonReader reader = new JsonReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
        reader.space();
        Json value = reader.value(0);
        reader.space();
        if (reader.at < reader.text.length()) {
            throw reader.refused(Phrase.of("file.goes-on"));
        }
        return value;
    }

    private Refused refused(Phrase what) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return Refused.at(line, column, what);
    }

    private void space() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Json value(int depth) {
        char c = peek();
        if ((c == '{' || c == '[') && depth >= DEEPEST) {
            throw refused(Phrase.of("file.too-deep", Argument.count(DEEPEST)));
        }
        if (c == '{') {
            return object(depth);
        } else if (c == '[') {
            return array(depth);
        } else if (c == '"') {
            return new Json.Text(string());
        } else if (c == '-' || digit(c)) {
            return number();
        } else if (word("true")) {
            return new Json.Bool(true);
        } else if (word("false")) {
            return new Json.Bool(false);
        } else if (word("null")) {
            return new Json.Null();
        }
        throw refused(at >= text.length() ? Phrase.of("file.ends") : Phrase.of("file.no-value"));
    }

    private boolean word(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private Json object(int depth) {
        at++;
        Map<String, Json> members = new LinkedHashMap<>();
        space();
        if (peek() == '}') {
            at++;
            return new Json.Members(Collections.unmodifiableMap(members));
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw refused(Phrase.of("file.no-name"));
            }
            String name = string();
            space();
            if (peek() != ':') {
                throw refused(Phrase.of("file.no-colon", Argument.name(name)));
            }
            at++;
            space();
            Json value = value(depth + 1);
            if (members.putIfAbsent(name, value) != null) {
                throw refused(Phrase.of("file.twice", Argument.name(name)));
            }
            space();
            if (peek() == '}') {
                at++;
                return new Json.Members(Collections.unmodifiableMap(members));
            }
            if (peek() != ',') {
                throw refused(Phrase.of("file.no-brace"));
            }
            at++;
        }
    }

    private Json array(int depth) {
        at++;
        List<Json> elements = new ArrayList<>();
        space();
        if (peek() == ']') {
            at++;
            return new Json.Array(Collections.unmodifiableList(elements));
        }
        while (true) {
            space();
            elements.add(value(depth + 1));
            space();
            if (peek() == ']') {
                at++;
                return new Json.Array(Collections.unmodifiableList(elements));
            }
            if (peek() != ',') {
                throw refused(Phrase.of("file.no-bracket"));
            }
            at++;
        }
    }

    private String string() {
        at++;
        StringBuilder result = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return result.toString();
            }
            if (c < ' ') {
                throw refused(Phrase.of("file.control"));
            }
            at++;
            result.append(c == '\\' ? escape() : c);
        }
        throw refused(Phrase.of("file.open-string"));
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> {
                at--;
                throw refused(Phrase.of("file.escape"));
            }
        };
    }

    private char unicode() {
        int code = 0;
        for (int k = 0; k < 4; k++) {
            char c = peek();
            int digit = HEX.indexOf(c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c);
            if (digit < 0) {
                throw refused(Phrase.of("file.hexadecimal"));
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private Json number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new Json.Numeral(text.substring(from, at));
    }

    private void digits() {
        if (!digit(peek())) {
            throw refused(Phrase.of("file.digit"));
        }
        while (digit(peek())) {
            at++;
        }
    }
}
