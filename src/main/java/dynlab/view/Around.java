package dynlab.view;

import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import java.util.Optional;

/** A view that is another one with something added or changed, and says of itself what that says. */
public abstract class Around implements View {
    private final View view;

    protected Around(View view) {
        this.view = view;
    }

    @Override
    public String id() {
        return view.id();
    }

    @Override
    public String title() {
        return view.title();
    }

    @Override
    public String hint() {
        return view.hint();
    }

    @Override
    public boolean ofOneRun() {
        return view.ofOneRun();
    }

    @Override
    public String describe(Frame frame) {
        return view.describe(frame);
    }

    @Override
    public String reading(Frame frame) {
        return view.reading(frame);
    }

    @Override
    public double share() {
        return view.share();
    }

    @Override
    public double fixed() {
        return view.fixed();
    }

    @Override
    public Needs needs() {
        return view.needs();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        view.draw(pen, frame, box);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double x, double y) {
        return view.at(pen, frame, box, x, y);
    }
}
