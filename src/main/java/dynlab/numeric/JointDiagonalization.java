package dynlab.numeric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orthogonal frames in which many matrices between a few spaces are as diagonal as they can be.
 *
 * <pre>maximise J = Σ_m Σ_k (r_{t(m),k}ᵀ A_m r_{s(m),k})²   over orthogonal R_space;   residual = √(1 − J / J_max)</pre>
 *
 * with every A_m scaled to Frobenius norm 1, so J_max is their number. Each sweep replaces one frame after the other by
 * the polar factor of {@code G[:, k] = Σ (r_{t,k}ᵀ A r_{s,k}) A r_{other,k}}, which never lowers J. Where that climb
 * sticks short of the top, the frames of common blocks are climbed from: where all matrices can be diagonal these are
 * there already, whatever the widths, and however often values repeat or vanish. Derived in docs/theory.md §12.
 */
public final class JointDiagonalization {
    private static final int RESTARTS = 6;
    private static final int MOST_SWEEPS = 400;
    /** Multiplications after which no further sweep is begun, about three seconds: wide spaces are left half climbed. */
    private static final double MOST_WORK = 3e9;
    /** Multiplications that blocks may always take, about 20 milliseconds. */
    private static final double LEAST_WORK = 2e7;
    /** A residual that is nothing but rounding; above it the climb has stuck or is not finished. */
    private static final double FOUND = 1e-12;
    /** Common blocks that leave more than this off the diagonal are no better place to climb from than any other. */
    private static final double NEAR = 0.1;
    /** More forms than this between two spaces are mixed before all of them are split by. */
    private static final int MANY = 16;

    private static final int MIXTURES = 3;

    /** A matrix from space {@code source} (its columns) to space {@code target} (its rows). */
    public record Form(int target, int source, Matrix matrix) {}

    private final int[] widths;
    private final List<Form> forms;
    private final List<List<Form>> touching = new ArrayList<>();
    private Matrix[] frames;
    private double score;
    private double work;

    private JointDiagonalization(int[] widths, List<Form> forms) {
        this.widths = widths.clone();
        this.forms = forms;
        for (int v = 0; v < widths.length; v++) {
            int space = v;
            touching.add(forms.stream()
                    .filter(f -> f.target == space || f.source == space)
                    .toList());
        }
        frames = new Matrix[widths.length];
    }

    /**
     * The best of several starts, each from the singular vectors of random positive combinations.
     *
     * @param widths dimension of every space
     * @param given matrices of any scale, finite; zero matrices and repetitions are left out
     */
    public static JointDiagonalization of(int[] widths, List<Form> given) {
        return of(widths, given, 1);
    }

    /**
     * The same as one of several problems that share the work of one.
     *
     * @param share of the work that is done at most, in (0, 1]
     */
    public static JointDiagonalization of(int[] widths, List<Form> given, double share) {
        double mostWork = share * MOST_WORK;
        List<Form> forms = distinct(given);
        JointDiagonalization best = new JointDiagonalization(widths, forms);
        best.start(new Rng(1));
        best.climb(mostWork);
        double spent = best.work;
        if (best.residual() > FOUND && forms.size() > 1) {
            JointDiagonalization other = new JointDiagonalization(widths, forms);
            // wide spaces may have used up the work, but blocks find at once what a climb may never reach
            double rest = Math.max(mostWork - spent, 0.25 * mostWork);
            other.startFromBlocks(Math.max(rest, LEAST_WORK));
            if (other.residual() < best.residual()) {
                best = other;
            }
        }
        for (int round = 1; round < RESTARTS && spent < mostWork && best.residual() > 1e-7; round++) {
            JointDiagonalization other = new JointDiagonalization(widths, forms);
            other.start(new Rng(round + 1));
            other.climb(mostWork - spent);
            spent += other.work;
            if (other.score > best.score) {
                best = other;
            }
        }
        return best;
    }

    private static List<Form> distinct(List<Form> given) {
        List<Form> forms = new ArrayList<>();
        Map<List<Integer>, List<Form>> similar = new HashMap<>();
        for (Form form : given) {
            Matrix plain = plain(form.matrix);
            double norm = plain.norm();
            if (norm > 0) {
                Form unit = new Form(form.target, form.source, plain.scaled(1 / norm));
                int trace = (int) Math.rint(1e6 * unit.matrix.trace());
                List<Form> known =
                        similar.computeIfAbsent(List.of(form.target, form.source, trace), key -> new ArrayList<>());
                if (known.stream().noneMatch(other -> same(other, unit))) {
                    known.add(unit);
                    forms.add(unit);
                }
            }
        }
        return forms;
    }

    /** A multiple whose norm neither overflows nor vanishes; the matrix itself where it is neither huge nor tiny. */
    private static Matrix plain(Matrix matrix) {
        Matrix plain = matrix;
        for (double size = plain.largest(); size > 0x1p300 && size <= Double.MAX_VALUE; size = plain.largest()) {
            plain = plain.scaled(0x1p-300);
        }
        for (double size = plain.largest(); size < 0x1p-300 && size > 0; size = plain.largest()) {
            plain = plain.scaled(0x1p300);
        }
        return plain;
    }

