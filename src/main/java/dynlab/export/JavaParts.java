package dynlab.export;

import dynlab.architecture.Activation;

/** Pieces of programs in Java that are the same for all runs. */
final class JavaParts {
    static final String MATRICES = """
                static double[][] matrix(int columns, String... text) {
                    String[] words = String.join(" ", text).split(" ");
                    double[][] m = new double[words.length / columns][columns];
                    for (int k = 0; k < words.length; k++) {
                        m[k / columns][k % columns] = Double.parseDouble(words[k]);
                    }
                    return m;
                }

                static double[][] times(double[][] p, double[][] q) {
                    double[][] product = new double[p.length][q[0].length];
                    for (int i = 0; i < p.length; i++) {
                        for (int k = 0; k < q.length; k++) {
                            for (int j = 0; j < q[0].length; j++) {
                                product[i][j] += p[i][k] * q[k][j];
                            }
                        }
                    }
                    return product;
                }

                static double[][] transposed(double[][] m) {
                    double[][] turned = new double[m[0].length][m.length];
                    for (int i = 0; i < m.length; i++) {
                        for (int j = 0; j < m[0].length; j++) {
                            turned[j][i] = m[i][j];
                        }
                    }
                    return turned;
                }

                static void add(double[][] to, double[][] m) {
                    for (int i = 0; i < m.length; i++) {
                        for (int j = 0; j < m[i].length; j++) {
                            to[i][j] += m[i][j];
                        }
                    }
                }

                static void addBias(double[][] to, double[] b) {
                    for (int i = 0; b != null && i < b.length; i++) {
                        for (int j = 0; j < to[i].length; j++) {
                            to[i][j] += b[i];
                        }
                    }
                }

                static double[] sums(double[][] m) {
                    double[] sums = new double[m.length];
                    for (int i = 0; i < m.length; i++) {
                        for (double value : m[i]) {
                            sums[i] += value;
                        }
                    }
                    return sums;
                }

                /** The chosen columns of a matrix. */
                static double[][] columns(double[][] m, int[] chosen) {
                    double[][] some = new double[m.length][chosen.length];
                    for (int i = 0; i < m.length; i++) {
                        for (int n = 0; n < chosen.length; n++) {
                            some[i][n] = m[i][chosen[n]];
                        }
                    }
                    return some;
                }

                /** A matrix of the chosen samples times a gate for each; the matrix itself where all are open. */
                static double[][] gated(double[] gate, double[][] m, int[] chosen) {
                    if (gate == null) {
                        return m;
                    }
                    double[][] product = new double[m.length][chosen.length];
                    for (int i = 0; i < m.length; i++) {
                        for (int n = 0; n < chosen.length; n++) {
                            product[i][n] = gate[chosen[n]] * m[i][n];
                        }
                    }
                    return product;
                }

                /** The matrix that an edge uses. */
                static double[][] used(int e) {
                    return TURNED[e] ? transposed(w[OWNER[e]]) : w[OWNER[e]];
                }

                static int[] into(int v) {
                    return java.util.stream.IntStream.range(0, TARGET.length).filter(e -> TARGET[e] == v).toArray();
                }

                static int[] outOf(int v) {
                    return java.util.stream.IntStream.range(0, SOURCE.length).filter(e -> SOURCE[e] == v).toArray();
                }

                /** What a sample weighs at an output, at a step if samples come and go. */
                static double weight(int v, int n, int step) {
                    for (int[] period : DURING) {
                        if (step >= 0 && n >= period[0] && n < period[1] && (step < period[2] || step >= period[3])) {
                            return 0;
                        }
                    }
                    return WEIGHT[v][n];
                }
            """;

