package dynlab.view.pen;

/** How colours look to an eye of each kind, and how far apart two look. */
enum Eye {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    // Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009), severity 1.0
    PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
    /** Print without colours: luminance of sRGB. */
    GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final double[] seen;

    Eye(double... seen) {
        this.seen = seen;
    }

    /** CIEDE2000 of two sRGB colours as this eye has them. */
    double difference(int one, int other) {
        return ciede2000(lab(see(one)), lab(see(other)));
    }

    private double[] see(int rgb) {
        double[] linear = linear(rgb);
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += seen[3 * i + j] * linear[j];
            }
            out[i] = Math.max(0, Math.min(1, sum));
        }
        return out;
    }

    /** Contrast of WCAG 2.2, 1 … 21. */
    static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int rgb) {
        double[] c = linear(rgb);
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }

    private static double[] linear(int rgb) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = (rgb >> 16 - 8 * i & 255) / 255.0;
            out[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return out;
    }

    /** CIELAB under D65, of linear sRGB. */
    private static double[] lab(double[] c) {
        double x = bent((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
        double y = bent(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]);
        double z = bent((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** Sharma, Wu and Dalal, Color Research and Application 30 (2005), Eqs. 2–22, all weights 1. */
    static double ciede2000(double[] p, double[] q) {
        double chroma = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
        double stretch = 1.5 - 0.5 * Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + Math.pow(25, 7)));
        double c1 = Math.hypot(stretch * p[1], p[2]);
        double c2 = Math.hypot(stretch * q[1], q[2]);
        double h1 = angle(p[2], stretch * p[1]);
        double h2 = angle(q[2], stretch * q[1]);
        boolean grey = c1 * c2 == 0;
        double turn = grey ? 0 : (h2 - h1 + 540) % 360 - 180;
        double hue = grey ? h1 + h2 : h1 + turn / 2;
        double dl = q[0] - p[0];
        double dc = c2 - c1;
        double dh = 2 * Math.sqrt(c1 * c2) * sin(turn / 2);
        double light = (p[0] + q[0]) / 2 - 50;
        double c = (c1 + c2) / 2;
        double t = 1
                - 0.17 * sin(hue + 60)
                + 0.24 * sin(2 * hue + 90)
                + 0.32 * sin(3 * hue + 96)
                - 0.20 * sin(4 * hue + 27);
        double sl = 1 + 0.015 * light * light / Math.sqrt(20 + light * light);
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double from275 = ((hue + 360) % 360 - 275) / 25;
        double turned = -2
                * Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7)))
                * sin(60 * Math.exp(-from275 * from275));
        double l = dl / sl;
        double k = dc / sc;
        double h = dh / sh;
        return Math.sqrt(l * l + k * k + h * h + turned * k * h);
    }

    private static double angle(double b, double a) {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
