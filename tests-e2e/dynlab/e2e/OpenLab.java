package dynlab.e2e;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The site, a browser and the laboratory in it, for the tests of one class. */
abstract class OpenLab {
    static Site site;
    static Browser browser;
    static LabPage page;

    @BeforeAll
    static void openLab() throws IOException {
        site = Site.open();
        browser = Browser.open();
        page = new LabPage(browser, site);
    }

    @AfterAll
    static void closeLab() throws IOException {
        browser.close();
        site.close();
    }
}