    static final String SQUARED = """
                /** L = ½ Σ w |y − h|². */
                static double loss(double[][][] aims, int[] chosen, int step) {
                    double sum = 0;
                    for (int v = 0; v < WIDTH.length; v++) {
                        for (int i = 0; aims[v] != null && i < WIDTH[v]; i++) {
                            for (int n = 0; n < chosen.length; n++) {
                                double gap = aims[v][i][chosen[n]] - h[v][i][n];
                                sum += weight(v, chosen[n], step) * gap * gap;
                            }
                        }
                    }
                    return 0.5 * sum;
                }

                /** r = w (y − h). */
                static void signals(double[][][] aims, int[] chosen, int step, double factor) {
                    for (int v = 0; v < WIDTH.length; v++) {
                        r[v] = aims[v] == null ? null : new double[WIDTH[v]][chosen.length];
                        for (int i = 0; aims[v] != null && i < WIDTH[v]; i++) {
                            for (int n = 0; n < chosen.length; n++) {
                                r[v][i][n] = factor * weight(v, chosen[n], step) * (aims[v][i][chosen[n]] - h[v][i][n]);
                            }
                        }
                    }
                }
            """;

    static final String ENTROPY = """
                /** The largest of a column of outputs. */
                static double largest(int v, int n) {
                    double most = h[v][0][n];
                    for (double[] row : h[v]) {
                        most = Math.max(most, row[n]);
                    }
                    return most;
                }

                /** Σ e^(h − largest) of a column. */
                static double partition(int v, int n) {
                    double sum = 0;
                    for (double[] row : h[v]) {
                        sum += Math.exp(row[n] - largest(v, n));
                    }
                    return sum;
                }

                static double mass(double[][] aims, int n) {
                    double sum = 0;
                    for (double[] row : aims) {
                        sum += row[n];
                    }
                    return sum;
                }

                /** L = Σ w (Y (m + ln Z) − Σ y h). */
                static double loss(double[][][] aims, int[] chosen, int step) {
                    double sum = 0;
                    for (int v = 0; v < WIDTH.length; v++) {
                        for (int n = 0; aims[v] != null && n < chosen.length; n++) {
                            double told = 0;
                            for (int i = 0; i < WIDTH[v]; i++) {
                                told += aims[v][i][chosen[n]] * h[v][i][n];
                            }
                            double level = largest(v, n) + Math.log(partition(v, n));
                            sum += weight(v, chosen[n], step) * (mass(aims[v], chosen[n]) * level - told);
                        }
                    }
                    return sum;
                }

                /** r = w (y − Y e^(h − m) / Z). */
                static void signals(double[][][] aims, int[] chosen, int step, double factor) {
                    for (int v = 0; v < WIDTH.length; v++) {
                        r[v] = aims[v] == null ? null : new double[WIDTH[v]][chosen.length];
                        for (int n = 0; aims[v] != null && n < chosen.length; n++) {
                            double mass = mass(aims[v], chosen[n]);
                            double most = largest(v, n);
                            double partition = partition(v, n);
                            for (int i = 0; i < WIDTH[v]; i++) {
                                double share = mass * Math.exp(h[v][i][n] - most) / partition;
                                r[v][i][n] = factor * weight(v, chosen[n], step) * (aims[v][i][chosen[n]] - share);
                            }
                        }
                    }
                }
            """;

    static final String ERFC = """
                /** 1 − erf: a series of positive terms near 0, a continued fraction beyond. */
                static double erfc(double x) {
                    if (x < 0) {
                        return 2 - erfc(-x);
                    }
                    if (x < 2) {
                        double term = x;
                        double sum = x;
                        for (int k = 1; term > 1e-18 * sum; k++) {
                            term *= 2 * x * x / (2 * k + 1);
                            sum += term;
                        }
                        return 1 - 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
                    }
                    double tail = 0;
                    for (int k = 120; k >= 1; k--) {
                        tail = 0.5 * k / (x + tail);
                    }
                    return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + tail));
                }
            """;

