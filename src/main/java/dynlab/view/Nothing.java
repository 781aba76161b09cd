package dynlab.view;

/** An empty panel, where a scene has nothing to show. */
final class Nothing implements View {
    @Override
    public String id() {
        return "nothing";
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
    }
}
