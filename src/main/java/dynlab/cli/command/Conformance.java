package dynlab.cli.command;

import dynlab.cli.InputFile;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a run with the {@code expected} block of a reference file, through the trajectory file that the command line
 * writes, so that the codec is checked as well.
 */
public final class Conformance {
    /** One comparison: the largest absolute error, divided by what the tolerance refers to. */
    public record Row(String quantity, double error, double tolerance) {}

    /** Residuals have no tolerance in the files; three digits are asked for. */
    private static final double RESIDUAL_TOLERANCE = 1e-3;

    private final Json expected;
    private final Json actual;
    private final Json tolerances;
    private final List<Row> rows = new ArrayList<>();

    private Conformance(Json expected, Json actual) {
        this.expected = expected;
        this.actual = actual;
        this.tolerances = member(expected, "tolerance").orElseThrow();
    }

    /** Whether the file is an experiment with expected results, and not a table of closed forms. */
    private static boolean isExperiment(String file) {
        Json json = JsonReader.read(InputFile.read(file));
        return member(json, "format").isPresent() && member(json, "expected").isPresent();
    }

    /** Compares everything in a reference file that has a tolerance; nothing if it is neither experiment nor table. */
    public static List<Row> check(String file) {
        return isExperiment(file) ? run(file) : ClosedFormTable.check(file);
    }

    private static List<Row> run(String file) {
        String text = InputFile.read(file);
        ExactDecimals decimals = new ExactDecimals();
        Experiment experiment = ExperimentCodec.read(text, decimals);
        Runner runner = Runner.of(experiment);
        runner.complete();
        String trajectory = TrajectoryCodec.write(runner, decimals);
        Conformance conformance =
                new Conformance(member(JsonReader.read(text), "expected").orElseThrow(), JsonReader.read(trajectory));
        conformance.compareAll();
        return conformance.rows;
    }

    private void compareAll() {
        double scale = Math.abs(numbers(expected, "loss").map(l -> l[0]).orElse(1.0));
        compare("loss", "loss", "loss_relative", scale);
        compare("context_error", "context_error", "context_error_of_initial", largestOfFirst());
        compareSingularValues();
        compare("outputs", "outputs", "outputs_absolute", 1);
        for (String last : List.of("final_biases", "final_gates", "final_feedback")) {
            compareNamed(last);
        }
        compareModes();
        compareSimilarity();
        comparePaths();
        Optional<Json> theory = member(actual, "theory");
        if (theory.isPresent()) {
            compareTheory(theory.get(), scale);
        }
    }

    /** What there is after the last step, part by part: by name, or in order. */
    private void compareNamed(String quantity) {
        Optional<double[]> limit = numbers(tolerances, "outputs_absolute");
        Optional<Json> want = member(expected, quantity);
        if (want.isEmpty() || limit.isEmpty()) {
            return;
        }
        Optional<Json> found = member(actual, quantity);
        double worst = found.isPresent() ? 0 : Double.POSITIVE_INFINITY;
        if (want.get() instanceof Json.Members parts) {
            for (Map.Entry<String, Json> part : parts.members().entrySet()) {
                double[] values = found.flatMap(f -> numbers(f, part.getKey())).orElse(new double[0]);
                worst = Math.max(worst, gap(flat(part.getValue()), values));
            }
        } else {
            worst = Math.max(
                    worst, gap(flat(want.get()), found.map(Conformance::flat).orElse(new double[0])));
        }
        rows.add(new Row(quantity, worst, limit.get()[0]));
    }

    private double largestOfFirst() {
        return member(expected, "context_error")
                .map(json -> Arrays.stream(flat(((Json.Array) json).elements().get(0)))
                        .max()
                        .orElse(1))
                .orElse(1.0);
    }

    private void compare(String name, String actualName, String tolerance, double scale) {
        Optional<double[]> limit = numbers(tolerances, tolerance);
        Optional<Json> want = member(expected, name);
        if (want.isPresent() && limit.isPresent()) {
            double[] found = numbers(actual, actualName).orElse(new double[0]);
            rows.add(new Row(name, gap(flat(want.get()), found) / scale, limit.get()[0]));
        }
    }

    private void compareSingularValues() {
        Optional<double[]> limit = numbers(tolerances, "singular_values_absolute");
        Optional<Json> want = member(expected, "singular_values");
        Optional<Json> found = member(actual, "singular_values");
        if (want.isEmpty() || limit.isEmpty()) {
            return;
        }
        double worst = 0;
        for (Map.Entry<String, Json> edge :
                ((Json.Members) want.get()).members().entrySet()) {
            double[] values = found.flatMap(f -> numbers(f, edge.getKey())).orElse(new double[0]);
            worst = Math.max(worst, gap(flat(edge.getValue()), values));
        }
        rows.add(new Row("singular_values", worst, limit.get()[0]));
    }

