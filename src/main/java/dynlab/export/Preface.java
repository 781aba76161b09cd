package dynlab.export;

import dynlab.architecture.Architecture;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands at the head of a program, in sentences without marks of comment. */
final class Preface {
    private Preface() {}

    /** The lines. */
    static List<String> lines(Blueprint plan, String language, String howToRun) {
        List<String> lines = new ArrayList<>();
        String name = plan.experiment().name();
        lines.add((name.isEmpty() ? "A run of Dynlab" : plain(name)) + ", in " + language);
        lines.add("");
        lines.add("This program makes one run of Dynlab anew, from the same data and the same first weights:");
        lines.add(plan.rerun().digest() + (plan.link().isEmpty() ? "" : "  " + plain(plan.link())));
        lines.add(promise(plan.rerun()));
        if (plan.rerun().diverges()) {
            lines.add("After its last step here the loss is no number any more: the run diverges.");
        }
        lines.add(howToRun);
        lines.add("");
        lines.addAll(graph(plan.architecture()));
        return lines;
    }

    /** What the program asserts. */
    static String promise(Rerun rerun) {
        String all = "It stops with an error where its loss is off by more than 1e-9 of the first loss";
        if (rerun.trusted() == Integer.MAX_VALUE) {
            return all + ".";
        }
        String why = rerun.saddle() ? "the run leaves a saddle by rounding" : "rounding grows until it decides";
        return all + ", before step " + rerun.trusted() + "; from there " + why
                + ", and sums in another order make another run.";
    }

    private static List<String> graph(Architecture architecture) {
        List<String> lines = new ArrayList<>();
        int most = 24;
        for (int e = 0; e < Math.min(most, architecture.edges().size()); e++) {
            Edge edge = architecture.edges().get(e);
            String tie = edge.tied()
                    .map(t -> ", the matrix of " + plain(t.to()) + (t.transpose() ? " transposed" : ""))
                    .orElse("");
            lines.add(plain(edge.id()) + ": " + node(architecture.nodes().get(architecture.source(e))) + " to "
                    + node(architecture.nodes().get(architecture.target(e))) + tie);
        }
        if (architecture.edges().size() > most) {
            lines.add("and " + (architecture.edges().size() - most) + " edges more");
        }
        return lines;
    }

    private static String node(Node node) {
        String kind = node.activation().word().replace('_', ' ');
        String role = node.role().name().toLowerCase(Locale.ROOT);
        return plain(node.id()) + " (" + role + ", " + node.width() + (role.equals("input") ? "" : " " + kind) + ")";
    }

    /** A text on one line, which no compiler reads as more than a comment. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean odd = c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == '\\';
            kept.append(odd || Character.isSurrogate(c) ? ' ' : c);
        }
        return kept.toString();
    }

    /** A text between quotation marks, as Python and Java read it. */
    static String quoted(String text) {
        StringBuilder kept = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                kept.append('\\').append(c);
            } else {
                boolean odd = c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
                kept.append(odd ? '?' : c);
            }
        }
        return kept.append('"').toString();
    }
}
