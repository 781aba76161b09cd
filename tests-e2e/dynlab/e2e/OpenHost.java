package dynlab.e2e;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same beside a site of somebody else's, in whose pages figures stand. */
abstract class OpenHost extends OpenLab {
    static Host host;

    @BeforeAll
    static void openHost() throws IOException {
        host = new Host();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void closeHost() {
        host.close();
    }

    /** The address of an embed. */
    static String src(String query) {
        return site.address("v1/embed/?" + query);
    }
}
