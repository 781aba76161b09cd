package dynlab.scene;

import java.util.List;

/**
 * What a lesson says of itself.
 *
 * @param id the word in the URL, stable for ever
 * @param title a few words, the name of the lesson in embeds and under figures
 * @param heading the same where a lecturer looks for it: with the field's name of it
 * @param summary one sentence on what is to be seen
 * @param lesson what stands over its figures, at the settings with which it opens
 * @param omits one sentence: what the scene does not show, or where its theory ends
 */
public record About(String id, String title, String heading, String summary, Lesson lesson, String omits) {
    /** An id and a title, which is the heading too where it has no other; the sentences follow by name. */
    public static About of(String id, String title) {
        return new About(id, title, title, "", Lesson.NONE, "");
    }

    public About heading(String words) {
        return new About(id, title, words, summary, lesson, omits);
    }

    public About summary(String sentence) {
        return new About(id, title, heading, sentence, lesson, omits);
    }

    public About omits(String sentence) {
        return new About(id, title, heading, summary, lesson, sentence);
    }

    public About asks(String question) {
        return with(lesson.asks(question));
    }

    public About gesture(String sentence) {
        return with(lesson.gesture(sentence));
    }

    public About explains(String sentences) {
        return with(lesson.explains(sentences));
    }

    /** By the ids of {@link Glossary}. */
    public About terms(String... terms) {
        return with(lesson.terms(List.of(terms)));
    }

    /** With a question that embeds show, too. */
    public About inEmbeds() {
        return with(lesson.inEmbeds());
    }

    private About with(Lesson other) {
        return new About(id, title, heading, summary, other, omits);
    }
}
