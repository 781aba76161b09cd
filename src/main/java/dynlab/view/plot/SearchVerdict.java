package dynlab.view.plot;

import dynlab.experiment.search.Findings;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a search for gates has come to, in full. */
public final class SearchVerdict implements View {
    private static final double PITCH = 17;

    @Override
    public String id() {
        return "verdict";
    }

    @Override
    public String title() {
        return Words.say("plot.search-verdict.verdict");
    }

    @Override
    public String hint() {
        return Words.say("plot.search-verdict.under-best-control");
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        String words = verdict(frame);
        double y = space.y() + 20;
        for (String line : lines(pen, words, space.w())) {
            pen.textIfFree(line, space.x(), y, TextStyle.SMALL);
            y += PITCH;
        }
    }

    private static String verdict(Frame frame) {
        Optional<Findings> found = frame.story().run().findings();
        boolean over = found.isPresent() && found.get().complete();
        return over ? Words.say(found.get().sentence()) : Words.say("plot.search-verdict.still-looking");
    }

    @Override
    public String reading(Frame frame) {
        return "\n" + verdict(frame);
    }

    private static List<String> lines(Pen pen, String words, double width) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int fits = -1;
        for (int i = 1; i <= words.length(); i++) {
            if (i < words.length() && words.charAt(i) != ' ') {
                continue;
            }
            if (fits > from && pen.width(words.substring(from, i), TextStyle.SMALL) > width) {
                lines.add(words.substring(from, fits));
                from = fits + 1;
            }
            fits = i;
        }
        if (from < words.length()) {
            lines.add(words.substring(from));
        }
        return lines;
    }
}
