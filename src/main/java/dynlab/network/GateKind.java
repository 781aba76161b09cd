package dynlab.network;

import dynlab.numeric.ExactMath;

/** How the gates g of a group follow from what is learned, θ. {@link #word} is the word in an experiment file. */
public enum GateKind {
    /** g = θ. */
    LINEAR("linear") {
        @Override
        void open(double[] theta, double[] gate, int at, int nodes) {
            System.arraycopy(theta, at, gate, at, nodes);
        }

        @Override
        void descend(double[] gate, double[] pull, int at, int nodes) {
            // ∂g/∂θ = 1
        }
    },
    /** g = 1 / (1 + e^−θ). */
    SIGMOID("sigmoid") {
        @Override
        void open(double[] theta, double[] gate, int at, int nodes) {
            for (int i = at; i < at + nodes; i++) {
                gate[i] = 1 / (1 + ExactMath.exp(-theta[i]));
            }
        }

        @Override
        void descend(double[] gate, double[] pull, int at, int nodes) {
            for (int i = at; i < at + nodes; i++) {
                double slope = gate[i] * (1 - gate[i]);
                pull[i] *= slope;
            }
        }
    },
    /** g = e^θ / Σ e^θ over the nodes of the group. */
    SOFTMAX("softmax") {
        @Override
        void open(double[] theta, double[] gate, int at, int nodes) {
            double most = theta[at];
            for (int i = at + 1; i < at + nodes; i++) {
                most = Math.max(most, theta[i]);
            }
            double sum = 0;
            for (int i = at; i < at + nodes; i++) {
                gate[i] = ExactMath.exp(theta[i] - most);
                sum += gate[i];
            }
            for (int i = at; i < at + nodes; i++) {
                gate[i] /= sum;
            }
        }

        @Override
        void descend(double[] gate, double[] pull, int at, int nodes) {
            double mean = 0;
            for (int i = at; i < at + nodes; i++) {
                mean += gate[i] * pull[i];
            }
            for (int i = at; i < at + nodes; i++) {
                double above = pull[i] - mean;
                pull[i] = gate[i] * above;
            }
        }
    };

    private final String word;

    GateKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Sets the gates of one row, {@code at ≤ i < at + nodes}. */
    abstract void open(double[] theta, double[] gate, int at, int nodes);

    /** Turns −∂L/∂g of one row into −∂L/∂θ. */
    abstract void descend(double[] gate, double[] pull, int at, int nodes);
}
