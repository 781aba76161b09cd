package dynlab.export;

/** Text of a program, line by line. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    /** Adds lines; a last line end may be missing. */
    Lines add(String lines) {
        text.append(lines);
        if (!lines.endsWith("\n")) {
            text.append('\n');
        }
        return this;
    }

    /** Adds lines if a program has use for them. */
    Lines addIf(boolean used, String lines) {
        return used ? add(lines) : this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
