package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.experiment.Start;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.List;
import java.util.Map;

/**
 * How two layers begin: of a size and a balance, as far apart in their hidden units as they can be, of exactly the same hidden
 * directions, or at random.
 */
enum LayerStart {
    /** Each layer in hidden units of its own, so that every answer is 0. */
    APART("apart"),
    /** W₂ᵀW₂ − W₁W₁ᵀ = λ I, exactly. */
    BALANCED("balanced"),
    RANDOM("random");

    private final String word;

    LayerStart(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static LayerStart of(String word) {
        for (LayerStart start : values()) {
            if (start.word.equals(word)) {
                return start;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** Hidden units of a network that begins so; exact balance needs as many as there are inputs. */
    int units(int width, int inputs) {
        return this == BALANCED ? inputs : width;
    }

    /**
     * Layers with |W₁v|² = y and |W₂ᵀu|² = x in every direction, where x − y = λ and xy = a²; random ones on average.
     *
     * @param graph a chain of two layers
     * @param size a
     * @param balance λ
     */
    Start start(Architecture graph, double size, double balance, int seed) {
        if (this == BALANCED) {
            return new Start.Drawn(new Init.Balanced(balance, size, seed));
        }
        double larger = (Math.sqrt(balance * balance + 4 * size * size) + Math.abs(balance)) / 2;
        double smaller = size * size / larger;
        double first = Math.sqrt(balance > 0 ? smaller : larger);
        double second = Math.sqrt(balance > 0 ? larger : smaller);
        int width = graph.rows(0);
        if (this == RANDOM) {
            double share = Math.sqrt(width);
            return new Start.Drawn(new Init.Overridden(
                    new Init.Gaussian(first / share, seed), Map.of("W2", new Init.Gaussian(second / share, seed + 1))));
        }
        int inputs = graph.columns(0);
        int outputs = graph.rows(1);
        Matrix frame = frame(width, inputs + outputs, seed);
        return new Start.Given(List.of(
                columns(frame, 0, inputs).scaled(first),
                columns(frame, inputs, outputs).transpose().scaled(second)));
    }

    /** Orthonormal columns in random directions. */
    private static Matrix frame(int rows, int columns, int seed) {
        Rng rng = new Rng(seed);
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = rng.nextGaussian();
        }
        return Svd.thin(Matrix.of(rows, columns, entries)).u();
    }

    private static Matrix columns(Matrix of, int from, int count) {
        double[] entries = new double[of.rows() * count];
        for (int i = 0; i < of.rows(); i++) {
            System.arraycopy(of.row(i), from, entries, i * count, count);
        }
        return Matrix.of(of.rows(), count, entries);
    }
}
