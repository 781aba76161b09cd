package dynlab.scene;

import java.util.List;

/**
 * What stands over the figures of a lesson.
 *
 * @param question what it asks, in plain words; may be empty
 * @param gesture what to do to see the answer; may be empty
 * @param explains what is seen then, in about two lines
 * @param terms what the field calls it: ids of {@link Glossary}
 * @param embedded whether embeds, too, have shown the question from the first
 */
public record Lesson(String question, String gesture, String explains, List<String> terms, boolean embedded) {
    static final Lesson NONE = new Lesson("", "", "", List.of(), false);

    public Lesson {
        terms = List.copyOf(terms);
    }

    Lesson asks(String other) {
        return new Lesson(other, gesture, explains, terms, embedded);
    }

    Lesson gesture(String other) {
        return new Lesson(question, other, explains, terms, embedded);
    }

    Lesson explains(String other) {
        return new Lesson(question, gesture, other, terms, embedded);
    }

    Lesson terms(List<String> other) {
        return new Lesson(question, gesture, explains, other, embedded);
    }

    Lesson inEmbeds() {
        return new Lesson(question, gesture, explains, terms, true);
    }
}
