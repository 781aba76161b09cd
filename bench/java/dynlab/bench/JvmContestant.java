package dynlab.bench;

import dynlab.cli.kernel.Kernels;
import dynlab.experiment.Experiment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JVM as a contestant: a line of JSON asks for a run, a line answers. With the word "vector", on the Vector API. */
public final class JvmContestant {
    private JvmContestant() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("vector")) {
            if (Kernels.all().isEmpty()) {
                throw new IllegalStateException("start java with --add-modules jdk.incubator.vector");
            }
            Kernels.install();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, double[]> files = new HashMap<>();
        String line = in.readLine();
        while (line != null) {
            String answer;
            try {
                answer = answer(line, files);
            } catch (IOException | RuntimeException e) {
                answer = "{\"error\":\"" + e + "\"}";
            }
            System.out.println(answer);
            System.out.flush();
            line = in.readLine();
        }
    }

    private static String answer(String line, Map<String, double[]> files) throws IOException {
        String name = found(line, "\"bin\":\"([^\"]*)\"");
        if (!files.containsKey(name)) {
            files.put(name, read(name));
        }
        int steps = Integer.parseInt(found(line, "\"steps\":(\\d+)"));
        int every = Integer.parseInt(found(line, "\"lossEvery\":(\\d+)"));
        Experiment experiment = Workload.experiment(files.get(name), steps, every);
        Timed run = Timed.run(experiment, steps, every, false, () -> System.nanoTime() / 1e6);
        double[] losses = run.losses();
        return "{\"ms\":" + run.ms() + ",\"loss\":" + losses[losses.length - 1] + ",\"losses\":"
                + Arrays.toString(losses) + ",\"rsm\":" + run.trace() + ",\"sv\":"
                + Arrays.toString(run.singularValues()) + "}";
    }

    private static String found(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.find()) {
            throw new IllegalArgumentException("expected " + pattern);
        }
        return matcher.group(1);
    }

    private static double[] read(String path) throws IOException {
        DoubleBuffer doubles = ByteBuffer.wrap(Files.readAllBytes(Path.of(path)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        double[] all = new double[doubles.remaining()];
        doubles.get(all);
        return all;
    }
}
