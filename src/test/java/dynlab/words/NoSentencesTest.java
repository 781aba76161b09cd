package dynlab.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.AnnotationTree;
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

/**
 * Words stand in the file of a language. Below the scenes nothing is put into words: what computes gives codes, numbers
 * and phrases; application, pages and figures say what the file has for them.
 */
final class NoSentencesTest {
    private static final Path CODE = Path.of("src/main/java/dynlab");
    private static final List<String> WORDLESS = List.of(
            "numeric", "table", "architecture", "theory", "network", "learning", "measure", "experiment", "drawing");

    /** A word and a blank: a sentence or a piece of one. */
    private static final Pattern SENTENCE = Pattern.compile("(?s).*[\\p{L}]{2}.* .*|.* .*[\\p{L}]{2}.*");

    /** Words of files, names of parts and how names of properties begin, which are the same in every language. */
    private static final Set<String> NAMES = Set.of(
            "no unit left",
            "can ",
            "cannot ",
            "has ",
            "is ",
            "V S Vᵀ",
            "edge ",
            " knob-",
            "Helvetica,Arial,'Liberation Sans',sans-serif",
            "'Palatino Linotype',Palatino,'Book Antiqua',P052,Georgia,serif",
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

    /**
     * Application, pages and figures: between them and a reader stands the file of a language. What is exported is a
     * program, whose remarks are English as its names are.
     */
    private static final List<String> WORDS_OF_THE_FILE = List.of("app", "browser", "view");

    /** Pieces of markup, of style sheets, addresses and figures, of which no sentence is made. */
    private static final Pattern MARKUP =
            Pattern.compile("(?s).*[<>{}\\[\\]=:;#\"&|%].*|.*[a-z]\\(.*|.*--.*|.*\\bpx\\b.*");

    /** Names of classes in a style sheet. */
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");

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

    @Test
    void applicationPagesAndFiguresTakeTheirWordsFromTheFile() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String part : WORDS_OF_THE_FILE) {
            found.addAll(sentences(CODE.resolve(part)));
        }
        Set<String> classes = classes();
        found.removeIf(at -> {
            String text = at.substring(at.indexOf(": ") + 2);
            return MARKUP.matcher(text).matches()
                    || classes.containsAll(List.of(text.strip().split(" +")));
        });
        assertEquals(Set.of(), found, "these are to stand in words/en.json");
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

    private static Set<String> classes() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> all = Files.walk(Path.of("web"))) {
            for (Path sheet :
                    all.filter(path -> path.toString().endsWith(".css")).toList()) {
                CLASS.matcher(Files.readString(sheet)).results().forEach(name -> classes.add(name.group(1)));
            }
        }
        return classes;
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

        /** What stands in an annotation is a script or a hint for a compiler. */
        @Override
        public Void visitAnnotation(AnnotationTree script, Void nothing) {
            return null;
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
