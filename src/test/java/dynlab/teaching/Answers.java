package dynlab.teaching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the answers of docs/teaching.md are read off: for each exercise, its numbers from the runs that its links open. */
final class Answers {
    /** The numbers of one answer, in their order, from the runs of the exercise's links. */
    interface Reading {
        double[] of(List<LessonRun> runs);
    }

    static final Map<String, Reading> ALL = new LinkedHashMap<>();

    static {
        put("shark 1", runs -> peak(runs.get(0)));
        put("shark 2", runs -> peak(runs.get(0)));
        put(
                "shark 3",
                runs -> numbers(LessonRun.most(bones(runs.get(0))), runs.get(0).levels()[0]));
        put("hierarchy 1", runs -> runs.get(0).levels());
        put("hierarchy 2", runs -> runs.get(0).levels());
        put("hierarchy 3", runs -> numbers(runs.get(0).levels()[0], runs.get(0).levels()[3]));
        put("chain 1", runs -> numbers(below(runs.get(0)), below(runs.get(1)), below(runs.get(2))));
        put("chain 2", runs -> numbers(below(runs.get(0)), runs.get(1).told("largest stable rate is")));
        put("chain 3", runs -> numbers(runs.get(0).left(0, 600), below(runs.get(1))));
        put(
                "init-scale 1",
                runs -> numbers(
                        runs.get(0).half(0), runs.get(0).half(1), runs.get(0).half(2)));
        put(
                "init-scale 2",
                runs -> numbers(
                        runs.get(0).half(0), runs.get(0).half(1), runs.get(0).half(2)));
        put(
                "init-scale 3",
                runs -> numbers(
                        runs.get(0).told("γ = 10 (correlation"), runs.get(1).told("γ = 3 (correlation")));
        put(
                "xor 1",
                runs -> numbers(
                        runs.get(0).told("ReLU"),
                        runs.get(0).told("paths"),
                        runs.get(0).told("half-planes")));
        put("xor 2", runs -> numbers(runs.get(0).told("paths"), runs.get(0).told("half-planes")));
        put("xor 3", runs -> numbers(runs.get(0).told("ReLU"), runs.get(0).told("paths")));
        put(
                "routing 1",
                runs -> numbers(runs.get(0).told("share a road"), runs.get(0).told("√M =")));
        put(
                "routing 2",
                runs -> numbers(runs.get(0).told("share a road"), runs.get(0).told("√M =")));
        put(
                "routing 3",
                runs -> numbers(runs.get(0).told("trained routes"), runs.get(0).told("never trained")));
        put(
                "race 1",
                runs -> numbers(
                        runs.get(0).half(0), runs.get(0).half(1), runs.get(0).half(2)));
        put("race 2", runs -> numbers(runs.get(0).half(0)));
        put("race 3", runs -> numbers(runs.get(0).half(0), runs.get(0).half(1)));
        put("regimes 1", runs -> numbers(runs.get(0).told("error"), runs.get(0).told("(σ 0.20),")));
        put("regimes 2", runs -> numbers(runs.get(0).told("error"), runs.get(0).left(0, 700)));
        put("regimes 3", runs -> numbers(runs.get(0).told("error"), runs.get(1).told("error")));
        put("digits 1", runs -> digits(runs.get(0)));
        put("digits 2", runs -> digits(runs.get(0)));
        put("digits 3", runs -> digits(runs.get(0)));
        put(
                "contexts 1",
                runs -> numbers(runs.get(0).told("drop-one"), runs.get(0).told("single")));
        put(
                "contexts 2",
                runs -> numbers(runs.get(0).told("drop-one"), runs.get(0).told("linear")));
        put(
                "contexts 3",
                runs -> numbers(runs.get(0).told("drop-one"), runs.get(0).told("single")));
        put("discover 1", runs -> search(runs.get(0)));
        put("discover 2", runs -> search(runs.get(0)));
        put("discover 3", runs -> search(runs.get(0)));
        put(
                "mixed 1",
                runs -> numbers(runs.get(0).told("unit serves"), runs.get(0).told("contexts.")));
        put("mixed 2", runs -> numbers(runs.get(0).told("unit serves")));
        put("mixed 3", runs -> numbers(runs.get(0).told("In"), runs.get(0).told("unit serves")));
        put("depth 1", runs -> layers(runs.get(0)));
        put("depth 2", runs -> layers(runs.get(0)));
        put("depth 3", runs -> layers(runs.get(0)));
        put("limits 1", runs -> numbers(runs.get(0).told("ReLU"), runs.get(0).told("drop-one")));
        put(
                "limits 2",
                runs -> numbers(
                        runs.get(0).told("ReLU"),
                        runs.get(0).half(0),
                        runs.get(0).half(1)));
        put(
                "limits 3",
                runs -> numbers(runs.get(0).told("drop-one"), runs.get(0).told("linear")));
        put("forms 1", runs -> numbers(drawn(runs.get(0), 375), drawn(runs.get(0), 1250)));
        put("forms 2", runs -> numbers(drawn(runs.get(0), 375)));
        put("forms 3", runs -> numbers(drawn(runs.get(0), 375)));
        put(
                "surface 1",
                runs -> numbers(
                        runs.get(0).told("nearest at t ="),
                        below(runs.get(0)),
                        runs.get(0).below(2, 0.01)));
        put("surface 2", runs -> numbers(runs.get(0).loss(1, 600), runs.get(1).below(1, 0.01)));
        put("surface 3", runs -> numbers(below(runs.get(0)), runs.get(0).below(2, 0.01)));
        put(
                "regression 1",
                runs -> numbers(
                        runs.get(0).told(336, "deep"),
                        runs.get(0).loss(0, 1400),
                        runs.get(0).loss(1, 1400)));
        put("regression 2", runs -> numbers(runs.get(0).told("deep")));
        put("regression 3", runs -> numbers(runs.get(0).told("deep")));
        put(
                "carry-over 1",
                runs -> numbers(runs.get(0).told("a stage takes"), runs.get(1).told("a stage takes")));
        put("carry-over 2", runs -> numbers(runs.get(0).loss(0, 700)));
        put(
                "carry-over 3",
                runs -> numbers(
                        runs.get(0).told("The eigenvalues are"),
                        runs.get(0).told("0.80, "),
                        runs.get(0).told("0.50 and")));
        put("semantics 1", runs -> organ(runs.get(0), 300, 780, 2600));
        put("semantics 2", runs -> organ(runs.get(0), 780));
        put("semantics 3", runs -> organ(runs.get(0), 780));
        put(
                "rich-lazy 1",
                runs -> numbers(
                        turned(runs.get(0))[0],
                        turned(runs.get(0))[1],
                        runs.get(0).told(840, "of A has turned by")));
        put("rich-lazy 2", runs -> turned(runs.get(0)));
        put(
                "rich-lazy 3",
                runs -> numbers(
                        runs.get(0).told("first task"),
                        runs.get(0).told("siblings"),
                        runs.get(0).told("cousins"),
                        runs.get(0).told("not kin")));
    }

