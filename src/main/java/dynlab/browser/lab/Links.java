package dynlab.browser.lab;

import dynlab.browser.dom.PackedText;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.FileLink;

/** Links to what is shown, and the experiment file that they carry where it is one. */
final class Links {
    /** Characters of a link; longer ones are cut by mailers and messengers. */
    private static final int LONGEST_LINK = 100_000;

    private final Decimals decimals;
    private final String site;
    private String file = "";
    /** The file packed for a link; empty until that is done, or if it is too long for one. */
    private String packed = "";

    /**
     * @param site where the site's pages are
     */
    Links(Decimals decimals, String site) {
        this.decimals = decimals;
        this.site = site;
    }

    static boolean isFile(Address address) {
        return address.scene().id().equals("file");
    }

    /** The text of the file; empty where a scene is shown. */
    String file(Address address) {
        return isFile(address) ? file : "";
    }

    /** Another file, not packed yet. */
    void open(String text) {
        file = text;
    }

    /** Another file came in this form. */
    void packed(String code) {
        packed = code;
    }

    /** Packs the file and says whether a link can hold it. */
    void pack(Runnable fits) {
        packed = "";
        PackedText.pack(
                file,
                code -> {
                    packed = code.length() <= LONGEST_LINK ? code : "";
                    if (!packed.isEmpty()) {
                        fits.run();
                    }
                },
                () -> {});
    }

    /** Whether there can be a link. */
    boolean linkable(Address address) {
        return !isFile(address) || !packed.isEmpty();
    }

    /** What stands behind # for an address of what is shown. */
    String hash(Address of) {
        String plain = of.format(decimals);
        return isFile(of)
                ? FileLink.KEY + packed + plain.substring(("scene=" + of.scene().id()).length())
                : plain;
    }

    /** A link to the lab that shows the same; empty if there can be none. */
    String link(Address of) {
        return linkable(of) ? site + "/lab/#" + hash(of) : "";
    }
}
