package dynlab.e2e;

import java.io.IOException;

final class FirefoxIT extends EngineTests {
    @Override
    Engine start() throws IOException {
        return Firefox.open();
    }
}
