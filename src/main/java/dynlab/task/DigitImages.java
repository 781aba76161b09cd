package dynlab.task;

import dynlab.numeric.Matrix;

/**
 * Images of handwritten digits with their classes. The 1,797 images that come with the laboratory are "Optical Recognition
 * of Handwritten Digits" by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, doi 10.24432/C50P49, CC BY 4.0.
 *
 * @param pixels 64 × images, ink from 0 to 1, row after row of the 8 × 8 picture
 * @param classes the digit that each image shows, 0 … 9
 */
public record DigitImages(Matrix pixels, int[] classes) {
    /** Pixels of an image. */
    public static final int PIXELS = 64;
    /** Pixels of a row, and rows. */
    public static final int SIDE = 8;
    /** Digits. */
    public static final int CLASSES = 10;
    /** The largest number of the file: full ink. */
    private static final int FULL = 16;

    /** Whose images they are: to be named wherever one is shown. */
    public static final String SOURCE =
            "Digits: E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, CC BY 4.0.";

    public DigitImages {
        classes = classes.clone();
        if (pixels.rows() != PIXELS || pixels.columns() != classes.length) {
            throw new IllegalArgumentException(
                    pixels.rows() + " × " + pixels.columns() + " pixels for " + classes.length + " images");
        }
    }

    @Override
    public int[] classes() {
        return classes.clone();
    }

    public int count() {
        return classes.length;
    }

    /**
     * Reads the laboratory's own file: an image a line, 64 whole numbers 0 … 16 and the digit, with commas between.
     *
     * @throws IllegalArgumentException if a line is anything else
     */
    public static DigitImages read(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        double[] pixels = new double[PIXELS * count];
        int[] classes = new int[count];
        int at = 0;
        for (int image = 0; image < count; image++) {
            for (int k = 0; k <= PIXELS; k++) {
                int value = 0;
                int from = at;
                while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - from < 2) {
                    value = 10 * value + text.charAt(at) - '0';
                    at++;
                }
                char after = at < text.length() ? text.charAt(at) : ' ';
                if (at == from || value > (k == PIXELS ? CLASSES - 1 : FULL) || after != (k == PIXELS ? '\n' : ',')) {
                    throw new IllegalArgumentException("digits, line " + (image + 1) + ", number " + (k + 1)
                            + ": expected 64 whole numbers 0 to 16 and a digit");
                }
                at++;
                if (k == PIXELS) {
                    classes[image] = value;
                } else {
                    pixels[k * count + image] = (double) value / FULL;
                }
            }
        }
        return new DigitImages(Matrix.of(PIXELS, count, pixels), classes);
    }
}
