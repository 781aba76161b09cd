package dynlab.browser.share;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;
import java.util.Optional;

/**
 * A link as a square of dark and light cells that a camera reads, with the light margin that cameras expect.
 *
 * @param side cells of a side, margins included
 * @param path the dark cells as the outline of a path, one unit a cell
 */
record CameraCode(int side, String path) {
    /** Cells of light around it; the standard asks for four. */
    private static final int MARGIN = 4;
    /** Longer links have cells that are too small for the camera of a phone. */
    private static final int LONGEST = 1000;

    /** That of a link, whose letters are ASCII; nothing if it is too long to be read. */
    static Optional<CameraCode> of(String link) {
        if (link.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] letters = new byte[link.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) link.charAt(i);
        }
        QrCode code = QrCode.encodeSegments(List.of(QrSegment.makeBytes(letters)), QrCode.Ecc.MEDIUM);
        return Optional.of(new CameraCode(code.size + 2 * MARGIN, path(code)));
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = x;
                while (end < code.size && code.getModule(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN);
                    path.append('h')
                            .append(end - x)
                            .append("v1h")
                            .append(x - end)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
