package dynlab.e2e;

import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Settings of a lesson with every knob at an end of its range, so that any two ends of any two knobs meet in one of them. */
final class KnobEnds {
    private final List<Knob> knobs = new ArrayList<>();
    private final List<List<String>> ends = new ArrayList<>();
    private final Scene scene;

    private KnobEnds(Scene scene) {
        this.scene = scene;
        for (Knob knob : scene.knobs()) {
            List<String> both = ends(knob);
            if (both.size() > 1) {
                knobs.add(knob);
                ends.add(both);
            }
        }
    }

    /** What a lesson is set to, one after the other; none where it has fewer than two knobs. */
    static List<SceneConfig> pairs(Scene scene) {
        KnobEnds of = new KnobEnds(scene);
        List<SceneConfig> settings = new ArrayList<>();
        for (int[] row : of.rows()) {
            settings.add(of.config(row));
        }
        return settings;
    }

    private static List<String> ends(Knob knob) {
        if (knob instanceof Knob.Choice choice) {
            List<Knob.Option> options = choice.options();
            return List.of(
                    options.get(0).word(), options.get(options.size() - 1).word());
        }
        return knob instanceof Knob.Text text && !text.initial().isEmpty()
                ? List.of("", text.initial())
                : knob instanceof Knob.Text ? List.of() : List.of("least", "most");
    }

    private SceneConfig config(int[] row) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        for (int k = 0; k < row.length; k++) {
            Knob knob = knobs.get(k);
            if (knob instanceof Knob.Real real) {
                config = config.with(knob.key(), row[k] == 0 ? real.least() : real.most());
            } else if (knob instanceof Knob.Whole whole) {
                config = config.with(knob.key(), row[k] == 0 ? whole.least() : whole.most());
            } else {
                config = config.with(knob.key(), ends.get(k).get(row[k]));
            }
        }
        return config;
    }

    /** A covering array of strength two: each row begins with a pair that is missing and takes in as many others as it can. */
    private List<int[]> rows() {
        int n = knobs.size();
        boolean[][][][] met = new boolean[n][n][2][2];
        List<int[]> rows = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                for (int pair = 0; pair < 4; pair++) {
                    if (!met[a][b][pair / 2][pair % 2]) {
                        int[] row = new int[n];
                        Arrays.fill(row, -1);
                        row[a] = pair / 2;
                        row[b] = pair % 2;
                        fill(row, met, rows.size());
                        mark(row, met);
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private static void fill(int[] row, boolean[][][][] met, int turn) {
        for (int k = 0; k < row.length; k++) {
            if (row[k] < 0) {
                int[] missing = new int[2];
                for (int other = 0; other < row.length; other++) {
                    for (int end = 0; end < 2 && row[other] >= 0; end++) {
                        boolean known = other < k ? met[other][k][row[other]][end] : met[k][other][end][row[other]];
                        missing[end] += known ? 0 : 1;
                    }
                }
                // where both are as good they alternate
                row[k] = missing[0] == missing[1] ? (turn + k) % 2 : missing[1] > missing[0] ? 1 : 0;
            }
        }
    }

    private static void mark(int[] row, boolean[][][][] met) {
        for (int a = 0; a < row.length; a++) {
            for (int b = a + 1; b < row.length; b++) {
                met[a][b][row[a]][row[b]] = true;
            }
        }
    }
}
