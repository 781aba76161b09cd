package dynlab.view;

import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.Optional;

/** A view of a companion's run, under that run's name: {@code modes@2} is the mode plot of the second companion. */
final class Beside extends Around {
    private final View view;
    private final int run;

    Beside(View view, int run) {
        super(view);
        this.view = view;
        this.run = run;
    }

    @Override
    public String id() {
        return view.id() + "@" + run;
    }

    @Override
    public String describe(Frame frame) {
        return frame.beside(run).map(view::describe).orElse("");
    }

    @Override
    public String reading(Frame frame) {
        return frame.beside(run)
                .filter(other -> other.story().steps().length > 0)
                .map(view::reading)
                .orElse("");
    }

    /** Which companion's run it shows, from 1. */
    int run() {
        return run;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        frame.beside(run)
                .ifPresentOrElse(
                        other -> view.draw(pen, other, box),
                        () -> pen.text(Words.say("view.beside.still-run"), box.x(), box.y() + 24, TextStyle.SMALL));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double x, double y) {
        return frame.beside(run).flatMap(other -> view.at(pen, other, box, x, y));
    }
}
