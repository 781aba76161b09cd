package dynlab.numeric;

/**
 * Eigenvalues of a real square matrix that need not be symmetric: elimination to Hessenberg form, then steps of the QR
 * algorithm with two shifts at once, after Francis, as in the routines elmhes and hqr of EISPACK.
 */
public final class Eigenvalues {
    private static final double EPSILON = 2.220446049250313e-16;
    private static final int MOST_STEPS = 60;

    private final int n;
    private final double[] a;
    private final double[] real;
    private final double[] imaginary;

    private Eigenvalues(double[] entries, int n) {
        this.n = n;
        a = entries.clone();
        real = new double[n];
        imaginary = new double[n];
    }

    /**
     * All eigenvalues, those of largest modulus first; of a conjugate pair the one above the axis first.
     *
     * @param entries a matrix n × n, row-major
     * @return n real parts, then n imaginary parts; to about 1e-14 of the norm where they are well conditioned
     */
    public static double[] of(double[] entries, int n) {
        Eigenvalues taker = new Eigenvalues(entries, n);
        taker.reduce();
        taker.iterate();
        return taker.sorted();
    }

    /** To Hessenberg form, by similar eliminations with pivots. */
    private void reduce() {
        for (int m = 1; m < n - 1; m++) {
            int pivot = m;
            for (int i = m; i < n; i++) {
                pivot = Math.abs(a[i * n + m - 1]) > Math.abs(a[pivot * n + m - 1]) ? i : pivot;
            }
            double x = a[pivot * n + m - 1];
            if (x == 0) {
                continue;
            }
            swap(pivot, m);
            for (int i = m + 1; i < n; i++) {
                double share = a[i * n + m - 1] / x;
                if (share != 0) {
                    for (int j = m - 1; j < n; j++) {
                        a[i * n + j] -= share * a[m * n + j];
                    }
                    for (int j = 0; j < n; j++) {
                        a[j * n + m] += share * a[j * n + i];
                    }
                }
                a[i * n + m - 1] = 0;
            }
        }
    }

    private void swap(int i, int k) {
        if (i == k) {
            return;
        }
        for (int j = 0; j < n; j++) {
            double held = a[i * n + j];
            a[i * n + j] = a[k * n + j];
            a[k * n + j] = held;
        }
        for (int j = 0; j < n; j++) {
            double held = a[j * n + i];
            a[j * n + i] = a[j * n + k];
            a[j * n + k] = held;
        }
    }

    private void iterate() {
        double norm = 0;
        for (double entry : a) {
            norm += Math.abs(entry);
        }
        int last = n - 1;
        double shifted = 0;
        int steps = 0;
        while (last >= 0) {
            int low = split(last, norm);
            double x = a[last * n + last];
            if (low == last || steps == MOST_STEPS) {
                real[last] = x + shifted;
                last--;
                steps = 0;
                continue;
            }
            double y = a[(last - 1) * n + last - 1];
            double w = a[last * n + last - 1] * a[(last - 1) * n + last];
            if (low == last - 1) {
                pair(last, x + shifted, y + shifted, w);
                last -= 2;
                steps = 0;
                continue;
            }
            if (steps == 10 || steps == 20) {
                // a shift out of the ordinary breaks a cycle
                shifted += x;
                for (int i = 0; i <= last; i++) {
                    a[i * n + i] -= x;
                }
                double s = Math.abs(a[last * n + last - 1]) + Math.abs(a[(last - 1) * n + last - 2]);
                x = 0.75 * s;
                y = x;
                w = -0.4375 * s * s;
            }
            steps++;
            sweep(low, last, x, y, w);
        }
    }

    /** Where the block that ends at {@code last} begins: below it there is a subdiagonal entry that is rounding. */
    private int split(int last, double norm) {
        int low = last;
        while (low > 0) {
            double s = Math.abs(a[(low - 1) * n + low - 1]) + Math.abs(a[low * n + low]);
            if (Math.abs(a[low * n + low - 1]) <= EPSILON * (s == 0 ? norm : s)) {
                a[low * n + low - 1] = 0;
                return low;
            }
            low--;
        }
        return low;
    }

