package dynlab.measure;

import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * What a network says along each distinction of its data: how typical it takes every sample to be, or what it takes for the
 * prototype.
 *
 * <pre>
 * typicality  t_αi = u_αᵀ ŷ_i / s_α              modes × samples, ends at v_iα
 * prototype   p_α = Σ_i v_iα ŷ_i / s_α           properties × modes, ends at u_α
 * </pre>
 *
 * with v_iα = u_αᵀ y_i / s_α and s_α² = Σ_i (u_αᵀ y_i)²; for one-hot inputs these are the singular values and right vectors of
 * Σ^yx. Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019, Eqs. 12–14, for the end; before it they hold with what the
 * network says in place of the truth.
 */
public final class Distinctions implements Measure {
    private final boolean prototype;

    /**
     * @param prototype whether it is the prototype instead of the typicality
     */
    public Distinctions(boolean prototype) {
        this.prototype = prototype;
    }

    @Override
    public String id() {
        return prototype ? "prototype" : "typicality";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Optional<Phrase> obstacle = LinearMap.obstacle(subject.network(), subject.contexts());
        if (obstacle.isPresent()) {
            return Reading.none(Phrase.of("measure.needs-map", Argument.name(id()), Argument.of(obstacle.get())));
        }
        Matrix u = subject.modes().orElseThrow().u();
        int samples = subject.samples();
        Matrix y = gathered(subject, Role.OUTPUT, samples);
        double[] x = gathered(subject, Role.INPUT, samples).toArray();
        double[] sizes = new double[u.columns()];
        double[] v = along(u, y.toArray(), samples, sizes);
        double[] says = new double[u.rows() * samples];
        Part part = prototype ? Part.of(0, u.rows(), u.columns()) : Part.of(0, u.columns(), samples);
        return Reading.of(List.of(part), (one, to, at) -> {
            subject.map().times(x, samples, says, 0);
            if (prototype) {
                prototypes(says, v, sizes, samples, to, at);
            } else {
                typical(u, says, sizes, samples, to, at);
            }
        });
    }

    private static Matrix gathered(Subject subject, Role role, int samples) {
        var node = subject.architecture().nodes().get(LinearMap.first(subject.architecture(), role));
        double[] all = new double[node.width() * samples];
        int before = 0;
        for (Context context : subject.contexts()) {
            Matrix one = (role == Role.INPUT ? context.x() : context.y()).get(node.id());
            for (int i = 0; one != null && i < one.rows(); i++) {
                System.arraycopy(one.row(i), 0, all, i * samples + before, one.columns());
            }
            before += context.samples();
        }
        return Matrix.of(node.width(), samples, all);
    }

    /** v_iα, modes × samples, and s_α. */
    private static double[] along(Matrix u, double[] y, int samples, double[] sizes) {
        double[] v = new double[u.columns() * samples];
        for (int mode = 0; mode < u.columns(); mode++) {
            double square = 0;
            for (int i = 0; i < samples; i++) {
                double sum = 0;
                for (int p = 0; p < u.rows(); p++) {
                    sum += u.at(p, mode) * y[p * samples + i];
                }
                v[mode * samples + i] = sum;
                square += sum * sum;
            }
            sizes[mode] = Math.sqrt(square);
            for (int i = 0; i < samples; i++) {
                v[mode * samples + i] *= inverse(sizes, mode);
            }
        }
        return v;
    }

    /** 1/s; a mode that the data have not is no distinction. */
    private static double inverse(double[] sizes, int mode) {
        return sizes[mode] > 1e-12 * sizes[0] ? 1 / sizes[mode] : 0;
    }

    private static void typical(Matrix u, double[] says, double[] sizes, int samples, double[] to, int at) {
        for (int mode = 0; mode < u.columns(); mode++) {
            for (int i = 0; i < samples; i++) {
                double sum = 0;
                for (int p = 0; p < u.rows(); p++) {
                    sum += u.at(p, mode) * says[p * samples + i];
                }
                to[at + mode * samples + i] = sum * inverse(sizes, mode);
            }
        }
    }

    private static void prototypes(double[] says, double[] v, double[] sizes, int samples, double[] to, int at) {
        int modes = sizes.length;
        int properties = says.length / samples;
        for (int p = 0; p < properties; p++) {
            for (int mode = 0; mode < modes; mode++) {
                double sum = 0;
                for (int i = 0; i < samples; i++) {
                    sum += says[p * samples + i] * v[mode * samples + i];
                }
                to[at + p * modes + mode] = sum * inverse(sizes, mode);
            }
        }
    }
}
