package dynlab.measure;

/** A result that is found once the run is over: it stands in the list of quantities, but no series is recorded of it. */
public final class AfterRun implements Measure {
    private final String id;

    /**
     * @param id the word for it in files
     */
    public AfterRun(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.AFTERWARDS);
    }

    @Override
    public Reading on(Subject subject) {
        throw new IllegalStateException(id + " is found after the run");
    }
}