    private Answers() {}

    private static void put(String exercise, Reading reading) {
        ALL.put(exercise, reading);
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    private static double[] bones(LessonRun run) {
        return run.says("has bones", "Shark");
    }

    private static double[] peak(LessonRun run) {
        return numbers(run.when(bones(run)), LessonRun.most(bones(run)));
    }

    private static double below(LessonRun run) {
        return run.below(0, 0.01);
    }

    private static double[] digits(LessonRun run) {
        return numbers(run.told(""), run.told("on trained roads,"));
    }

    private static double[] search(LessonRun run) {
        return numbers(run.told("found. "), run.told(", at"));
    }

    /** What share of what parts the items is in the plane of the map. */
    private static double drawn(LessonRun run, double step) {
        return run.told(step, "t = " + Math.round(step) + ".");
    }

    private static double[] layers(LessonRun run) {
        return numbers(run.told("Units are on for"), run.told("in layer 1, for"));
    }

    private static double[] organ(LessonRun run, double... steps) {
        double[] seen = new double[2 * steps.length];
        for (int i = 0; i < steps.length; i++) {
            seen[i] = run.told(steps[i], "Penguin");
            seen[steps.length + i] = run.told(steps[i], "Shark");
        }
        return seen;
    }

    private static double[] turned(LessonRun run) {
        return numbers(run.told("of A has turned by"), run.told("and that of B by"));
    }
}
