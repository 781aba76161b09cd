package dynlab.e2e;

import java.io.IOException;

final class WebKitIT extends EngineTests {
    @Override
    Engine start() throws IOException {
        return WebKit.open();
    }
}
