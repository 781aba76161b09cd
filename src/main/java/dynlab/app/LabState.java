package dynlab.app;

import dynlab.scene.Address;
import dynlab.scene.Guess;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Layout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that a page with one lesson is a function of. Immutable; {@link Laboratory} says what an event makes of it.
 *
 * @param address the scene, its settings, and the look that was asked for; not time, question and guess, which are the
 *     view's
 * @param file the text of the experiment file; empty where a scene is shown
 * @param computation the runs that were asked for
 * @param view what the reader looks at
 * @param cut what may be shown of the runs while their future is covered; empty where all may be
 * @param notices the sentences over the page
 * @param history settings to go back to
 * @param opened how many addresses have been opened
 * @param seen whether anybody can see the page
 */
public record LabState(
        Address address,
        String file,
        Computation computation,
        ViewState view,
        Optional<RunSet> cut,
        Notices notices,
        UndoHistory history,
        int opened,
        boolean seen) {

    LabState with(Address next) {
        return new LabState(next, file, computation, view, cut, notices, history, opened, seen);
    }

    LabState with(Computation next) {
        return new LabState(address, file, next, view, cut, notices, history, opened, seen);
    }

    LabState with(ViewState next) {
        return new LabState(address, file, computation, next, cut, notices, history, opened, seen);
    }

    LabState with(Notices next) {
        return new LabState(address, file, computation, view, cut, next, history, opened, seen);
    }

    LabState with(UndoHistory next) {
        return new LabState(address, file, computation, view, cut, notices, next, opened, seen);
    }

    LabState seen(boolean now) {
        return new LabState(address, file, computation, view, cut, notices, history, opened, now);
    }

    /** What is to be run by the settings on the page. */
    public Setup setup() {
        return new Setup(address.scene(), address.config());
    }

    public RunSet runs() {
        return computation.runs();
    }

    public SceneConfig config() {
        return address.config();
    }

    /** What the pictures are of: the runs that were asked for, or until there is something of them those before. */
    public Optional<RunSet> shown() {
        return cut.isPresent() ? cut : all();
    }

    private Optional<RunSet> all() {
        return runs().story().isPresent() ? Optional.of(runs()) : computation.last();
    }

    /** Whether what comes after the farthest place of the cursor is not shown. */
    public boolean covered() {
        return view.seen() < runs().horizon();
    }

    /** Whether a step lies under the cover: one may go there, and reads nothing of it before. */
    public boolean hides(double step) {
        return covered() && step > view.seen();
    }

    /** The same with what may be shown of its runs; nothing is made again where nothing of them has changed. */
    LabState showing(LabState before) {
        if (covered() && !guess().isEmpty()) {
            return with(view.uncovered()).showing(before);
        }
        if (!covered()) {
            return cut.isEmpty() ? this : cutting(Optional.empty());
        }
        boolean same =
                view.seen() == before.view.seen() && same(computation, before.computation) && same(cut, before.cut);
        Optional<RunSet> all = all();
        LabState now = same && cut.isPresent() || all.isEmpty() && cut.isEmpty()
                ? this
                : cutting(all.map(runs -> runs.upTo(view.seen())));
        // what is shown now may have the question that was guessed before
        return now.guess().isEmpty() ? now : now.with(now.view.uncovered()).cutting(Optional.empty());
    }

    /** Whether it is the same object: what did not change was not made again. */
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    private LabState cutting(Optional<RunSet> next) {
        return new LabState(address, file, computation, view, next, notices, history, opened, seen);
    }

    /** Whether there is nothing yet of what the settings ask for: pictures are of a run before, and no words are. */
    public boolean stale() {
        return runs().story().isEmpty() || !runs().setup().equals(setup());
    }

    /** The run that is drawn. */
    public Optional<RunView> story() {
        return shown().flatMap(RunSet::story);
    }

    /** The world that questions are asked of: that of what is shown. */
    public World world() {
        return shown().orElse(runs()).world();
    }

    /** The question, in the world that is shown. */
    public Frame.Asked asked() {
        RunSet of = shown().orElse(runs());
        return view.asked().in(of.world(), of.setup().scene());
    }

    /** The same by names. */
    QuestionChoice question() {
        return QuestionChoice.of(world(), asked().item(), asked().property());
    }

    /** What the lesson itself has a reader guess, at the settings on the page. */
    Optional<Guess> guesses() {
        return address.scene().guess(address.config());
    }

    /** What a reader can say. */
    public List<Guess.Choice> choices() {
        return Guess.choices(address.scene(), address.config());
    }

    /** Whether that is about the lesson as a whole, and not about an item. */
    public boolean guessesLesson() {
        return guesses().isPresent();
    }

    /** What a guess is kept under: the question about an item, or the opening one for that of the lesson. */
    QuestionChoice guessing() {
        return guesses().isPresent() ? QuestionChoice.OPENING : question();
    }

    /** What the reader believes of the question that is asked: the key of a choice, or nothing. */
    public String guess() {
        String word = view.guesses().getOrDefault(guessing(), "");
        return Guess.choice(choices(), word).isPresent() ? word : "";
    }

    /** What became of a guess of the lesson's, once its runs are over; empty before. */
    public String reply() {
        Optional<Guess> of = guesses();
        if (of.isEmpty() || stale() || !runs().whole()) {
            return "";
        }
        return Guess.choice(of.get().choices(), guess())
                .map(choice -> of.get().reply(choice, runs().results()))
                .orElse("");
    }

    private OptionalDouble guessed() {
        return switch (guess()) {
            case "yes" -> OptionalDouble.of(1);
            case "no" -> OptionalDouble.of(-1);
            default -> OptionalDouble.empty();
        };
    }

    /** All that a figure may show; empty until there is a run. */
    public Optional<Frame> frame(Layout.Kind kind) {
        Optional<RunSet> shown = shown();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        RunSet of = shown.get();
        RunView story = of.story().orElseThrow();
        boolean known = view.pointer().block() < story.blocks().size();
        Frame.Pointer pointer = known ? view.pointer() : Frame.Pointer.AWAY;
        Frame.Asked asked = asked();
        return Optional.of(Frame.of(story, Math.min(view.step(), story.horizon()), asked, kind, false)
                .against(of.name(), of.rivals())
                .over(ghost(story))
                .covering(covered())
                .looking(new Frame.Look(asked, view.reading(), layer(story), view.likeness(), pointer, guessed())));
    }

    /** The last whole run, while another is under way that can be drawn over it. */
    private Optional<RunView> ghost(RunView over) {
        if (computation.phase() != Phase.RUNNING || runs().complete()) {
            return Optional.empty();
        }
        return computation.last().flatMap(RunSet::story).filter(old -> alike(old, over));
    }

    private static boolean alike(RunView old, RunView over) {
        return old != over
                && old.world().properties().size() == over.world().properties().size()
                && old.world().items().size() == over.world().items().size();
    }

    private int layer(RunView of) {
        int layers = of.layers().size();
        return layers == 0 ? -1 : Math.min(view.layer(), layers - 1);
    }

    /** The layer whose similarity is shown; −1 is the output. */
    public int layer() {
        return story().map(this::layer).orElse(-1);
    }

    /** The address of what is on the page, time, question and guess with it. */
    public Address link() {
        Address link = address.at(Math.rint(Math.min(view.step(), runs().horizon())));
        boolean asks = view.asked().known(runs().world());
        link = link.looking("ask", asks ? view.asked().text() : "");
        Frame.Asked at = view.asked().in(runs().world(), runs().setup().scene());
        QuestionChoice named = guesses().isPresent()
                ? QuestionChoice.OPENING
                : QuestionChoice.of(runs().world(), at.item(), at.property());
        String guess = view.guesses().getOrDefault(named, "");
        return link.looking("hide-future", covered() && guess.isEmpty() ? "1" : "")
                .looking("guess", guess);
    }

    /** What the state is called that a page shows of itself. */
    public String word() {
        boolean diverged = story().filter(story -> story.divergedAt() >= 0).isPresent() && !stale();
        return switch (computation.phase()) {
            case OPENING -> "opening";
            case RUNNING -> "running";
            case ASKED -> "asked";
            case FAILED -> "failed";
            case READY, VERIFYING -> diverged ? "diverged" : "ready";
            case STOPPED -> "ready";
        };
    }

    /** The address without what only an embed is given, in the same state but with everything unlocked. */
    public Address unlocked() {
        Address free = link();
        for (String key : List.of("lesson", "hide", "lock", "autoplay", "resize", "backend")) {
            free = free.looking(key, "");
        }
        return free;
    }

    /** A word of the look that the address asked for; empty if it did not. */
    public String look(String key) {
        return address.look().getOrDefault(key, "");
    }
}
