package dynlab.task;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recurrent network that learns what to answer to an impulse, unrolled over its times: {@code h_1 = f(U x),
 * h_{t+1} = f(W h_t), y_t = C h_t}. The edges of all times use one U, one W and one C.
 */
public final class Recurrence {
    private static final double[] GAINS = {2, 1.2, 0.7};
    private static final double[] DECAYS = {0.5, 0.8, 0.3};

    private Recurrence() {}

    /** Three responses that fade, {@code s λ^(t−1)}, each to an input of its own: s = 2, 1.2, 0.7 and λ = 0.5, 0.8, 0.3. */
    public static GatedTask fading(int units) {
        int times = 10;
        List<Matrix> wanted = new ArrayList<>();
        double[] now = GAINS.clone();
        for (int t = 0; t < times; t++) {
            wanted.add(Matrix.diagonal(now.clone()));
            for (int k = 0; k < now.length; k++) {
                now[k] *= DECAYS[k];
            }
        }
        return of(units, Activation.LINEAR, wanted);
    }

    /** One response that swings while it fades, {@code 0.9^t cos 0.6 t} for t = 0 … 19. */
    public static GatedTask swinging(int units) {
        List<Matrix> wanted = new ArrayList<>();
        for (int t = 0; t < 20; t++) {
            wanted.add(one(ExactMath.exp(t * ExactMath.log(0.9)) * ExactMath.cos(0.6 * t)));
        }
        return of(units, Activation.LINEAR, wanted);
    }

    /** Two swings at once that fade, {@code 0.8 e^(−t/20) (cos 2πt/16 + 0.6 cos 2πt/6)} for t = 0 … 24, and tanh units. */
    public static GatedTask curved(int units) {
        List<Matrix> wanted = new ArrayList<>();
        for (int t = 0; t < 25; t++) {
            double slow = ExactMath.cos(2 * Math.PI * t / 16);
            double swing = slow + 0.6 * ExactMath.cos(2 * Math.PI * t / 6);
            wanted.add(one(0.8 * ExactMath.exp(-t / 20.0) * swing));
        }
        return of(units, Activation.TANH, wanted);
    }

    private static Matrix one(double value) {
        return Matrix.diagonal(new double[] {value});
    }

    /**
     * The unrolled network.
     *
     * @param wanted Y_t, outputs × inputs, what is answered at time t to an impulse in each input
     */
    public static GatedTask of(int units, Activation activation, List<Matrix> wanted) {
        int inputs = wanted.get(0).columns();
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Matrix> answers = new LinkedHashMap<>();
        nodes.add(Node.linear("x", Role.INPUT, inputs));
        for (int t = 1; t <= wanted.size(); t++) {
            nodes.add(new Node("h" + t, Role.HIDDEN, units, activation));
            edges.add(t == 1 ? new Edge("U", "x", "h1") : again(t == 2, "W", t - 1, "h" + (t - 1), "h" + t));
        }
        for (int t = 1; t <= wanted.size(); t++) {
            nodes.add(Node.linear("y" + t, Role.OUTPUT, wanted.get(0).rows()));
            edges.add(again(t == 1, "C", t, "h" + t, "y" + t));
            answers.put("y" + t, wanted.get(t - 1));
        }
        Context impulses = Context.open("impulses", inputs, Map.of("x", Matrix.identity(inputs)), answers);
        return new GatedTask(new Architecture(nodes, edges), List.of(impulses));
    }

    private static Edge again(boolean owns, String owner, int use, String source, String target) {
        return owns
                ? new Edge(owner, source, target)
                : new Edge(owner + use, source, target, Optional.of(new Edge.Tie(owner, false)));
    }
}
