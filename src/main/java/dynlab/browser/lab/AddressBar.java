package dynlab.browser.lab;

import dynlab.app.Catalogue;
import dynlab.app.DigestWords;
import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.PackedText;
import dynlab.browser.dom.Sharing;
import dynlab.experiment.Refused;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.FurtherSeeds;
import dynlab.scene.Preset;
import dynlab.words.Words;
import java.util.Optional;

/** The address of the page: what it opens, and what is written into it. */
final class AddressBar {
    private static final String COVER = "hide-future=1&" + FurtherSeeds.KEY + "=" + FurtherSeeds.WANTED;

    private final Lab lab;
    private final PageProgram known;
    private final Catalogue catalogue;
    private final Links links;
    private final String page = Dom.page();
    private String written = "";

    AddressBar(Lab lab, PageProgram known, Catalogue catalogue, String site) {
        this.lab = lab;
        this.known = known;
        this.catalogue = catalogue;
        links = new Links(catalogue.decimals(), site);
    }

    /** The address, or what stands for none; on the first page a # may also lead to a part of it. */
    private String here() {
        String all = Dom.address();
        boolean none = all.indexOf('=') < 0;
        // a page that opens by itself asks first and runs further seeds; an address means what it says
        return none && !page.equals("embed") && (page.equals("home") || all.length() < 2) ? COVER : all;
    }

    /** What the page opens with; where its link carries a file, that follows. */
    Address first() {
        return catalogue.parse(FileLink.of(here()).isPresent() ? "" : here());
    }

    /** Opens the file that the page's link carries; whether it carries one. */
    boolean opens() {
        Optional<FileLink> link = FileLink.of(here());
        link.ifPresent(this::openLink);
        return link.isPresent();
    }

    void write() {
        showOpen();
        Address now = lab.state().link();
        if (page.equals("home") || !links.linkable(now)) {
            return;
        }
        written = links.hash(now);
        Dom.replaceAddress(written);
    }

    /** Another entry in the browser's history. */
    void push() {
        written = links.hash(lab.state().link());
        Dom.push(written);
    }

    /** A link to the lab that shows the same, with the digest to compare; empty if it would be too long. */
    String link(String digest) {
        lab.send(new Event.SettingsRested());
        write();
        // what a host has hidden or locked is for its own page
        Address now =
                page.equals("embed") ? lab.state().unlocked() : lab.state().link();
        return links.link(now.looking("digest", digest));
    }

    /** Opens the dialog that gives away what is shown. */
    void share() {
        String link = link(DigestWords.of(lab.state()).linked());
        Sharing.ask(link, links.file(lab.state().address()));
    }

    /** Opens it with the runs side by side, and adds this one to them. */
    void pin() {
        Sharing.pin(
                link(DigestWords.of(lab.state()).linked()),
                links.file(lab.state().address()));
    }

    /** The way from a small figure to the lab. */
    void showOpen() {
        String to = links.link(lab.state().unlocked());
        if (!to.isEmpty()) {
            Dom.attribute(Dom.find("open"), "href", to);
        }
    }

    /** Opens a scene, or settings of it; where a reader can guess how it ends, that is not shown before. */
    void go(String scene, Optional<Preset> preset) {
        String tail = preset.map(Preset::address).orElse("");
        String hash = "scene=" + scene + (tail.isEmpty() ? "" : "&" + tail);
        if (known.scene(scene).isEmpty()) {
            Dom.reopen(hash);
            return;
        }
        Address next = catalogue.parse(hash).looking(FurtherSeeds.KEY, FurtherSeeds.WANTED);
        if (next.scene().guessed(next.config())) {
            next = next.looking("hide-future", "1");
        }
        written = next.format(catalogue.decimals());
        Dom.push(written);
        lab.open(next, "");
    }

    /** The address was changed by hand, or by going back. */
    void changed() {
        String now = here();
        if (page.equals("home") && now.equals(COVER) || now.equals("#" + written)) {
            return;
        }
        if (beyond(now)) {
            Dom.reload();
            return;
        }
        Optional<FileLink> link = FileLink.of(now);
        if (link.isPresent()) {
            openLink(link.get());
        } else {
            open(catalogue.parse(now));
        }
    }

    private void open(Address next) {
        written = next.format(catalogue.decimals());
        lab.open(next, "");
    }

    /** Opens an address that was chosen in the page, as another entry in the browser's history. */
    void visit(String address) {
        Address next = catalogue.parse(address);
        Dom.push(next.format(catalogue.decimals()));
        open(next);
    }

    /** Whether an address needs a program that knows more. */
    private boolean beyond(String text) {
        if (known.reader().isEmpty() && (FileLink.of(text).isPresent() || text.indexOf("&table=") >= 0)) {
            return true;
        }
        int at = text.indexOf("scene=");
        int end = at < 0 ? -1 : text.indexOf('&', at);
        String id = at < 0 ? "" : text.substring(at + 6, end < 0 ? text.length() : end);
        return !id.isEmpty() && known.scene(id).isEmpty() && SceneMenu.offers(id);
    }

    /** Shows an experiment file; what was shown stays if it is none. */
    void openFile(String text, String name) {
        read(text, name, "").ifPresent(opened -> {
            links.pack(() -> {
                if (lab.state().address().scene() == opened.address().scene()) {
                    push();
                }
            });
            lab.open(opened.address(), opened.file());
        });
    }

    private void openLink(FileLink link) {
        Dom.state("state", "opening");
        PackedText.unpack(
                link.code(),
                text -> read(text, Words.say("lab.address-bar.experiment-link"), link.rest())
                        .ifPresentOrElse(
                                opened -> {
                                    links.packed(link.code());
                                    lab.open(opened.address(), opened.file());
                                },
                                this::stay),
                sentence -> {
                    lab.say(Words.say("lab.address-bar.experiment-link-2", sentence), true);
                    stay();
                });
    }

    /** A file that could not be opened leaves what was there, or else the scene of the page. */
    private void stay() {
        LabState state = lab.state();
        lab.send(new Event.NoRecordedRun(state.runs().number()));
        Dom.state("state", lab.state().word());
    }

    private Optional<Event.AddressOpened> read(String text, String name, String rest) {
        try {
            PageProgram.Opened opened = known.reader().orElseThrow().apply(text);
            Address next = known.parse(rest, catalogue.decimals(), opened.scene());
            links.open(opened.file());
            return Optional.of(new Event.AddressOpened(next, opened.file()));
        } catch (Refused refused) {
            lab.say(Words.say("lab.address-bar.could-not-opened", name, refused.line()), true);
            return Optional.empty();
        }
    }
}
