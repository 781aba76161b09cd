package dynlab.table;

/**
 * What parts the cells of a line: stated by a first line {@code sep=;}, else the first of tab, semicolon, bar and comma that
 * stands outside quotes, else blanks. Commas between digits and blanks between numbers, as in {@code 0,5 1,5}, are decimal
 * commas between blanks.
 */
enum Separator {
    TAB('\t'),
    SEMICOLON(';'),
    BAR('|'),
    COMMA(','),
    BLANKS(' ');

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }

    static Separator of(String text) {
        for (Separator separator : values()) {
            if (separator != BLANKS && outsideQuotes(text, separator.sign)) {
                return separator == COMMA && decimalsBetweenBlanks(text) ? BLANKS : separator;
            }
        }
        return BLANKS;
    }

    private static boolean outsideQuotes(String text, char sign) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == sign) {
                return true;
            }
        }
        return false;
    }

    /** Whether all words between blanks are numbers, some of them with one comma inside, on lines of several words. */
    private static boolean decimalsBetweenBlanks(String text) {
        boolean several = false;
        int words = 0;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean end = c == '\n' || c == '\r';
            if (c != ' ' && !end) {
                word.append(c);
                continue;
            }
            if (word.length() > 0) {
                words++;
                NumberText.Kind kind = NumberText.of(word.toString()).kind();
                boolean number = kind != NumberText.Kind.NONE && kind != NumberText.Kind.NOT_FINITE;
                if (!number) {
                    return false;
                }
                word.setLength(0);
            }
            if (end && words > 0) {
                if (words == 1) {
                    return false;
                }
                several = true;
                words = 0;
            }
        }
        return several;
    }
}
