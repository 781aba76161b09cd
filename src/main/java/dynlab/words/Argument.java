package dynlab.words;

import dynlab.numeric.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What stands in a place of a phrase. */
public sealed interface Argument {
    /** The words of it, in the language that is spoken. */
    String words();

    /** A name that somebody gave, which no language changes. */
    record Name(String text) implements Argument {
        @Override
        public String words() {
            return text;
        }
    }

    /** A number and how it is written. */
    record Value(double number, Style style) implements Argument {
        @Override
        public String words() {
            return switch (style) {
                case WHOLE -> Numbers.fixed(number, 0);
                case BRIEF -> Numbers.brief(number);
                case UP_TO -> Numbers.upTo(number);
                case TYPED -> Numbers.typed(number, 4);
            };
        }
    }

    /** A phrase within a phrase. */
    record Within(Phrase phrase) implements Argument {
        @Override
        public String words() {
            return Words.say(phrase);
        }
    }

    /** Phrases one after the other, as the language writes a list. */
    record Listed(List<Argument> all) implements Argument {
        public Listed {
            all = List.copyOf(all);
        }

        @Override
        public String words() {
            List<String> words = new ArrayList<>();
            for (Argument one : all) {
                words.add(one.words());
            }
            return String.join(Words.say("language.list"), words);
        }
    }

    /** How a number is written. */
    enum Style {
        /** Without decimals. */
        WHOLE,
        /** To three digits. */
        BRIEF,
        /** To one digit, rounded up. */
        UP_TO,
        /** To four digits, as one types it. */
        TYPED
    }

    /** A count. */
    static Argument count(int number) {
        return new Value(number, Style.WHOLE);
    }

    /** A name. */
    static Argument name(String text) {
        return new Name(text);
    }
}