    /** Sums over modes whose singular values differ by less than 1e-6·s₁, for within such a block modes are arbitrary. */
    private void compareModes() {
        Optional<double[]> limit = numbers(tolerances, "mode_strength_absolute");
        Optional<Json> want = member(expected, "mode_strength");
        Optional<Json> found = member(actual, "mode_strength");
        if (want.isEmpty() || limit.isEmpty()) {
            return;
        }
        double[] s = numbers(member(expected, "basis").orElseThrow(), "s").orElseThrow();
        List<Json> times = ((Json.Array) want.get()).elements();
        double worst = found.isPresent() ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < times.size() && found.isPresent(); i++) {
            double[] a = flat(times.get(i));
            double[] b = flat(((Json.Array) found.get()).elements().get(i));
            double gap = 0;
            for (int mode = 0; mode < s.length; mode++) {
                gap += a[mode] - b[mode];
                if (mode + 1 == s.length || s[mode] - s[mode + 1] > 1e-6 * s[0]) {
                    worst = Math.max(worst, Math.abs(gap));
                    gap = 0;
                }
            }
        }
        rows.add(new Row("mode_strength", worst, limit.get()[0]));
    }

    private void compareSimilarity() {
        Optional<double[]> limit = numbers(tolerances, "outputs_absolute");
        Optional<double[]> want = numbers(expected, "similarity_first_hidden");
        Optional<Json> found = member(actual, "similarity");
        if (want.isPresent() && want.get().length > 0 && limit.isPresent()) {
            double[] first = found.map(f -> flat(
                            ((Json.Members) f).members().values().iterator().next()))
                    .orElse(new double[0]);
            rows.add(new Row("similarity", gap(want.get(), first), limit.get()[0]));
        }
    }

    private void comparePaths() {
        Optional<Json> want = member(expected, "paths");
        if (want.isPresent()) {
            boolean same = want.equals(member(actual, "paths"));
            rows.add(new Row("paths", same ? 0 : 1, 0));
        }
    }

    private void compareTheory(Json theory, double scale) {
        compareResiduals(theory);
        compareStrengths(theory);
        compareIn(theory, "theory_loss", "loss", "theory_loss_of_initial", scale);
        compareIn(theory, "theory_loss", "loss", "theory_loss_absolute", 1);
        compareIn(theory, "theory_map", "map", "theory_map_absolute", 1);
        member(expected, "theory_kind")
                .ifPresent(kind ->
                        rows.add(new Row("theory_kind", Optional.of(kind).equals(member(theory, "kind")) ? 0 : 1, 0)));
    }

    private void compareResiduals(Json theory) {
        numbers(expected, "joint_diagonalisation_residual").ifPresent(want -> {
            double found = numbers(theory, "joint_residual").map(r -> r[0]).orElse(Double.POSITIVE_INFINITY);
            rows.add(new Row("joint_residual", Math.abs(want[0] - found), RESIDUAL_TOLERANCE));
        });
        numbers(expected, "interaction_components").ifPresent(want -> {
            double found =
                    numbers(theory, "interaction_components").map(n -> n[0]).orElse(0.0);
            rows.add(new Row("interaction_components", Math.abs(want[0] - found), 0));
        });
    }

    /** Sorted |B| of every edge at every time, for order and sign depend on the frame; zeros that pad are left out. */
    private void compareStrengths(Json theory) {
        Optional<Json> want = member(expected, "theory_strength");
        Optional<double[]> limit = numbers(tolerances, "singular_values_absolute");
        if (want.isEmpty() || limit.isEmpty()) {
            return;
        }
        double worst = 0;
        Optional<Json> found = member(theory, "strength");
        for (Map.Entry<String, Json> edge :
                ((Json.Members) want.get()).members().entrySet()) {
            List<Json> times = ((Json.Array) edge.getValue()).elements();
            Optional<Json> mine = found.flatMap(f -> member(f, edge.getKey()));
            for (int i = 0; i < times.size(); i++) {
                double[] other = mine.isPresent()
                        ? flat(((Json.Array) mine.get()).elements().get(i))
                        : new double[0];
                worst = Math.max(
                        worst,
                        gap(largestFirst(flat(times.get(i)), 0), largestFirst(other, flat(times.get(i)).length)));
            }
        }
        rows.add(new Row("theory_strength", worst, limit.get()[0]));
    }

    /** Absolute values, descending, cut to {@code most} if that is positive. */
    private static double[] largestFirst(double[] values, int most) {
        double[] sorted = Arrays.stream(values)
                .map(v -> -Math.abs(v))
                .sorted()
                .map(v -> -v)
                .toArray();
        return most > 0 && most < sorted.length ? Arrays.copyOf(sorted, most) : sorted;
    }

    private void compareIn(Json theory, String name, String actualName, String tolerance, double scale) {
        Optional<double[]> limit = numbers(tolerances, tolerance);
        Optional<double[]> want = numbers(expected, name);
        if (want.isPresent() && limit.isPresent()) {
            double[] found = numbers(theory, actualName).orElse(new double[0]);
            rows.add(new Row(name, gap(want.get(), found) / scale, limit.get()[0]));
        }
    }

    static double gap(double[] want, double[] found) {
        if (want.length != found.length) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < want.length; i++) {
            worst = Math.max(worst, Math.abs(want[i] - found[i]));
        }
        return worst;
    }

    static Optional<Json> member(Json json, String name) {
        return json instanceof Json.Members object
                ? Optional.ofNullable(object.members().get(name))
                : Optional.empty();
    }

    private static Optional<double[]> numbers(Json json, String name) {
        return member(json, name).map(Conformance::flat);
    }

    /** All numbers below a value, in file order. */
    static double[] flat(Json json) {
        List<Double> found = new ArrayList<>();
        collect(json, found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(Json json, List<Double> found) {
        if (json instanceof Json.Numeral number) {
            found.add(Double.parseDouble(number.text()));
        } else if (json instanceof Json.Array array) {
            array.elements().forEach(element -> collect(element, found));
        } else if (json instanceof Json.Members object) {
            object.members().values().forEach(element -> collect(element, found));
        }
    }
}
