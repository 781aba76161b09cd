package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.Misused;
import dynlab.cli.Streams;
import dynlab.export.Snippet;
import dynlab.export.Taken;
import dynlab.numeric.ExactDecimals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code embed ADDRESS --as HOST --site URL}: what to paste into a page so that it shows a figure. */
@Command(name = "embed", description = "Prints what to paste into a page of some kind so that it shows a figure.")
public final class EmbedCommand implements Callable<Integer> {
    private static final int MOST = 4096;

    private final Streams streams;

    @Parameters(
            paramLabel = "ADDRESS",
            description = "\"scene=ID&knob=value…&hide=…&lock=…\", \"x=…\" or a whole link.")
    private String what = "";

    @Option(
            names = "--as",
            paramLabel = "HOST",
            required = true,
            description = "iframe, dyn-lab, myst, jupyter, quarto, moodle, canvas or link.")
    private String as = "";

    @Option(
            names = "--site",
            paramLabel = "URL",
            required = true,
            description = "Where the laboratory is served, such as https://example.org/dynlab/.")
    private String site = "";

    @Option(names = "--width", paramLabel = "N", description = "Width in px; 750 unless named.")
    private String width = "750";

    @Option(names = "--height", paramLabel = "N", description = "Height in px; 450 unless named.")
    private String height = "450";

    public EmbedCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!site.matches("https?://[^\\s\"<>?#]+")) {
            throw new Misused("--site takes an address such as https://example.org/dynlab/, not \"" + site + "\".");
        }
        Map<String, Snippet> hosts = new LinkedHashMap<>();
        for (Snippet one : Snippet.values()) {
            hosts.put(one.word(), one);
        }
        Snippet snippet = Chosen.one("host", as, hosts);
        Taken asked = Asked.of(what, new ExactDecimals());
        if (asked.query().isEmpty()) {
            throw new Misused(
                    "embed takes an address, not a file: the board and the lab make one of a file (\"Share\").");
        }
        int wide = Chosen.whole("--width", width, 300, MOST);
        int high = Chosen.whole("--height", height, 150, MOST);
        String root = site.endsWith("/") ? site : site + "/";
        streams.out()
                .print(snippet.write(
                        new Snippet.Figure(root, asked.query(), asked.scene().title(), wide, high)));
        return Exit.DONE;
    }
}
