package dynlab.export;

import dynlab.learning.Batch;
import dynlab.learning.LabelNoise;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batches, periods and noise of labels in Python, with the random numbers of the laboratory to the last bit. */
final class PythonSamples {
    private static final String RANDOM = """
            def rotated(x, k):
                return ((x << k) | (x >> (32 - k))) & 0xFFFFFFFF


            class Random:
                \"""xoshiro128** seeded by splitmix32; normal numbers by the polar method.\"""

                def __init__(self, seed):
                    self.s = []
                    for k in range(1, 5):
                        x = (seed + k * 0x9E3779B9) & 0xFFFFFFFF
                        x = ((x ^ (x >> 16)) * 0x85EBCA6B) & 0xFFFFFFFF
                        x = ((x ^ (x >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
                        self.s.append(x ^ (x >> 16))
                    if not any(self.s):
                        self.s[0] = 1
                    self.spare = None

                def bits(self):
                    s = self.s
                    result = (rotated(s[1] * 5 & 0xFFFFFFFF, 7) * 9) & 0xFFFFFFFF
                    t = (s[1] << 9) & 0xFFFFFFFF
                    s[2] ^= s[0]
                    s[3] ^= s[1]
                    s[1] ^= s[2]
                    s[0] ^= s[3]
                    s[2] ^= t
                    s[3] = rotated(s[3], 11)
                    return result

                def below(self, bound):
                    while True:
                        bits = self.bits() >> 1
                        value = bits % bound
                        if bits - value + bound - 1 < 1 << 31:
                            return value

                def uniform(self):
                    high = self.bits() >> 5
                    low = self.bits() >> 6
                    return (high * 2**26 + low) * 2.0**-53

                def normal(self):
                    if self.spare is not None:
                        value, self.spare = self.spare, None
                        return value
                    while True:
                        u = 2 * self.uniform() - 1
                        v = 2 * self.uniform() - 1
                        square = u * u + v * v
                        if 0 < square < 1:
                            factor = math.sqrt(-2 * math.log(square) / square)
                            self.spare = v * factor
                            return u * factor


            """;

    private final Blueprint plan;
    private final PythonForward forward;
    private final boolean torch;
    private final Decimals decimals;

    PythonSamples(Blueprint plan, PythonForward forward, boolean torch, Decimals decimals) {
        this.plan = plan;
        this.forward = forward;
        this.torch = torch;
        this.decimals = decimals;
    }

    private Optional<LabelNoise> noise() {
        return plan.experiment().training().method().noise();
    }

    /** Whether targets are spoiled, so that a step aims elsewhere than the data say. */
    boolean spoils() {
        return noise().isPresent();
    }

    /** What is needed beside the network; nothing of plain training. */
    Optional<Section> section() {
        Lines lines = new Lines();
        boolean shuffles = plan.batch()
                .filter(batch -> batch.order() == Batch.Order.SHUFFLED)
                .isPresent();
        lines.addIf(shuffles || spoils(), RANDOM);
        if (forward.asksContext()) {
            lines.add("# number of the context of each sample");
            String list = PythonNumbers.whole(whole(plan.contextOf()), "    ");
            lines.add("context = " + (torch ? "torch.tensor(" : "np.array(") + list + ")\n\n");
        }
        plan.batch().ifPresent(batch -> batches(lines, batch, shuffles));
        lines.addIf(plan.periods(), periods());
        noise().ifPresent(noise -> noise(lines, noise));
        String text = lines.toString().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(new Section("What a step looks at", text + "\n"));
    }

    private static int[] whole(double[] values) {
        int[] all = new int[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (int) values[i];
        }
        return all;
    }

    private static String seed(int seed) {
        return Integer.toUnsignedString(seed);
    }

    private void batches(Lines lines, Batch batch, boolean shuffles) {
        lines.add("everything = list(range(" + plan.columns() + "))");
        lines.add("size = " + batch.size());
        lines.add("batches = -(-len(everything) // size)");
        lines.add("order = list(everything)");
        lines.addIf(shuffles, "shuffler = Random(" + seed(batch.seed()) + ")");
        lines.add("\n\ndef batch(step):");
        lines.add("    k = step % batches");
        lines.addIf(shuffles, """
                    if k == 0:
                        for i in range(len(order) - 1, 0, -1):
                            j = shuffler.below(i + 1)
                            order[i], order[j] = order[j], order[i]
                """);
        lines.add("    return sorted(order[k * size : (k + 1) * size])\n\n");
    }

    private String periods() {
        return "def in_force(step):\n    now = " + (torch ? "torch.ones(" : "np.ones(") + plan.columns()
                + (torch ? ", dtype=torch.float64" : "") + """
                )
                    for first, last, begin, end in during:
                        if not begin <= step < end:
                            now[first:last] = 0
                    return now


                """;
    }

    private void noise(Lines lines, LabelNoise noise) {
        lines.add("noise = Random(" + seed(noise.seed()) + ")");
        lines.add("# which contexts have targets for an output");
        lines.add("aiming = {");
        for (int v = 0; v < plan.architecture().nodes().size(); v++) {
            if (plan.aims(v)) {
                List<String> all = new ArrayList<>();
                for (int c = 0; c < plan.contexts().length; c++) {
                    if (plan.aims(c, v)) {
                        all.add(Integer.toString(plan.contexts()[c]));
                    }
                }
                lines.add("    " + Preface.quoted(plan.node(v).id()) + ": [" + String.join(", ", all) + "],");
            }
        }
        lines.add("}\n\n");
        String copy = torch ? ".clone()" : ".copy()";
        if (noise.kind() == LabelNoise.Kind.FLIP) {
            lines.add("aim = {v: y[v]" + copy + " for v in y}");
            lines.add("for n, k in enumerate(context.tolist()):");
            lines.add("    for v in y:");
            lines.add("        if k in aiming[v] and noise.uniform() < " + decimals.format(noise.amount()) + ":");
            lines.add("            one = noise.below(len(aim[v]))");
            lines.add("            aim[v][:, n] = 0");
            lines.add("            aim[v][one, n] = 1\n\n");
            return;
        }
        String argument = forward.batches() ? "c" : plan.periods() ? "now" : "";
        lines.add("def spoiled(" + argument + "):");
        lines.add("    aim = {v: y[v]" + forward.columns() + copy + " for v in y}");
        lines.add("    here = context" + forward.column() + ".tolist()");
        String there = plan.periods() ? " and now[n] > 0" : "";
        lines.add("    for k in sorted(set(here)):");
        lines.add("        for v in y:");
        lines.add("            for i in range(len(aim[v]) if k in aiming[v] else 0):");
        lines.add("                for n in range(len(here)):");
        lines.add("                    if here[n] == k" + there + ":");
        lines.add("                        aim[v][i, n] += " + decimals.format(noise.amount()) + " * noise.normal()");
        lines.add("    return aim\n\n");
    }
}
