package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Golden figures: whoever changes a picture rewrites it with {@code figures} and looks at it. */
final class FiguresTest {
    @Test
    void everyFigureIsDrawnAsItLiesInTheSite() throws IOException {
        Map<String, String> figures = FiguresCommand.figures();
        assertTrue(figures.size() >= 4);
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            assertEquals(Files.readString(Path.of("web/figures", figure.getKey())), figure.getValue(), figure.getKey());
        }
    }
}
