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

    /** A whole number, such as a count or a step. */
    record Whole(double number) implements Argument {
        @Override
        public String words() {
            return Numbers.fixed(number, 0);
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

    /** A count. */
    static Argument count(int number) {
        return new Whole(number);
    }

    /** A phrase within another. */
    static Argument of(Phrase phrase) {
        return new Within(phrase);
    }

    /** A name. */
    static Argument name(String text) {
        return new Name(text);
    }
}