    /** The two eigenvalues of a block of two. */
    private void pair(int last, double x, double y, double w) {
        double p = 0.5 * (y - x);
        double q = p * p + w;
        double z = Math.sqrt(Math.abs(q));
        if (q >= 0) {
            z = p >= 0 ? p + z : p - z;
            real[last - 1] = x + z;
            real[last] = z == 0 ? x + z : x - w / z;
        } else {
            real[last - 1] = x + p;
            real[last] = x + p;
            imaginary[last - 1] = z;
            imaginary[last] = -z;
        }
    }

    /** One double step on rows and columns {@code low … last}. */
    private void sweep(int low, int last, double x, double y, double w) {
        double p = 0;
        double q = 0;
        double r = 0;
        int m = last - 2;
        while (true) {
            double z = a[m * n + m];
            double rest = x - z;
            double s = y - z;
            p = (rest * s - w) / a[(m + 1) * n + m] + a[m * n + m + 1];
            q = a[(m + 1) * n + m + 1] - z - rest - s;
            r = a[(m + 2) * n + m + 1];
            double scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
            p /= scale;
            q /= scale;
            r /= scale;
            if (m == low) {
                break;
            }
            double u = Math.abs(a[m * n + m - 1]) * (Math.abs(q) + Math.abs(r));
            double v =
                    Math.abs(p) * (Math.abs(a[(m - 1) * n + m - 1]) + Math.abs(z) + Math.abs(a[(m + 1) * n + m + 1]));
            if (u <= EPSILON * v) {
                break;
            }
            m--;
        }
        for (int i = m + 2; i <= last; i++) {
            a[i * n + i - 2] = 0;
            if (i > m + 2) {
                a[i * n + i - 3] = 0;
            }
        }
        for (int k = m; k < last; k++) {
            double scale = 1;
            if (k > m) {
                p = a[k * n + k - 1];
                q = a[(k + 1) * n + k - 1];
                r = k < last - 1 ? a[(k + 2) * n + k - 1] : 0;
                scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
                if (scale == 0) {
                    continue;
                }
                p /= scale;
                q /= scale;
                r /= scale;
            }
            double length = Math.sqrt(p * p + q * q + r * r);
            double s = p < 0 ? -length : length;
            if (k > m) {
                a[k * n + k - 1] = -s * scale;
            } else if (low < m) {
                a[k * n + k - 1] = -a[k * n + k - 1];
            }
            p += s;
            reflect(k, low, last, p / s, q / s, r / s, q / p, r / p);
        }
    }

    private void reflect(int k, int low, int last, double x, double y, double z, double q, double r) {
        boolean three = k < last - 1;
        for (int j = k; j <= last; j++) {
            double sum = a[k * n + j] + q * a[(k + 1) * n + j];
            if (three) {
                sum += r * a[(k + 2) * n + j];
                a[(k + 2) * n + j] -= sum * z;
            }
            a[(k + 1) * n + j] -= sum * y;
            a[k * n + j] -= sum * x;
        }
        int to = Math.min(last, k + 3);
        for (int i = low; i <= to; i++) {
            double sum = x * a[i * n + k] + y * a[i * n + k + 1];
            if (three) {
                sum += z * a[i * n + k + 2];
                a[i * n + k + 2] -= sum * r;
            }
            a[i * n + k + 1] -= sum * q;
            a[i * n + k] -= sum;
        }
    }

    private double[] sorted() {
        double[] values = new double[2 * n];
        boolean[] taken = new boolean[n];
        for (int place = 0; place < n; place++) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                best = !taken[i] && (best < 0 || before(i, best)) ? i : best;
            }
            taken[best] = true;
            values[place] = real[best];
            values[n + place] = imaginary[best];
        }
        return values;
    }

    private boolean before(int i, int k) {
        double mine = real[i] * real[i] + imaginary[i] * imaginary[i];
        double other = real[k] * real[k] + imaginary[k] * imaginary[k];
        return mine > other || mine == other && imaginary[i] > imaginary[k];
    }
}
