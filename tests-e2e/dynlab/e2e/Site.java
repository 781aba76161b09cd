package dynlab.e2e;

import dynlab.cli.site.SiteServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The assembled site on a free port. */
final class Site implements AutoCloseable {
    private final SiteServer server;
    private final SiteServer.Setup setup;

    private Site(SiteServer server, SiteServer.Setup setup) {
        this.server = server;
        this.setup = setup;
    }

    static Site open() throws IOException {
        return open(setup -> setup);
    }

    /** The site on a worse host: another path, a wrong type, a strict header. */
    static Site open(UnaryOperator<SiteServer.Setup> change) throws IOException {
        Path root = Path.of(System.getProperty("site", "target/site"));
        SiteServer.Setup setup = change.apply(SiteServer.Setup.of(root));
        return new Site(SiteServer.start(setup), setup);
    }

    /** The address of a page, given relative to the top of the site. */
    String address(String page) {
        return "http://localhost:" + server.port() + setup.prefix() + page;
    }

    @Override
    public void close() {
        server.close();
    }
}
