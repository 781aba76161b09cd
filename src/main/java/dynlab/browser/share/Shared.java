package dynlab.browser.share;

import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.FileScene;
import dynlab.scene.Scene;
import java.util.Optional;

/**
 * What is given away: a lesson with its settings, or an experiment file.
 *
 * @param site where the laboratory is served, with a slash at its end
 * @param page the page of the site that shows it: "lab/", or "build/" of what is drawn
 * @param address what is shown of it
 * @param file the text of the experiment file; empty if it is a lesson
 * @param code the file as a link carries it; empty if it is a lesson, or too large for a link
 */
record Shared(String site, String page, Address address, String file, String code, Decimals decimals) {
    /**
     * What a page says of itself: the link to what it shows, and the file that it shows if it is one.
     *
     * @throws dynlab.experiment.Refused if the file is no experiment yet
     */
    static Shared of(String site, String link, String file, Decimals decimals) {
        int at = link.indexOf('#');
        String hash = link.substring(at + 1);
        String page = at > site.length() ? link.substring(site.length(), at) : "lab/";
        if (file.isEmpty()) {
            return new Shared(site, page, Address.parse(hash, decimals), "", "", decimals);
        }
        Scene scene = new FileScene(ExperimentCodec.read(file, decimals));
        Optional<FileLink> packed = FileLink.of(hash);
        String rest = packed.map(FileLink::rest).orElse("");
        String code = packed.map(FileLink::code).orElse("");
        return new Shared(site, page, Address.parse(rest, decimals, scene), file, code, decimals);
    }

    boolean isFile() {
        return !file.isEmpty();
    }

    /** Whether it is a network that a reader draws. */
    boolean isDrawing() {
        return page.equals("build/");
    }

    /** Whether a link can hold it. */
    boolean linkable() {
        return !isFile() || !code.isEmpty();
    }

    /** What stands behind # for an address of it. */
    String query(Address of) {
        String plain = of.format(decimals);
        return isFile()
                ? FileLink.KEY + code + plain.substring(("scene=" + of.scene().id()).length())
                : plain;
    }

    /** What stands behind the code of a file. */
    String rest() {
        String plain = address.format(decimals);
        int at = plain.indexOf('&');
        return at < 0 ? "" : plain.substring(at + 1);
    }

    /** The link to its page for an address of it. */
    String link(Address of) {
        return site + page + "#" + query(of);
    }
}
