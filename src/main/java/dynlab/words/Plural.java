package dynlab.words;

/** Which form of a word goes with a number. A language names its rule in its file, under {@code language.plural}. */
interface Plural {
    /**
     * The form of a word beside a number.
     *
     * @param number the number as it is written
     * @return 0 for the first form in a template
     */
    int form(String number);

    /** The rule of this name. */
    static Plural of(String name) {
        if (name.equals("one|other")) {
            return number -> number.equals("1") ? 0 : 1;
        }
        throw new IllegalArgumentException(name);
    }
}
