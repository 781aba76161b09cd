package dynlab.cli.wasm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form of the text format: a word, or a list of forms in parentheses.
 *
 * @param word empty for a list
 * @param list what is between the parentheses
 * @param line where it begins, from 1
 */
record Form(String word, List<Form> list, int line) {
    private static final Pattern TOKEN = Pattern.compile(";;[^\\n]*|[()]|\"[^\"\\n]*\"|[^\\s()\";]+|\\n|[^\\S\\n]+|.");

    /** The one list that a text is. */
    static Form read(String text) {
        Deque<Form> open = new ArrayDeque<>();
        Form top = new Form("", new ArrayList<>(), 1);
        open.push(top);
        int line = 1;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String word = token.group();
            if (word.equals("\n")) {
                line++;
            } else if (word.equals("(")) {
                Form list = new Form("", new ArrayList<>(), line);
                open.element().list.add(list);
                open.push(list);
            } else if (word.equals(")")) {
                open.pop();
                if (open.isEmpty()) {
                    throw new Misread(line, "a ) too many");
                }
            } else if (!word.isBlank() && !word.startsWith(";;")) {
                open.element().list.add(new Form(word, List.of(), line));
            }
        }
        if (open.size() > 1) {
            throw new Misread(open.element().line, "a ( that is not closed");
        }
        if (top.list.size() != 1) {
            throw new Misread(1, "expected one (module …)");
        }
        return top.list.get(0);
    }

    /** The word at the head of a list; empty for a word, and where there is none. */
    String head() {
        return list.isEmpty() ? "" : list.get(0).word;
    }

    boolean isName() {
        return word.startsWith("$");
    }

    /** What is between quotation marks. */
    String quoted() {
        if (word.length() < 2 || !word.startsWith("\"")) {
            throw new Misread(line, "expected a text in quotation marks, got " + word);
        }
        return word.substring(1, word.length() - 1);
    }

    int integer() {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new Misread(line, "expected a whole number, got " + word);
        }
    }
}
