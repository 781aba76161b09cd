package dynlab.e2e;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirefoxIT extends EngineTests {
    @TempDir
    private Path folder;

    @Override
    Engine start() throws IOException {
        return Firefox.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "routing"})
    void oneFileRunsFromADiskHereToo(String scene) throws IOException {
        aFigureSavedAsOneFileRunsFromADisk(folder, scene);
    }
}
