package dynlab.cli.site;

import dynlab.experiment.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Documents in Markdown as pages of the site. A link from one to another leads to its page, one to a page of the site there,
 * and headings have the anchors that a forge gives them, so that one text serves both.
 */
public final class Documents {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final PageTemplate template;
    private final String engine;
    /** By path from the root of the repository: file of the page, and text. */
    private final Map<String, String> texts;

    private final Set<String> pictures = new LinkedHashSet<>();

    /**
     * @param texts by path, such as {@code docs/theory.md}, in the order of the list beside them; {@code README.md} is the
     *     first page
     */
    public Documents(PageTemplate template, String engine, Map<String, String> texts) {
        this.template = template;
        this.engine = engine;
        this.texts = new LinkedHashMap<>(texts);
    }

    /** The pages by their file names. */
    public Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        texts.forEach((path, text) -> pages.put(page(path), page(path, text)));
        return pages;
    }

    /** Paths of the pictures that the pages of the last {@link #pages} show. */
    public Set<String> pictures() {
        return Set.copyOf(pictures);
    }

    /** The file name of a document's page. */
    static String page(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
        return name.equals("README") ? "index.html" : name.toLowerCase(java.util.Locale.ROOT) + ".html";
    }

    private String page(String path, String text) {
        Node document = Parser.builder().extensions(EXTENSIONS).build().parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(target(path, link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                String source = resolved(path, image.getDestination());
                pictures.add(source);
                image.setDestination(source.substring(source.lastIndexOf('/') + 1));
                visitChildren(image);
            }
        });
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .build()
                .render(document);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Map.Entry<String, String> other : texts.entrySet()) {
            list.add(Map.of(
                    "href",
                    page(other.getKey()),
                    "name",
                    title(other.getValue()),
                    "here",
                    other.getKey().equals(path)));
        }
        return template.fill(Map.of("engine", engine, "title", title(text), "documents", list, "body", body));
    }

    /** The words of its first heading. */
    private static String title(String text) {
        StringBuilder words = new StringBuilder();
        Node document = Parser.builder().build().parse(text);
        for (Node node = document.getFirstChild(); node != null && words.isEmpty(); node = node.getNext()) {
            if (node instanceof Heading) {
                node.accept(new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        words.append(part.getLiteral());
                    }
                });
            }
        }
        return words.toString();
    }

    private String target(String path, String link) {
        if (link.startsWith("#") || link.contains("://") || link.startsWith("mailto:")) {
            return link;
        }
        int hash = link.indexOf('#');
        String file = resolved(path, hash < 0 ? link : link.substring(0, hash));
        String rest = hash < 0 ? "" : link.substring(hash);
        if (texts.containsKey(file)) {
            return page(file) + rest;
        } else if (file.startsWith("web/")) {
            return "../" + file.substring("web/".length()) + rest;
        } else if (file.startsWith("docs/schema")) {
            return "../schema/" + file.substring("docs/schema".length()).replaceFirst("^/", "") + rest;
        }
        pictures.add(file);
        return file.substring(file.lastIndexOf('/') + 1) + rest;
    }

    /** A link's path from the root of the repository. */
    private static String resolved(String path, String link) {
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.remove(parts.size() - 1);
        for (String part : link.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    throw new Refused(path, "has a link that leads out of the repository: " + link);
                }
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
