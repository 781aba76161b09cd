package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Rng;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
    private static final Decimals DECIMALS = new ExactDecimals();

    private static Address parse(String text) {
        return Address.parse(text, DECIMALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=nowhere",
                "scene=",
                "scene",
                "gamma",
                "gamma=",
                "gamma=abc",
                "gamma=NaN",
                "gamma=Infinity",
                "gamma=1e999",
                "gamma=-1",
                "gamma=0",
                "gamma=11",
                "gamma=0x1p3",
                "gamma=1,5",
                "gamma=1e",
                "gamma=5.",
                "gamma=--1",
                "gamma=1e-12&gamma=1",
                "gamma=%31%32",
                "gamma=%",
                "gamma=%zz",
                "gamma=%ff",
                "gamma=%F0%9F%98%80",
                "rate=1",
                "depth=1.5",
                "depth=-1",
                "depth=5",
                "depth=one",
                "width=0",
                "width=101",
                "flip=0.5",
                "flip=0",
                "epochs=1e9",
                "epochs=49",
                "start=aligned2",
                "start=1",
                "features=10001",
                "seed=-1",
                "seed=1.5",
                "seed=99999999999999999999",
                "against=deep",
                "t=-1",
                "t=now",
                "t=NaN",
                "theme=purple",
                "theme=%3Cimg%3E",
                "hide=*",
                "hide=theme,nonsense",
                "lock=\"'",
                "lock=",
                "autoplay=yes",
                "resize=iframe",
                "backend=<b>",
                "digest=ok",
                "digest=12345",
                "digest=123456789012345678901234567890123",
                "color=red",
                "__proto__=1",
                "<script>=1",
                "gamma=<img src=x onerror=alert(1)>",
                "=",
                "a=b=c",
                "gamma=1 ",
            })
    void aPartThatCannotBeUsedIsReportedByNameAndTheRestApplies(String broken) {
        Address address = parse("#" + broken + "&width=7&t=33");
        assertEquals(7, broken.startsWith("width") ? 7 : address.config().whole("width"));
        assertEquals(
                broken.startsWith("t=") ? OptionalDouble.empty() : OptionalDouble.of(33),
                broken.startsWith("t=") ? OptionalDouble.empty() : address.time());
        assertFalse(address.problems().isEmpty(), "nothing was reported");
        String key = broken.contains("=") ? broken.substring(0, broken.indexOf('=')) : broken;
        String sentence = address.problems().get(0);
        assertTrue(sentence.contains(key.substring(0, Math.min(5, key.length()))), sentence);
        assertTrue(sentence.endsWith(".") && sentence.length() < 200, sentence);
        assertFalse(sentence.contains("Exception"), sentence);
        assertTrue(Double.isFinite(address.config().real("gamma")));
    }

    @Test
    void anAddressThatIsFarTooLongIsReportedAndNotRead() {
        Address address = parse("scene=hierarchy&width=7&x=" + "y".repeat(5000));
        assertEquals(1, address.problems().size());
        assertEquals(30, address.config().whole("width"));
        assertTrue(parse("a=1&".repeat(100)).problems().size() <= 66);
    }

    @Test
    void theEmptyAddressIsTheFirstSceneAsItIs() {
        for (String empty : List.of("", "#", "?", "&", "#&&")) {
            Address address = parse(empty);
            assertEquals(Scenes.ALL.get(0).id(), address.scene().id());
            assertEquals(List.of(), address.problems());
            assertEquals("scene=hierarchy", address.format(DECIMALS));
        }
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSameAddress() {
        Rng rng = new Rng(3);
        for (int round = 0; round < 500; round++) {
            Address drawn = draw(rng);
            String text = drawn.format(DECIMALS);
            Address again = parse(text);
            assertEquals(List.of(), again.problems(), text);
            assertEquals(text, again.format(DECIMALS));
            for (Knob knob : drawn.scene().knobs()) {
                if (knob instanceof Knob.Choice || knob instanceof Knob.Text) {
                    assertEquals(drawn.config().text(knob.key()), again.config().text(knob.key()));
                } else {
                    assertEquals(drawn.config().real(knob.key()), again.config().real(knob.key()), 0);
                }
            }
        }
    }

    private static Address draw(Rng rng) {
        Scene scene = Scenes.ALL.get(rng.nextInt(Scenes.ALL.size()));
        SceneConfig config = SceneConfig.initial(scene.knobs());
        for (Knob knob : scene.knobs()) {
            if (rng.nextDouble() < 0.5) {
                continue;
            }
            if (knob instanceof Knob.Real real) {
                config = config.with(knob.key(), real.least() + rng.nextDouble() * (real.most() - real.least()));
            } else if (knob instanceof Knob.Whole whole) {
                config = config.with(
                        knob.key(), Math.floor(whole.least() + rng.nextDouble() * (whole.most() - whole.least() + 1)));
            } else if (knob instanceof Knob.Choice choice) {
                config = config.with(
                        knob.key(),
                        choice.options()
                                .get(rng.nextInt(choice.options().size()))
                                .word());
            }
        }
        return new Address(
                scene, config, OptionalDouble.of(rng.nextInt(250)), java.util.Map.of("ask", "dark ü&=%"), List.of());
    }

    @Test
    void anyTextWhatsoeverIsAnAddress() {
        Rng rng = new Rng(11);
        String alphabet = "scenegammawidth=&%#?+.-e0123456789<>\"'\u0000\uD83D\uDE00é ";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int k = rng.nextInt(60); k > 0; k--) {
                text.append(alphabet.charAt(rng.nextInt(alphabet.length())));
            }
            Address address = parse(text.toString());
            assertEquals(
                    address.format(DECIMALS), parse(address.format(DECIMALS)).format(DECIMALS));
        }
    }

    /** What course systems, mailers and networks make of a link. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=chain&amp;rate=0.02&amp;t=100",
                "scene=chain&rate=.02&t=100",
                "scene=chain&rate=+.02&t=100",
                "scene=chain&rate=0.02&t=100&utm_source=mail&utm_campaign=spring",
                "fbclid=IwAR0x&scene=chain&rate=0.02&t=100&gclid=x&mc_eid=y&fbclid=again",
                "?scene=chain&amp;rate=.02&amp;t=100&amp;utm_medium=social"
            })
    void aLinkThatTheWorldHasRewrittenMeansTheSameAndIsNoMistake(String text) {
        Address address = parse(text);
        assertEquals(List.of(), address.problems());
        assertEquals("scene=chain&rate=0.02&t=100", address.format(DECIMALS));
    }

    @Test
    void manyTrackingKeysLeaveRoomForTheKnobs() {
        StringBuilder text = new StringBuilder("scene=chain");
        for (int k = 0; k < 90; k++) {
            text.append("&utm_k").append(k).append("=v");
        }
        assertEquals(List.of(), parse(text + "&rate=0.02").problems());
        assertEquals(0.02, parse(text + "&rate=0.02").config().real("rate"));
    }
}
