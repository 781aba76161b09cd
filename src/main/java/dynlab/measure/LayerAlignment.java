package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * How well a chain of linear layers is aligned: with the modes of its data, and layer with layer.
 *
 * <pre>
 * coupling = ‖M − diag M‖ / ‖M‖,   M = Uᵀ W_D … W_1 V          0: every mode by itself
 * overlap_l = ⟨W_{l+1}ᵀ W_{l+1}, W_l W_lᵀ⟩ / (‖·‖ ‖·‖)          1: what one layer gives is what the next one takes
 * </pre>
 *
 * Both as in L. Braun et al. 2022 in other words; see docs/theory.md §8.5.
 */
public final class LayerAlignment implements Measure {
    @Override
    public String id() {
        return "alignment";
    }

    @Override
    public Form form() {
        return new Form(
                Form.Of.RUN,
                Form.Value.FIELDS,
                List.of(new Form.Field("coupling", 0, 1), new Form.Field("overlap", 1, 0)));
    }

    @Override
    public Reading on(Subject subject) {
        Optional<Phrase> obstacle = LinearMap.obstacle(subject.network(), subject.contexts());
        Optional<int[]> chain = subject.architecture().linearChain();
        if (obstacle.isPresent() || chain.isEmpty() || chain.get().length < 2) {
            return Reading.none(Phrase.of(
                    "measure.needs-two-layers",
                    Argument.name(id()),
                    Argument.of(obstacle.orElseGet(() -> Phrase.of("measure.no-chain")))));
        }
        int[] edges = chain.get();
        Subject.Basis modes = subject.modes().orElseThrow();
        return Reading.of(List.of(Part.of(0, 1, edges.length)), (part, to, at) -> {
            Matrix map = weights(subject, edges[0]);
            double sizes = map.norm();
            for (int l = 1; l < edges.length; l++) {
                Matrix next = weights(subject, edges[l]);
                Matrix before = weights(subject, edges[l - 1]);
                to[at + l] = overlap(next.transpose().times(next), before.times(before.transpose()));
                map = next.times(map);
                sizes *= next.norm();
            }
            to[at] = modes.u().transpose().times(map).times(modes.v()).offDiagonalShare(sizes);
        });
    }

    private static Matrix weights(Subject subject, int e) {
        Architecture graph = subject.architecture();
        return Matrix.of(graph.rows(e), graph.columns(e), subject.network().weightsUsed(e));
    }

    private static double overlap(Matrix a, Matrix b) {
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sum += a.at(i, j) * b.at(i, j);
            }
        }
        double sizes = a.norm() * b.norm();
        return sizes > 0 ? sum / sizes : 0;
    }
}
