package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents as pages: whole, and without a link that leads nowhere. */
final class DocumentsCommandTest {
    @TempDir
    private Path site;

    private List<Path> pages() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(
                Exit.DONE,
                Main.run(new String[] {"documents", ".", site.toString()}, out, out),
                said.toString(StandardCharsets.UTF_8));
        try (Stream<Path> all = Files.list(site.resolve("docs"))) {
            return all.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyDocumentIsAPageAndEveryPageIsInTheList() throws IOException {
        List<String> names =
                pages().stream().map(path -> path.getFileName().toString()).toList();
        try (Stream<Path> all = Files.list(Path.of("docs"))) {
            for (Path path : all.filter(one -> one.toString().endsWith(".md")).toList()) {
                String name = path.getFileName().toString().replace(".md", ".html");
                assertTrue(names.contains(name), name);
            }
        }
        String first = Files.readString(site.resolve("docs/index.html"));
        for (String name : names) {
            assertTrue(first.contains("<li><a href=\"" + name + "\""), name);
        }
    }

    /** Of links to other pages of the site only the folder is looked at: it is built elsewhere. */
    @Test
    void noLinkLeadsNowhere() throws IOException {
        List<String> lost = new ArrayList<>();
        Pattern link = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
        for (Path page : pages()) {
            Matcher links = link.matcher(Files.readString(page));
            while (links.find()) {
                String target = links.group(1).replace("&amp;", "&");
                if (target.contains("://") || target.startsWith("mailto:")) {
                    continue;
                }
                int hash = target.indexOf('#');
                String file = hash < 0 ? target : target.substring(0, hash);
                boolean elsewhere = file.startsWith("../");
                Path to = file.isEmpty() ? page : page.resolveSibling(file);
                boolean there = elsewhere
                        ? file.startsWith("../schema/")
                                || Files.exists(Path.of("web").resolve(file.substring(3)))
                        : Files.exists(to);
                if (there && !elsewhere && hash >= 0) {
                    there = Files.readString(to).contains("id=\"" + target.substring(hash + 1) + "\"");
                }
                if (!there) {
                    lost.add(page.getFileName() + " → " + target);
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void whatATextSaysIsOnItsPageAndNoMarkupOfItsOwn() throws IOException {
        pages();
        String format = Files.readString(site.resolve("docs/experiment-file.html"));
        assertTrue(format.contains("<table>") && format.contains("<code>weight_decay</code>"));
        assertTrue(format.contains("&quot;format&quot;: &quot;dynlab-experiment/1&quot;"));
        assertFalse(format.contains("{{") || format.contains("<script"));
    }
}