    static final String GATES = """
                static final double[][][] gate = new double[THETA.length][][];
                static final double[][][] pull = new double[THETA.length][][];

                static void openGates() {
                    for (int k = 0; k < THETA.length; k++) {
                        gate[k] = new double[THETA[k].length][THETA[k][0].length];
                        for (int c = 0; c < gate[k].length; c++) {
                            double most = java.util.Arrays.stream(THETA[k][c]).max().getAsDouble();
                            double sum = 0;
                            for (int j = 0; j < gate[k][c].length; j++) {
                                double theta = THETA[k][c][j];
                                gate[k][c][j] = GATE_KIND[k].equals("linear")
                                        ? theta
                                        : GATE_KIND[k].equals("sigmoid") ? 1 / (1 + Math.exp(-theta)) : Math.exp(theta - most);
                                sum += gate[k][c][j];
                            }
                            for (int j = 0; GATE_KIND[k].equals("softmax") && j < gate[k][c].length; j++) {
                                gate[k][c][j] /= sum;
                            }
                        }
                    }
                }

                /** Which row of θ a sample has: that of its context, or the only one. */
                static int row(int k, int n) {
                    return THETA[k].length == 1 ? 0 : CONTEXT[n];
                }

                static double[][] learned(int v, double[][] m, int[] chosen) {
                    if (GROUP[v] < 0) {
                        return m;
                    }
                    double[][] product = new double[m.length][chosen.length];
                    for (int i = 0; i < m.length; i++) {
                        for (int n = 0; n < chosen.length; n++) {
                            product[i][n] = gate[GROUP[v]][row(GROUP[v], chosen[n])][PLACE[v]] * m[i][n];
                        }
                    }
                    return product;
                }

                static void clearPulls() {
                    for (int k = 0; k < THETA.length; k++) {
                        pull[k] = new double[THETA[k].length][THETA[k][0].length];
                    }
                }

                /** −∂L/∂g. */
                static void pull(int v, int[] chosen) {
                    for (int n = 0; GROUP[v] >= 0 && n < chosen.length; n++) {
                        double sum = 0;
                        for (int i = 0; i < WIDTH[v]; i++) {
                            sum += t[v][i][n] * a[v][i][n];
                        }
                        double given = NODE_GATE[v] == null ? 1 : NODE_GATE[v][chosen[n]];
                        pull[GROUP[v]][row(GROUP[v], chosen[n])][PLACE[v]] += given * sum;
                    }
                }

                /** From −∂L/∂g to −∂L/∂θ. */
                static void descendGates() {
                    for (int k = 0; k < THETA.length; k++) {
                        for (int c = 0; c < pull[k].length; c++) {
                            double mean = 0;
                            for (int j = 0; j < pull[k][c].length; j++) {
                                mean += gate[k][c][j] * pull[k][c][j];
                            }
                            for (int j = 0; j < pull[k][c].length; j++) {
                                double g = gate[k][c][j];
                                if (GATE_KIND[k].equals("sigmoid")) {
                                    pull[k][c][j] *= g * (1 - g);
                                } else if (GATE_KIND[k].equals("softmax")) {
                                    pull[k][c][j] = g * (pull[k][c][j] - mean);
                                }
                            }
                        }
                    }
                }

                static void moveGates() {
                    for (int k = 0; k < THETA.length; k++) {
                        for (int c = 0; c < pull[k].length; c++) {
                            for (int j = 0; j < pull[k][c].length; j++) {
                                THETA[k][c][j] += GATE_RATE[k] * pull[k][c][j];
                            }
                        }
                    }
                }
            """;

    static final String RANDOM = """
                /** xoshiro128** seeded by splitmix32; normal numbers by the polar method. */
                static final class Random {
                    private final int[] s = new int[4];
                    private double spare;
                    private boolean hasSpare;

                    Random(int seed) {
                        for (int k = 0; k < 4; k++) {
                            int x = seed + (k + 1) * 0x9e3779b9;
                            x = (x ^ (x >>> 16)) * 0x85ebca6b;
                            x = (x ^ (x >>> 13)) * 0xc2b2ae35;
                            s[k] = x ^ (x >>> 16);
                        }
                        if ((s[0] | s[1] | s[2] | s[3]) == 0) {
                            s[0] = 1;
                        }
                    }

                    int bits() {
                        int result = Integer.rotateLeft(s[1] * 5, 7) * 9;
                        int t = s[1] << 9;
                        s[2] ^= s[0];
                        s[3] ^= s[1];
                        s[1] ^= s[2];
                        s[0] ^= s[3];
                        s[2] ^= t;
                        s[3] = Integer.rotateLeft(s[3], 11);
                        return result;
                    }

                    int below(int bound) {
                        while (true) {
                            int bits = bits() >>> 1;
                            int value = bits % bound;
                            if (bits - value + (bound - 1) >= 0) {
                                return value;
                            }
                        }
                    }

                    double uniform() {
                        double high = bits() >>> 5;
                        double low = bits() >>> 6;
                        return (high * 0x1p26 + low) * 0x1p-53;
                    }

                    double normal() {
                        if (hasSpare) {
                            hasSpare = false;
                            return spare;
                        }
                        while (true) {
                            double u = 2 * uniform() - 1;
                            double v = 2 * uniform() - 1;
                            double square = u * u + v * v;
                            if (square > 0 && square < 1) {
                                double factor = Math.sqrt(-2 * Math.log(square) / square);
                                spare = v * factor;
                                hasSpare = true;
                                return u * factor;
                            }
                        }
                    }
                }
            """;

