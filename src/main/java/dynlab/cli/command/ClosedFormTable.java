package dynlab.cli.command;

import dynlab.cli.InputFile;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.numeric.Matrix;
import dynlab.task.Hierarchy;
import dynlab.task.TreeSpectrum;
import dynlab.theory.modes.DeepChain;
import dynlab.theory.modes.LambdaBalanced;
import dynlab.theory.modes.TwoLayerModes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares closed forms with a table of them that was computed elsewhere: λ-balanced modes, the spectra of trees, and
 * chains of scalars. A table is known by its members; what it holds fixed stands in its own description.
 */
final class ClosedFormTable {
    private static final double TOLERANCE = 1e-10;

    private final Json table;
    private final List<Conformance.Row> rows = new ArrayList<>();

    private ClosedFormTable(Json table) {
        this.table = table;
    }

    /** The comparisons; none if the file is no table that is known. */
    static List<Conformance.Row> check(String file) {
        ClosedFormTable own = new ClosedFormTable(JsonReader.read(InputFile.read(file)));
        own.member("curves").ifPresent(own::modes);
        own.member("eigs").ifPresent(own::trees);
        own.member("cases").ifPresent(own::chains);
        return own.rows;
    }

    /** Curves a(t), by λ; they begin at a₀, and s stands in the description. */
    private void modes(Json curves) {
        double[] t = numbers(table, "t");
        double s = described("s=");
        for (Map.Entry<String, Json> curve : ((Json.Members) curves).members().entrySet()) {
            double lambda = Double.parseDouble(curve.getKey());
            double[] a = Conformance.flat(curve.getValue());
            double worst = 0;
            for (int i = 0; i < t.length; i++) {
                worst = Math.max(worst, Math.abs(LambdaBalanced.strength(lambda, s, a[0], t[i], 1) - a[i]));
            }
            add("a(t) at λ = " + curve.getKey(), worst);
        }
        member("lam0").map(Conformance::flat).ifPresent(a -> {
            double worst = 0;
            for (int i = 0; i < t.length; i++) {
                worst = Math.max(worst, Math.abs(TwoLayerModes.strength(s, 1, a[0], t[i], 1) - a[i]));
            }
            add("a(t) at λ = 0", worst);
        });
    }

    private void trees(Json eigenvalues) {
        Matcher shape = Pattern.compile("(\\d+)x(\\d+) levels").matcher(description());
        if (shape.find()) {
            Hierarchy own =
                    new Hierarchy(Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)), described("p="));
            tree("eigenvalues", own, eigenvalues);
            member("C").ifPresent(c -> add("covariance", gap(own.covariance(), c)));
            member("haar")
                    .ifPresent(v -> add("contrasts", gap(TreeSpectrum.of(own).contrasts(), v)));
        }
        member("other")
                .ifPresent(others -> ((Json.Members) others).members().forEach((key, pairs) -> {
                    String[] parts = key.split(",");
                    Hierarchy hierarchy = new Hierarchy(
                            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
                    tree("eigenvalues " + key, hierarchy, pairs);
                }));
    }

    private void tree(String name, Hierarchy hierarchy, Json pairs) {
        double[] want = Conformance.flat(pairs);
        TreeSpectrum spectrum = TreeSpectrum.of(hierarchy);
        double[] values = spectrum.eigenvalues();
        int[] counts = spectrum.multiplicities();
        double worst = want.length == 2 * values.length ? 0 : Double.POSITIVE_INFINITY;
        for (int l = 0; l < values.length && 2 * l + 1 < want.length; l++) {
            worst = Math.max(worst, Math.abs(want[2 * l] - values[l]));
            worst = Math.max(worst, Math.abs(want[2 * l + 1] - counts[l]));
        }
        add(name, worst);
    }

    private void chains(Json cases) {
        for (Json one : ((Json.Array) cases).elements()) {
            int depth = (int) numbers(one, "D")[0];
            double s = numbers(one, "s")[0];
            double[] start = numbers(one, "w0");
            double rate = numbers(one, "eta")[0];
            double[] flat = numbers(one, "rows");
            int width = 4 + depth;
            int[] steps = new int[flat.length / width];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = (int) flat[i * width];
            }
            Matrix weights = DeepChain.descent(s, 1, start, rate, steps);
            double[] exact = numbers(one, "exact");
            double descent = 0;
            double flow = 0;
            for (int i = 0; i < steps.length; i++) {
                for (int l = 0; l < depth; l++) {
                    descent = Math.max(descent, Math.abs(weights.at(i, l) - flat[i * width + 4 + l]));
                }
                if (i < exact.length) {
                    double u = DeepChain.strength(depth, s, flat[2], flat[i * width + 1], 1);
                    flow = Math.max(flow, Math.abs(u - exact[i]));
                }
            }
            String name = depth + (depth == 1 ? " weight" : " weights");
            add("descent of " + name, descent);
            if (exact.length > 0) {
                add("flow of " + name, flow);
            }
        }
    }

    private void add(String quantity, double error) {
        rows.add(new Conformance.Row(quantity, error, TOLERANCE));
    }

    private static double gap(Matrix found, Json want) {
        return Conformance.gap(Conformance.flat(want), found.toArray());
    }

    private String description() {
        return member("what").map(what -> ((Json.Text) what).value()).orElse("");
    }

    /** A number in the description, such as s=2. */
    private double described(String name) {
        Matcher number = Pattern.compile("\\b" + name + "([0-9.]+[0-9])|\\b" + name + "([0-9])")
                .matcher(description());
        if (!number.find()) {
            return Double.NaN;
        }
        return Double.parseDouble(number.group(1) == null ? number.group(2) : number.group(1));
    }

    private Optional<Json> member(String name) {
        return Conformance.member(table, name);
    }

    /** All numbers of a member; none where it is absent or no number. */
    private static double[] numbers(Json json, String name) {
        return Conformance.member(json, name).map(Conformance::flat).orElse(new double[0]);
    }
}
