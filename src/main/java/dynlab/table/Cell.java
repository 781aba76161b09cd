package dynlab.table;

import dynlab.words.Argument;
import dynlab.words.Phrase;

/**
 * One cell as it was written.
 *
 * @param text its text without quotes and without blanks around it
 * @param line the line of the text where it begins, from 1
 * @param at which cell of its row it is, from 1
 * @param quoted whether it stood in quotes
 */
record Cell(String text, int line, int at, boolean quoted) {
    private static final int SHOWN = 24;

    boolean blank() {
        return text.isEmpty();
    }

    /** Whether it is meant as a number, well formed or not: it begins like one. */
    boolean numeric() {
        return NumberText.looksLikeOne(text);
    }

    /** Whether it is a word that does not even begin like a number. */
    boolean name() {
        return !blank() && !numeric() && "0123456789+-.,−".indexOf(text.charAt(0)) < 0;
    }

    Unreadable wrong(Phrase what) {
        return Unreadable.at(line, at, what);
    }

    /** The text, quoted and cut to what a sentence can hold. */
    Argument shown() {
        int end = text.length() <= SHOWN ? text.length() : SHOWN;
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder plain = new StringBuilder("\"");
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            plain.append(c < ' ' ? ' ' : c);
        }
        return Argument.name(plain.append(end < text.length() ? "…\"" : "\"").toString());
    }
}
