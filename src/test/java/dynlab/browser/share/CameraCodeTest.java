package dynlab.browser.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader of another maker reads from the drawn cells the link that was put in. */
final class CameraCodeTest {
    private static final int PIXELS = 4;
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 200, 900})
    void aReaderFindsTheLinkInTheCells(int more) throws Exception {
        String link = "https://example.org/dynlab/lab/#scene=shark&t=124&x="
                + "aB3-_%".repeat(more).substring(0, more);
        assertEquals(link, read(CameraCode.of(link).orElseThrow()));
    }

    @Test
    void aLinkThatNoPhoneCouldReadHasNone() {
        assertTrue(
                CameraCode.of("https://example.org/lab/#x=" + "a".repeat(1000)).isEmpty());
    }

    private static String read(CameraCode square) throws Exception {
        int side = square.side() * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher bars = BAR.matcher(square.path());
        int drawn = 0;
        while (bars.find()) {
            assertEquals(bars.group(3), bars.group(4), "a bar ends where it began");
            drawn += bars.group().length();
            int left = Integer.parseInt(bars.group(1)) * PIXELS;
            int top = Integer.parseInt(bars.group(2)) * PIXELS;
            int wide = Integer.parseInt(bars.group(3)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + wide, 0);
            }
        }
        assertEquals(square.path().length(), drawn, "nothing else is drawn");
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
