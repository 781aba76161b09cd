package dynlab.words;

/** Which form of a word goes with a number. A language names its rule in its file, under {@code language.plural}. */
final class Plural {
    /** One thing has a form of its own. */
    static final String ONE_OTHER = "one|other";

    private Plural() {}

    /**
     * The form of a word beside a number.
     *
     * @param rule the rule of the language; one that is not known has a single form
     * @param number the number as it is written
     * @return 0 for the first form in a template
     */
    static int form(String rule, String number) {
        return rule.equals(ONE_OTHER) && !number.equals("1") ? 1 : 0;
    }
}
