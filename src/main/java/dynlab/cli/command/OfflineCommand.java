package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.FileFailed;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code offline SITE}: writes into {@code sw.js} which files the site has and the hash of each, by which a browser that keeps
 * them tells one version from the next. The last part of the build.
 */
@Command(
        name = "offline",
        description = "Lists the files of the site for use without a network; the last part of the build.")
public final class OfflineCommand implements Callable<Integer> {
    private static final String WORKER = "sw.js";
    private static final Pattern LIST = Pattern.compile("\\bFILES ?= ?\\{[^}]*}");

    /** So many bytes of SHA-256; two versions of one file share them once in 2⁶⁴. */
    private static final int BYTES = 8;

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "SITE", description = "The directory of the site.")
    private Path site = Path.of("");

    public OfflineCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Path worker = site.resolve(WORKER);
        Matcher place = LIST.matcher(InputFile.read(worker.toString()));
        if (!place.find()) {
            throw new FileFailed(worker + " has no \"FILES = {}\" for the list.");
        }
        OutputFile.write(
                worker.toString(),
                place.replaceFirst(Matcher.quoteReplacement("FILES = {" + list() + "}")),
                streams.out());
        return Exit.DONE;
    }

    private String list() {
        try (Stream<Path> all = Files.walk(site)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !site.relativize(file).toString().equals(WORKER))
                    .sorted()
                    .toList();
            return files.stream()
                    .map(file -> "\"" + name(file) + "\":\"" + hash(file) + "\"")
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new FileFailed("The files below " + site + " could not be listed.");
        }
    }

    /** Its address below the top of the site: a page is asked for by its folder. */
    private String name(Path file) {
        String path = site.relativize(file).toString().replace('\\', '/');
        return path.equals("index.html") || path.endsWith("/index.html")
                ? path.substring(0, path.length() - "index.html".length())
                : path;
    }

    private static String hash(Path file) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (IOException e) {
            throw new FileFailed(file + " could not be read.");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
