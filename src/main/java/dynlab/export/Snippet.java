package dynlab.export;

import java.util.List;
import java.util.Optional;

/** How a figure is put into a page of another kind: one line a host. {@link #word} is the word of commands. */
public enum Snippet {
    IFRAME("iframe", "a plain page") {
        @Override
        public String write(Figure figure) {
            return frame(figure, figure.url(), "style=\"width:100%;aspect-ratio:" + figure.ratio() + ";border:0\"")
                    + "\n";
        }
    },
    DYN_LAB("dyn-lab", "a page with the element <dyn-lab>") {
        @Override
        public String write(Figure figure) {
            StringBuilder attributes = new StringBuilder();
            for (String part : figure.query().split("&")) {
                int at = part.indexOf('=');
                if (at > 0) {
                    attributes.append(' ').append(part, 0, at).append("=\"");
                    attributes.append(attribute(part.substring(at + 1))).append('"');
                }
            }
            return "<script src=\"" + attribute(figure.site()) + "dyn-lab.js\" defer></script>\n<dyn-lab" + attributes
                    + " ratio=\"" + figure.ratio() + "\">" + attribute(figure.title()) + "</dyn-lab>\n";
        }
    },
    MYST("myst", "MyST or Jupyter Book") {
        @Override
        public String write(Figure figure) {
            return "```{iframe} " + figure.url() + "\n:width: 100%\n" + placeholder(figure) + figure.title()
                    + "\n```\n";
        }
    },
    JUPYTER("jupyter", "a Jupyter notebook") {
        @Override
        public String write(Figure figure) {
            return "from IPython.display import IFrame\n\nIFrame(" + Preface.quoted(figure.url())
                    + ", width=\"100%\", height=" + figure.height() + ")\n";
        }
    },
    QUARTO("quarto", "Quarto") {
        @Override
        public String write(Figure figure) {
            return "```{=html}\n" + IFRAME.write(figure) + "```\n";
        }
    },
    /** Its editor takes styles away, and leaves width and height. */
    MOODLE("moodle", "Moodle") {
        @Override
        public String write(Figure figure) {
            return frame(figure, figure.url(), "width=\"100%\" height=\"" + figure.height() + "\" frameborder=\"0\"")
                    + "\n";
        }
    },
    /** It listens for a message that asks for a height. */
    CANVAS("canvas", "Canvas") {
        @Override
        public String write(Figure figure) {
            String separator = figure.query().isEmpty() ? "" : "&";
            String url = figure.url() + separator + "resize=lti";
            return frame(figure, url, "width=\"100%\" height=\"" + figure.height() + "\"") + "\n";
        }
    },
    LINK("link", "a link") {
        @Override
        public String write(Figure figure) {
            return "[" + figure.title().replace("[", "\\[").replace("]", "\\]") + "](" + figure.page() + ")\n";
        }
    };

    private final String word;
    private final String host;

    Snippet(String word, String host) {
        this.word = word;
        this.host = host;
    }

    /**
     * A figure to be put somewhere.
     *
     * @param site where the laboratory is served, with a slash at its end
     * @param query the address of the run, without # and ?
     * @param title what it is called
     * @param width px for which its height is given
     * @param height px
     */
    public record Figure(String site, String query, String title, int width, int height) {
        /** The figure alone. */
        String url() {
            return site + "v1/embed/?" + query;
        }

        /** The page with everything. */
        String page() {
            return site + "lab/#" + query;
        }

        /** Width over height in whole numbers, such as 5/3. */
        String ratio() {
            int a = width;
            int b = height;
            while (b != 0) {
                int rest = a % b;
                a = b;
                b = rest;
            }
            return width / a + "/" + height / a;
        }

        private Optional<String> scene() {
            for (String part : query.split("&")) {
                if (part.startsWith("scene=")) {
                    return Optional.of(part.substring("scene=".length()));
                }
            }
            return Optional.empty();
        }
    }

    public String word() {
        return word;
    }

    /** What it is put into, such as "a plain page". */
    public String host() {
        return host;
    }

    /** The text to be pasted. */
    public abstract String write(Figure figure);

    public static Optional<Snippet> of(String word) {
        return List.of(values()).stream().filter(one -> one.word.equals(word)).findFirst();
    }

    private static String frame(Figure figure, String url, String size) {
        return "<iframe src=\"" + attribute(url) + "\" title=\"" + attribute(figure.title())
                + "\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\" allowfullscreen referrerpolicy=\"no-referrer\" "
                + size + "></iframe>";
    }

    /** The picture that stands there in print. */
    private static String placeholder(Figure figure) {
        return figure.scene()
                .map(scene -> ":placeholder: " + figure.site() + "figures/" + scene + "-embed.svg\n")
                .orElse("");
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
