package dynlab.words;

import com.samskivert.mustache.Mustache;
import dynlab.app.WalkInWords;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import picocli.CommandLine;

/** The whole program once more, in a language that is made of English here. */
public final class OtherLanguage {
    private static final Pattern INSIDE_PLACES = Pattern.compile("\\{[^}]*}");

    private OtherLanguage() {}

    /**
     * Loads the program anew.
     *
     * @param folder where the file of the language is written
     * @param name what the language is called
     * @param letters makes its words of English ones; places of arguments stay as they are
     */
    public static URLClassLoader speaking(Path folder, String name, UnaryOperator<String> letters)
            throws IOException, ReflectiveOperationException {
        Words.say("language.decimal"); // this class loader speaks English from now on
        Files.createDirectories(folder.resolve("words"));
        Files.writeString(folder.resolve("words/" + name + ".json"), file(letters));
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (Class<?> part : List.of(
                WordFile.class,
                WalkInWords.class,
                DMatrixRMaj.class,
                CommonOps_DDRM.class,
                CommandLine.class,
                Mustache.class,
                Node.class,
                TablesExtension.class,
                HeadingAnchorExtension.class)) {
            urls.add(part.getProtectionDomain().getCodeSource().getLocation());
        }
        URLClassLoader other = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        System.setProperty(WordFile.PROPERTY, name);
        try {
            Class.forName(WordFile.class.getName(), true, other);
        } finally {
            System.clearProperty(WordFile.PROPERTY);
        }
        return other;
    }

    /** The file of a language. */
    public static String file(UnaryOperator<String> letters) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, String> entry : WordFile.of(WordFile.ENGLISH).entrySet()) {
            String text = entry.getKey().startsWith("language.")
                    ? entry.getValue()
                    : outsidePlaces(entry.getValue(), letters);
            json.append(json.length() == 1 ? "" : ",")
                    .append(quoted(entry.getKey()))
                    .append(':')
                    .append(quoted(text));
        }
        return json.append('}').toString();
    }

    /** Two fifths longer: of every five letters two are there twice. */
    public static String longer(String text) {
        StringBuilder longer = new StringBuilder();
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c) && c < 0x250;
            letters += letter ? 1 : 0;
            longer.append(String.valueOf(c).repeat(letter && letters % 5 % 2 == 1 ? 2 : 1));
        }
        return longer.toString();
    }

    private static String outsidePlaces(String template, UnaryOperator<String> letters) {
        StringBuilder text = new StringBuilder();
        Matcher places = INSIDE_PLACES.matcher(template);
        int at = 0;
        while (places.find()) {
            text.append(letters.apply(template.substring(at, places.start())));
            String place = places.group();
            int forms = place.indexOf(':');
            text.append(forms < 0 ? place : place.substring(0, forms + 1) + letters.apply(place.substring(forms + 1)));
            at = places.end();
        }
        return text.append(letters.apply(template.substring(at))).toString();
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
