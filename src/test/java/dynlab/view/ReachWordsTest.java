package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.task.GatedTask;
import dynlab.task.Xor;
import dynlab.theory.Badge;
import dynlab.theory.Reach;
import dynlab.theory.SignTrap;
import dynlab.words.Phrase;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReachWordsTest {
    private static final GatedTask XOR = Xor.fourPaths(2);
    private static final SignTrap TRAP = new SignTrap(List.of("x>h1", "h1>y"), 0, -2, 0.01);

    private static Reach reach(List<SignTrap> traps, Optional<Phrase> unsearched) {
        return new Reach(
                new Badge(Badge.Grade.EXACT, Phrase.of("divergence.cause.steps"), 2e-8),
                4,
                2e-8,
                0.5774,
                traps,
                unsearched);
    }

    @Test
    void aSignTrapNamesItsPathAndItsModeFromOneOn() {
        assertEquals(
                List.of("Sign trap on x → h1 → y, mode 1: starts at 0.01, best at −2."),
                ReachWords.traps(reach(List.of(TRAP), Optional.empty()), XOR.architecture()));
    }

    @Test
    void manySignTrapsAreCounted() {
        List<String> lines =
                ReachWords.traps(reach(Collections.nCopies(7, TRAP), Optional.empty()), XOR.architecture());
        assertEquals(7, lines.size());
        assertEquals("and 1 more mode", lines.get(6));
        lines = ReachWords.traps(reach(Collections.nCopies(9, TRAP), Optional.empty()), XOR.architecture());
        assertEquals("and 3 more modes", lines.get(6));
    }

    @Test
    void whereNothingWasSearchedASentenceSaysSo() {
        assertEquals(
                List.of("Sign traps were not searched for: a closed form has no signs."),
                ReachWords.traps(
                        reach(List.of(), Optional.of(Phrase.of("claim.unsearched.closed-form"))), XOR.architecture()));
        assertEquals(
                List.of("no sign trap: every start sign is right"),
                ReachWords.traps(reach(List.of(), Optional.empty()), XOR.architecture()));
    }

    @Test
    void gradeReasonAndResidualsStandInOneLineEach() {
        assertEquals(
                "Reduction exact. The steps are too large for these data.",
                ReachWords.badge(reach(List.of(), Optional.empty())));
        assertEquals(
                "in 4 interaction classes, each with frames of its own; joint residual 0.577, with one frame for all",
                ReachWords.joint(reach(List.of(), Optional.empty())));
        assertEquals("0", ReachWords.number(1e-17));
    }
}