    private static boolean same(Form a, Form b) {
        return a.target == b.target
                && a.source == b.source
                && a.matrix.minus(b.matrix).norm() < 1e-13;
    }

    /**
     * Starts from common blocks and climbs from there. Where forms are many, a few mixtures of them are asked first, which
     * split as finely as all do: what they leave far from diagonal has no common frames.
     */
    private void startFromBlocks(double mostWork) {
        List<Form> mixtures = mixtures(new Rng(1));
        boolean near = mixtures.size() == forms.size() || split(mixtures, mostWork) < NEAR;
        double least = near ? split(forms, mostWork) : 1;
        if (least < NEAR) {
            Matrix[] found = frames.clone();
            climb(mostWork);
            frames = residual() < least ? frames : found;
        }
        score = measure();
    }

    /**
     * Takes the frames of common blocks, those of the gap that leaves least off the diagonal; narrower gaps are not tried
     * once a component meets a space twice. Returns what is left.
     */
    private double split(List<Form> by, double mostWork) {
        CommonBlocks blocks = new CommonBlocks(widths, by, mostWork);
        double least = Double.POSITIVE_INFINITY;
        Matrix[] found = frames;
        boolean promising = true;
        for (int i = 0; i < CommonBlocks.GAPS.length && promising; i++) {
            promising = blocks.refine(CommonBlocks.GAPS[i]);
            int[][] columns = ModeOrder.of(widths, blocks.components());
            for (int v = 0; v < widths.length; v++) {
                frames[v] = columns(blocks.frame(v), columns[v]);
            }
            double now = residual();
            if (now < least) {
                least = now;
                found = frames.clone();
            }
        }
        frames = found;
        work += blocks.work();
        return least;
    }

    /** For every pair of spaces the forms between them if they are few, or random positive combinations. */
    private List<Form> mixtures(Rng rng) {
        Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
        for (Form form : forms) {
            counts.merge(List.of(form.target, form.source), 1, Integer::sum);
        }
        List<Form> mixtures = new ArrayList<>();
        counts.forEach((pair, count) -> {
            for (int k = 0; k < MIXTURES && count > MANY; k++) {
                Matrix mix = combination(rng, pair.get(0), pair.get(1));
                if (mix.norm() > 0) {
                    mixtures.add(new Form(pair.get(0), pair.get(1), mix));
                }
            }
        });
        for (Form form : forms) {
            if (counts.getOrDefault(List.of(form.target, form.source), 0) <= MANY) {
                mixtures.add(form);
            }
        }
        return mixtures;
    }

