package dynlab.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Below the scenes nothing is put into words: what computes gives codes, numbers and phrases. */
final class NoSentencesTest {
    private static final Path CODE = Path.of("src/main/java/dynlab");
    private static final List<String> WORDLESS = List.of(
            "numeric", "table", "architecture", "theory", "network", "learning", "measure", "experiment", "drawing");

    /** A word and a blank: a sentence or a piece of one. */
    private static final Pattern SENTENCE = Pattern.compile("(?s).*[\\p{L}]{2}.* .*|.* .*[\\p{L}]{2}.*");

    /** Words of files and names of parts, which are the same in every language. */
    private static final Set<String> NAMES = Set.of(
            "no unit left",
            "sign trap",
            "bias of ",
            "closed form",
            "context ",
            "context 1",
            "drawn network",
            "dynlab 1.0.0",
            "Digits: E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, CC BY 4.0.",
            "\", \"places\": [",
            ",\n \"drawing\": {\"begin\": \"");

    /** Data, whose names and descriptions stand in files and links. */
    private static final Set<String> DATA = Set.of(
            "drawing/Presets.java",
            "drawing/SensePresets.java",
            "drawing/AttentionPresets.java",
            "experiment/search/Twins.java");

    /** What only a programmer reads, who asked for what cannot be. */
    private static final Set<String> FOR_PROGRAMMERS =
            Set.of("IllegalArgumentException", "IllegalStateException", "ArithmeticException", "AssertionError");

    @Test
    void belowTheScenesNothingIsPutIntoWords() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String part : WORDLESS) {
            found.addAll(sentences(CODE.resolve(part)));
        }
        assertEquals(Set.of(), found, "these are to be phrases, whose words stand in words/en.json");
    }

    /** Names of items and properties are data, which links hold; what is said of them is not. */
    @Test
    void aWorldHasNamesAndNoSentences() throws IOException {
        Set<String> found = sentences(CODE.resolve("task"));
        assertTrue(found.contains("task/Hierarchy.java: has a red breast"), found.toString());
        found.removeIf(text -> !text.endsWith("."));
        assertEquals(Set.of(), found, "these are to be phrases, whose words stand in words/en.json");
    }

    @Test
    void sentencesAreFoundWhereTheyMayStand() throws IOException {
        assertTrue(sentences(CODE.resolve("cli")).size() > 100, "nothing is found: the other test would prove nothing");
    }

    private static Set<String> sentences(Path folder) throws IOException {
        List<File> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> found = new TreeSet<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromFiles(files));
            for (var unit : task.parse()) {
                String file = unit.getSourceFile().getName().replaceFirst(".*dynlab/", "");
                unit.accept(new Scan(file, found), null);
            }
        }
        return found;
    }

    private static final class Scan extends TreeScanner<Void, Void> {
        private final String file;
        private final Set<String> found;

        Scan(String file, Set<String> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            boolean forProgrammers =
                    FOR_PROGRAMMERS.contains(made.getIdentifier().toString());
            return forProgrammers ? null : super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            return method.getName().contentEquals("toString") ? null : super.visitMethod(method, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text
                    && SENTENCE.matcher(text).matches()
                    && !NAMES.contains(text)
                    && !DATA.contains(file)) {
                found.add(file + ": " + text);
            }
            return null;
        }
    }
}
