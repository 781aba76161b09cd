package dynlab.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Runs programs that were taken away, as a reader would. */
final class Programs {
    private Programs() {}

    /** What a program says, and whether it came to its end. */
    record Said(boolean well, String words) {}

    static Said java(String text, Path directory) throws IOException {
        Path file = directory.resolve("DynlabRun.java");
        Files.writeString(file, text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code =
                compiler.run(null, complaints, complaints, "-d", directory.toString(), "-proc:none", file.toString());
        if (code != 0) {
            return new Said(false, complaints.toString(StandardCharsets.UTF_8));
        }
        PrintStream before = System.out;
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            System.setOut(new PrintStream(words, true, StandardCharsets.UTF_8));
            loader.loadClass("DynlabRun").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            return new Said(true, words.toString(StandardCharsets.UTF_8));
        } catch (InvocationTargetException failed) {
            return new Said(false, String.valueOf(failed.getCause()));
        } catch (ReflectiveOperationException odd) {
            throw new AssertionError(odd);
        } finally {
            System.setOut(before);
        }
    }

    /** The first Python that has a library, or nothing. */
    static String python(String library) {
        for (String name : new String[] {"/usr/bin/python3", "python3"}) {
            try {
                if (run(new ProcessBuilder(name, "-c", "import " + library)).well()) {
                    return name;
                }
            } catch (IOException absent) {
                // another name, then
            }
        }
        return "";
    }

    /** Runs many programs in one process, so that a library is loaded once; says which failed. */
    static Said python(String python, Map<String, String> texts, Path directory) throws IOException {
        Path file = directory.resolve("all.py");
        Files.writeString(file, """
                import pathlib, runpy, sys, traceback
                failed = []
                for path in sorted(pathlib.Path(sys.argv[1]).glob("run*.py")):
                    try:
                        runpy.run_path(str(path), run_name="__main__")
                    except Exception:
                        failed.append(path.name)
                        traceback.print_exc()
                sys.exit("failed: " + ", ".join(failed) if failed else 0)
                """);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(
                    directory.resolve("run " + text.getKey().replaceAll("[^a-z0-9 -]", "") + ".py"), text.getValue());
        }
        return run(new ProcessBuilder(python, file.toString(), directory.toString()));
    }

    private static Said run(ProcessBuilder builder) throws IOException {
        builder.redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0, words);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Said(false, "stopped");
        }
    }
}