    private static Matrix columns(Matrix matrix, int[] order) {
        double[] values = new double[matrix.rows() * order.length];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = 0; k < order.length; k++) {
                values[i * order.length + k] = matrix.at(i, order[k]);
            }
        }
        return Matrix.of(matrix.rows(), order.length, values);
    }

    /** Spreads frames along the forms: from a space that has one to a space that has none. */
    private void start(Rng rng) {
        for (int v = 0; v < widths.length; v++) {
            int space = v;
            if (touching.get(v).stream().noneMatch(f -> frames(f.target) || frames(f.source))) {
                // a new component: the singular vectors of a random positive combination of one of its blocks
                touching.get(v).stream().findFirst().ifPresent(f -> startBlock(rng, f.target, f.source, space));
            }
            spread(rng);
        }
        for (int v = 0; v < widths.length; v++) {
            if (frames[v] == null) {
                frames[v] = Matrix.identity(widths[v]);
            }
        }
    }

    @SuppressWarnings("NullAway") // frames are null until they are started, and only here
    private boolean frames(int v) {
        return frames[v] != null;
    }

    private void startBlock(Rng rng, int target, int source, int space) {
        Matrix mix = combination(rng, target, source);
        if (target == source) {
            frames[space] = SymmetricEigen.of(mix.plus(mix.transpose())).vectors();
        } else {
            Svd svd = Svd.full(mix);
            frames[target] = svd.u();
            frames[source] = svd.v();
        }
    }

    private Matrix combination(Rng rng, int target, int source) {
        Matrix mix = Matrix.zero(widths[target], widths[source]);
        for (Form form : forms) {
            if (form.target == target && form.source == source) {
                mix = mix.plus(form.matrix.scaled(0.25 + rng.nextDouble()));
            }
        }
        return mix;
    }

    /** Polar factors of the images of frames that are there, until none is missing that could be made. */
    private void spread(Rng rng) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Form form : forms) {
                boolean up = frames(form.source) && !frames(form.target);
                boolean down = frames(form.target) && !frames(form.source);
                if (up || down) {
                    int from = up ? form.source : form.target;
                    int to = up ? form.target : form.source;
                    Matrix mix = combination(rng, form.target, form.source);
                    Matrix image = (up ? mix : mix.transpose()).times(frames[from]);
                    frames[to] = orthonormalColumns(image, widths[to]);
                    grown = true;
                }
            }
        }
    }

    /** An orthogonal matrix whose columns follow those of {@code image} one by one, filled up where these give out. */
    private static Matrix orthonormalColumns(Matrix image, int width) {
        double largest = image.largest();
        List<double[]> basis = new ArrayList<>();
        boolean[] missing = new boolean[width];
        for (int k = 0; k < width; k++) {
            double[] rest = k < image.columns() ? Vectors.rest(image.column(k), basis) : new double[width];
            double norm = Vectors.norm(rest);
            if (norm > 1e-9 * largest && norm > 0) {
                basis.add(Vectors.scaled(rest, 1 / norm));
            } else {
                missing[k] = true;
                basis.add(new double[width]);
            }
        }
        int axis = 0;
        for (int k = 0; k < width; k++) {
            while (missing[k]) {
                double[] candidate = new double[width];
                candidate[axis++] = 1;
                double[] rest = Vectors.rest(candidate, basis);
                double norm = Vectors.norm(rest);
                if (norm > 1e-6) {
                    basis.set(k, Vectors.scaled(rest, 1 / norm));
                    missing[k] = false;
                }
            }
        }
        return Matrix.of(basis.toArray(new double[0][])).transpose();
    }

    private void climb(double mostWork) {
        score = measure();
        double workOfSweep = workOfSweep();
        for (int sweep = 0; sweep < MOST_SWEEPS && work < mostWork; sweep++) {
            work += workOfSweep;
            for (int v = 0; v < widths.length; v++) {
                if (!touching.get(v).isEmpty()) {
                    frames[v] = improved(v);
                }
            }
            double now = measure();
            boolean settled = now - score < 1e-16 * forms.size();
            score = Math.max(score, now);
            // the score is exact to its rounding: far from the top there is no need to look at what is off the diagonal
            boolean near = forms.size() - now < 1e-9 * forms.size();
            if (settled || (near && residual() < 1e-9)) {
                return;
            }
        }
    }

    /** Two products for each form and frame it touches, one to measure it, and some twenty for a polar factor. */
    private double workOfSweep() {
        double sum = 0;
        for (Form form : forms) {
            double area = (double) widths[form.target] * widths[form.source];
            double pair = widths[form.target] + widths[form.source];
            sum += 3 * area * pair;
        }
        for (int width : widths) {
            double square = (double) width * width;
            sum += 20 * square * width;
        }
        return sum;
    }

    private Matrix improved(int v) {
        int n = widths[v];
        double[] g = new double[n * n];
        for (Form form : touching.get(v)) {
            Matrix right = form.matrix.times(frames[form.source]);
            Matrix left = form.matrix.transpose().times(frames[form.target]);
            int count = Math.min(widths[form.target], widths[form.source]);
            for (int k = 0; k < count; k++) {
                double entry = 0;
                for (int i = 0; i < right.rows(); i++) {
                    entry += frames[form.target].at(i, k) * right.at(i, k);
                }
                for (int i = 0; i < n; i++) {
                    if (form.target == v) {
                        g[i * n + k] += entry * right.at(i, k);
                    }
                    if (form.source == v) {
                        g[i * n + k] += entry * left.at(i, k);
                    }
                }
            }
        }
        return polar(Matrix.of(n, n, g), frames[v]);
    }

    /** The orthogonal matrix closest to g; where g says nothing, the old frame's directions are kept as far as possible. */
    private static Matrix polar(Matrix g, Matrix old) {
        double size = g.norm();
        if (size == 0) {
            return old;
        }
        Svd svd = Svd.full(g.plus(old.scaled(1e-12 * size)));
        return svd.u().times(svd.v().transpose());
    }

    private double measure() {
        double sum = 0;
        for (Form form : forms) {
            for (double entry : diagonal(form)) {
                sum += entry * entry;
            }
        }
        return sum;
    }

    /** The diagonal of R_tᵀ A R_s. */
    private double[] diagonal(Form form) {
        return diagonal(form.matrix, frames[form.target], frames[form.source]);
    }

    /** The diagonal of {@code leftᵀ matrix right}. */
    public static double[] diagonal(Matrix matrix, Matrix left, Matrix right) {
        Matrix image = matrix.times(right);
        double[] entries = new double[Math.min(left.columns(), right.columns())];
        for (int k = 0; k < entries.length; k++) {
            double entry = 0;
            for (int i = 0; i < image.rows(); i++) {
                entry += left.at(i, k) * image.at(i, k);
            }
            entries[k] = entry;
        }
        return entries;
    }

    /**
     * The frame of a space.
     *
     * @return orthogonal, its columns the common directions
     */
    public Matrix frame(int v) {
        return frames[v];
    }

    /** 0 where every matrix is diagonal in the frames; computed from the entries off the diagonal, so it has no floor. */
    public double residual() {
        if (forms.isEmpty()) {
            return 0;
        }
        double off = 0;
        for (Form form : forms) {
            Matrix turned = frames[form.target].transpose().times(form.matrix).times(frames[form.source]);
            for (int i = 0; i < turned.rows(); i++) {
                for (int j = 0; j < turned.columns(); j++) {
                    off += i == j ? 0 : turned.at(i, j) * turned.at(i, j);
                }
            }
        }
        return Math.sqrt(off / forms.size());
    }
}
