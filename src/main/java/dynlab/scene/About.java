package dynlab.scene;

/**
 * What a lesson says of itself.
 *
 * @param id the word in the URL, stable for ever
 * @param title a few words
 * @param summary one sentence on what is to be seen
 * @param explains two sentences: what the reader sees here
 * @param omits one sentence: what the scene does not show, or where its theory ends
 * @param asks the question that it answers; may be empty
 */
public record About(String id, String title, String summary, String explains, String omits, String asks) {
    /** An id and a title; the sentences follow by name. */
    public static About of(String id, String title) {
        return new About(id, title, "", "", "", "");
    }

    public About summary(String sentence) {
        return new About(id, title, sentence, explains, omits, asks);
    }

    public About explains(String sentences) {
        return new About(id, title, summary, sentences, omits, asks);
    }

    public About omits(String sentence) {
        return new About(id, title, summary, explains, sentence, asks);
    }

    public About asks(String question) {
        return new About(id, title, summary, explains, omits, question);
    }
}
