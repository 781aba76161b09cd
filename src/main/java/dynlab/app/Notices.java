package dynlab.app;

import java.util.ArrayList;
import java.util.List;

/**
 * The sentences over the page, oldest first: none twice, none that outlives what it belongs to, and never more than
 * {@value #MOST}.
 *
 * @param all what is to be read
 * @param last id of the latest one
 */
public record Notices(List<Notice> all, int last) {
    /** Older ones give way. */
    public static final int MOST = 80;

    public static final Notices NONE = new Notices(List.of(), 0);

    public Notices {
        all = List.copyOf(all);
    }

    /** With one more. */
    public Notices saying(String sentence, boolean bad, Notice.Of of, int number, String press) {
        List<Notice> now = new ArrayList<>();
        for (Notice notice : all) {
            if (!notice.sentence().equals(sentence)) {
                now.add(notice);
            }
        }
        if (now.size() == MOST) {
            now.remove(0);
        }
        now.add(new Notice(last + 1, sentence, bad, of, number, press));
        return new Notices(now, last + 1);
    }

    /** Without one. */
    public Notices dismissing(int id) {
        List<Notice> now = new ArrayList<>(all);
        now.removeIf(notice -> notice.id() == id);
        return new Notices(now, last);
    }

    /** What still belongs to what is shown. */
    public Notices keeping(Notice.Of of, int number) {
        List<Notice> now = new ArrayList<>(all);
        now.removeIf(notice -> notice.of() == of && notice.number() != number);
        return now.size() == all.size() ? this : new Notices(now, last);
    }
}
