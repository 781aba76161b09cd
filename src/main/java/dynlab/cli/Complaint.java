package dynlab.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to a person who called a command wrongly: one sentence, then how it is called. */
final class Complaint {
    private Complaint() {}

    /** The sentence for what the parser found. */
    static String sentence(ParameterException found) {
        if (found instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        } else if (found instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing);
        } else if (found instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " was given twice.";
        }
        return String.valueOf(found.getMessage()).replaceFirst("\\.?$", ".");
    }

    private static String unmatched(UnmatchedArgumentException found) {
        List<String> words = found.getUnmatched();
        String word = words.isEmpty() ? "" : words.get(0);
        boolean root = found.getCommandLine().getParent() == null;
        if (word.startsWith("-") && word.length() > 1) {
            return "There is no option " + word + (root ? "." : " here.");
        }
        return root
                ? "There is no command \"" + word + "\"."
                : "The word \"" + word + "\" is one too many for "
                        + found.getCommandLine().getCommandName() + ".";
    }

    private static String missing(MissingParameterException found) {
        ArgSpec missing = found.getMissing().get(0);
        if (missing instanceof OptionSpec option) {
            // The parser has one exception for both, and only its words tell them apart.
            boolean value = String.valueOf(found.getMessage()).startsWith("Missing required parameter");
            return option.longestName() + (value ? " needs a value." : " is missing.");
        }
        return "Expected " + missing.paramLabel() + ", found nothing.";
    }
}
