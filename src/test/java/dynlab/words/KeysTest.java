package dynlab.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys in code, pages and scripts and keys in the file of English are the same ones, and each is said with the arguments that it has. */
final class KeysTest {
    private static final Set<String> SAYS = Set.of("Words.say", "Phrase.of");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(#|:[^{}|]*(\\|[^{}|]*)+)?}");
    private static final Map<String, String> ENGLISH = WordFile.of("en");
    private static final Path WEB = Path.of("web");
    private static final Pattern IN_WEB = Pattern.compile("\\{\\{([a-z0-9-]+(?:\\.[a-z0-9-]+)+)}}(.*)");

    /** What is said in code, pages and scripts: which key, with how many arguments, in which file. */
    private record Said(String key, int arguments, String file) {}

    private static final List<Said> SAID = new ArrayList<>();
    /** Keys that stand in the code but are not said. */
    private static final Set<String> LOOSE = new TreeSet<>();
    /** What is said by a key that is worked out. */
    private static final Set<String> WORKED_OUT = new TreeSet<>();

    @BeforeAll
    static void readTheCode() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<File> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            files = all.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromFiles(files));
            for (var unit : task.parse()) {
                unit.accept(new Scan(unit.getSourceFile().getName()), null);
            }
        }
        int before = SAID.size();
        try (Stream<Path> all = Files.walk(WEB)) {
            for (Path path : all.filter(path -> path.toString().matches(".*\\.(html|js)"))
                    .toList()) {
                readTheWords(path.toString(), Files.readString(path));
            }
        }
        assertTrue(before > 100 && SAID.size() > before + 100, "too few phrases found: the tests would prove nothing");
    }

    /** A script fills the places of words in the line in which it says them; a page fills none. */
    private static void readTheWords(String file, String text) {
        Matcher said = IN_WEB.matcher(text);
        for (int at = 0; said.find(at); at = said.end(1)) {
            Set<Integer> filled = file.endsWith(".js") ? places(said.group(2)) : Set.of();
            SAID.add(new Said(said.group(1), filled.size(), file));
        }
    }

    @Test
    void everyPhraseOfTheCodeHasEnglishWords() {
        Set<String> missing = new TreeSet<>();
        for (Said said : SAID) {
            if (!ENGLISH.containsKey(said.key())) {
                missing.add(said.key() + " in " + said.file());
            }
        }
        assertEquals(Set.of(), missing, "these have no words in words/en.json");
    }

    @Test
    void everyKeyOfTheFileIsSaidSomewhere() {
        Set<String> unused = new TreeSet<>(ENGLISH.keySet());
        SAID.forEach(said -> unused.remove(said.key()));
        assertEquals(Set.of(), unused, "nothing says these");
    }

    @Test
    void everyPhraseIsSaidWithTheArgumentsThatItsWordsHave() {
        Set<String> wrong = new TreeSet<>();
        for (Said said : SAID) {
            Set<Integer> places = places(ENGLISH.getOrDefault(said.key(), ""));
            Set<Integer> given = new HashSet<>();
            for (int i = 0; i < said.arguments(); i++) {
                given.add(i);
            }
            if (!places.equals(given)) {
                wrong.add(said.key() + " in " + said.file() + ": " + said.arguments() + " given, places " + places);
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void keysStandNowhereButWhereTheyAreSaidBecauseCompilersOfPagesReplaceThem() {
        assertEquals(Set.of(), LOOSE);
        assertEquals(Set.of(), WORKED_OUT, "a key that is worked out cannot be compiled in");
    }

    @Test
    void keysAreNamesWithDotsAndTemplatesHaveNoOtherBraces() {
        for (Map.Entry<String, String> entry : ENGLISH.entrySet()) {
            assertTrue(entry.getKey().matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), entry.getKey());
            String rest = PLACE.matcher(entry.getValue()).replaceAll("");
            assertFalse(rest.contains("{") || rest.contains("}"), entry.getKey() + ": " + entry.getValue());
        }
    }

    private static Set<Integer> places(String template) {
        Set<Integer> places = new HashSet<>();
        Matcher matcher = PLACE.matcher(template);
        while (matcher.find()) {
            places.add(Integer.valueOf(matcher.group(1)));
        }
        return places;
    }

    /** Reads what is said in one file. */
    private static final class Scan extends TreeScanner<Void, Void> {
        private final String file;

        Scan(String file) {
            this.file = file.replaceFirst(".*dynlab/", "");
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            boolean says = SAYS.contains(call.getMethodSelect().toString());
            if (!says || isPhrase(call)) {
                return super.visitMethodInvocation(call, nothing);
            }
            List<? extends ExpressionTree> all = call.getArguments();
            key(all.get(0), all.size() - 1);
            return scan(all.subList(1, all.size()), nothing);
        }

        /** Whether a whole phrase is said, which was made elsewhere. */
        private static boolean isPhrase(MethodInvocationTree call) {
            Tree first = call.getArguments().get(0);
            return call.getMethodSelect().toString().equals("Words.say")
                    && call.getArguments().size() == 1
                    && !(first instanceof LiteralTree)
                    && !(first instanceof ConditionalExpressionTree);
        }

        private void key(Tree tree, int arguments) {
            if (tree instanceof ParenthesizedTree inner) {
                key(inner.getExpression(), arguments);
            } else if (tree instanceof ConditionalExpressionTree choice) {
                scan(choice.getCondition(), null);
                key(choice.getTrueExpression(), arguments);
                key(choice.getFalseExpression(), arguments);
            } else if (tree instanceof LiteralTree literal && literal.getValue() instanceof String key) {
                SAID.add(new Said(key, arguments, file));
            } else {
                WORKED_OUT.add(tree + " in " + file);
            }
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text && ENGLISH.containsKey(text)) {
                LOOSE.add(text + " in " + file);
            }
            return null;
        }
    }
}