    static final String FLIP = """
                /** Targets of which some are on one unit, uniformly drawn. */
                static double[][][] flipped() {
                    double[][][] aims = new double[WIDTH.length][][];
                    for (int v = 0; v < WIDTH.length; v++) {
                        aims[v] = y[v] == null ? null : columns(y[v], everything());
                    }
                    for (int n = 0; n < SAMPLES; n++) {
                        for (int v = 0; v < WIDTH.length; v++) {
                            if (y[v] != null && AIMING[v][n] && noise.uniform() < AMOUNT) {
                                int one = noise.below(WIDTH[v]);
                                for (int i = 0; i < WIDTH[v]; i++) {
                                    aims[v][i][n] = i == one ? 1 : 0;
                                }
                            }
                        }
                    }
                    return aims;
                }
            """;

    static final String NOISE = """
                /** Targets of the samples of a step with noise: contexts, outputs, units, samples in their order. */
                static double[][][] spoiled(int[] chosen, int step) {
                    double[][][] aims = new double[WIDTH.length][][];
                    for (int v = 0; v < WIDTH.length; v++) {
                        aims[v] = y[v] == null ? null : columns(y[v], everything());
                    }
                    for (int from = 0; from < chosen.length; ) {
                        int to = from;
                        while (to < chosen.length && CONTEXT[chosen[to]] == CONTEXT[chosen[from]]) {
                            to++;
                        }
                        boolean absent = false;
                        for (int[] period : DURING) {
                            boolean of = chosen[from] >= period[0] && chosen[from] < period[1];
                            absent |= of && step >= 0 && (step < period[2] || step >= period[3]);
                        }
                        for (int v = 0; v < WIDTH.length && !absent; v++) {
                            for (int i = 0; y[v] != null && AIMING[v][chosen[from]] && i < WIDTH[v]; i++) {
                                for (int n = from; n < to; n++) {
                                    aims[v][i][chosen[n]] += AMOUNT * noise.normal();
                                }
                            }
                        }
                        from = to;
                    }
                    return aims;
                }
            """;

    private static final String SHUFFLE = """
                    if (k == 0) {
                        for (int i = order.length - 1; i >= 1; i--) {
                            int j = shuffler.below(i + 1);
                            int kept = order[i];
                            order[i] = order[j];
                            order[j] = kept;
                        }
                    }
        """;

    private JavaParts() {}

    static String batch(boolean shuffles) {
        return """
                    /** The samples of a step, ascending. */
                    static int[] batch(int step) {
                        int k = step % ((SAMPLES + SIZE - 1) / SIZE);
                """ + (shuffles ? SHUFFLE : "") + """
                        int[] chosen = java.util.Arrays.copyOfRange(order, k * SIZE, Math.min(SAMPLES, (k + 1) * SIZE));
                        java.util.Arrays.sort(chosen);
                        return chosen;
                    }
                """;
    }

    static String function(Activation one) {
        return switch (one) {
            case LINEAR -> "z";
            case RELU -> "z > 0 ? z : 0 * z";
            case LEAKY_RELU -> "z > 0 ? z : LEAK[v] * z";
            case TANH -> "Math.tanh(z)";
            case GELU -> "z * 0.5 * erfc(-z * Math.sqrt(0.5))";
        };
    }

    static String slope(Activation one) {
        return switch (one) {
            case LINEAR -> "1";
            case RELU -> "z > 0 ? 1 : 0";
            case LEAKY_RELU -> "z > 0 ? 1 : LEAK[v]";
            case TANH -> "1 - Math.tanh(z) * Math.tanh(z)";
            case GELU -> "0.5 * erfc(-z * Math.sqrt(0.5)) + z * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)";
        };
    }
}
